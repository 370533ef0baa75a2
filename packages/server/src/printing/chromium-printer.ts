import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Printer, PrinterBusy, PrinterFailed } from './printer.ts'

export interface ChromiumOptions {
  /** The program. */
  readonly program: string
  /** It is ended when it takes longer, ms. */
  readonly withinMs: number
  /** Pages that may wait while another is printed. */
  readonly mostWaiting: number
}

/**
 * Prints through Chromium, one page at a time: a process of its own for each, with a profile made for it and taken away after,
 * without scripts, and with every address of the network leading nowhere.
 */
export function chromiumPrinter({ program, withinMs, mostWaiting }: ChromiumOptions): Printer {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    async print(markup) {
      if (waiting > mostWaiting) throw new PrinterBusy(`${waiting} pages wait to be printed`)
      waiting += 1
      const before = last
      const mine = before.then(() => printOne(program, markup, withinMs))
      // The next one does not care how this one ended.
      last = mine.catch(() => undefined)
      try {
        return await mine
      } finally {
        waiting -= 1
      }
    },
  }
}

async function printOne(program: string, markup: string, withinMs: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'avow-print-'))
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    await writeFile(page, guarded(markup))
    await run(program, [...argumentsFor(folder), `--print-to-pdf=${pdf}`, pathToFileURL(page).href], folder, withinMs)
    const bytes = await readFile(pdf).catch(() => undefined)
    if (bytes === undefined || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new PrinterFailed(`${program} ended without a PDF`)
    return bytes
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** With a policy before everything else: nothing runs and nothing is fetched, whatever the page says. */
function guarded(markup: string): string {
  const [doctype = ''] = /^<!doctype html>/i.exec(markup) ?? []
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`
  return `${doctype}${policy}${markup.slice(doctype.length)}`
}

function argumentsFor(folder: string): readonly string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pdf-header-footer',
    '--proxy-server=127.0.0.1:9',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    // As root it refuses its own sandbox; the page has no script and nothing of it comes from strangers unescaped.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

/** In a folder of its own, and with nothing of our environment but where programs are. */
function run(program: string, args: readonly string[], folder: string, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' }
    execFile(program, [...args], { cwd: folder, env, timeout, killSignal: 'SIGKILL' }, (error, _, stderr) => {
      if (error === null) resolve()
      else
        reject(
          new PrinterFailed(
            `${program}: ${error.killed === true ? `not done within ${timeout} ms` : error.message}\n${stderr.slice(-500)}`,
          ),
        )
    })
  })
}
