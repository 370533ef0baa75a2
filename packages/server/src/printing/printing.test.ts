import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pdfText } from '../../test/pdf-text.ts'
import { CHROMIUM } from '../../test/prints.ts'
import { chromiumPrinter } from './chromium-printer.ts'
import { KeptPrints } from './kept-prints.ts'
import { type Printer, PrinterBusy, PrinterFailed } from './printer.ts'

const LONG = 120_000
/** Of its own: other tests print meanwhile. */
let folder: string
const leftovers = () => readdirSync(folder)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-printing-'))
  vi.stubEnv('TMPDIR', folder)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(CHROMIUM === undefined)('printing through Chromium', () => {
  const printer = chromiumPrinter({ program: CHROMIUM ?? '', withinMs: LONG, mostWaiting: 3 })

  it('makes a PDF with the words of the page, fetches nothing for it, runs no script, and leaves nothing behind', {
    timeout: 2 * LONG,
  }, async () => {
    const asked: (string | undefined)[] = []
    const server = createServer(({ url }, answer) => {
      asked.push(url)
      answer.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const pdf = await printer.print(
      `<!doctype html><meta charset="utf-8"><title>t</title><p>Ścisłe obietnice</p><img src="http://127.0.0.1:${port}/seen.png">
       <script>document.body.append('by script')</script>`,
    )
    server.close()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdfText(pdf)).toContain('Ścisłe obietnice')
    expect(pdfText(pdf)).not.toContain('by script')
    expect(asked).toEqual([])
    expect(leftovers()).toEqual([])
  })

  it('ends one that takes too long', { timeout: LONG }, async () => {
    const hasty = chromiumPrinter({ program: CHROMIUM ?? '', withinMs: 1, mostWaiting: 3 })
    await expect(hasty.print('<p>slow</p>')).rejects.toThrow(PrinterFailed)
    expect(leftovers()).toEqual([])
  })
})

describe('a printer', () => {
  it('says so where the program makes no PDF', async () => {
    const printer = chromiumPrinter({ program: '/bin/true', withinMs: LONG, mostWaiting: 0 })
    await expect(printer.print('x')).rejects.toThrow(PrinterFailed)
    const missing = chromiumPrinter({ program: '/nowhere/chromium', withinMs: LONG, mostWaiting: 0 })
    await expect(missing.print('x')).rejects.toThrow(PrinterFailed)
  })

  it('lets so many wait and no more', async () => {
    const printer = chromiumPrinter({ program: '/bin/true', withinMs: LONG, mostWaiting: 0 })
    const first = printer.print('x').catch((error: unknown) => error)
    await expect(printer.print('y')).rejects.toThrow(PrinterBusy)
    expect(await first).toBeInstanceOf(PrinterFailed)
  })
})

describe('prints that are kept', () => {
  it('are made once for a page, however many ask; one that failed is tried again', async () => {
    const made: string[] = []
    const printer: Printer = {
      async print(markup) {
        made.push(markup)
        if (made.length === 1) throw new PrinterFailed('the first time')
        return Buffer.from(markup)
      },
    }
    const prints = new KeptPrints(printer)
    await expect(prints.print('a')).rejects.toThrow(PrinterFailed)
    let asked = 0
    const [one, two] = await Promise.all([prints.print('a', () => void asked++), prints.print('a', () => void asked++)])
    expect([one, two].map(String)).toEqual(['a', 'a'])
    expect(String(await prints.print('b', () => void asked++))).toBe('b')
    expect([made, asked]).toEqual([['a', 'a', 'b'], 2])
    await expect(
      prints.print('c', () => {
        throw new Error('too often')
      }),
    ).rejects.toThrow('too often')
    expect(made).toHaveLength(3)
  })
})
