import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { INSIDE, MIXED } from '../../test/site/mixed-charter.ts'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'avow-handbook-'))
const file = join(folder, 'charter.yaml')
writeFileSync(file, MIXED)

async function run(...args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  let text = ''
  const code = await main(
    ['handbook', ...args],
    {},
    {
      write(part) {
        text += part
      },
    },
  )
  return { code, text }
}

test('a charter of a file is written for staff, as Markdown, in its master language', async () => {
  const { code, text } = await run(file)
  expect(code).toBe(0)
  expect(text).toContain('Edition for staff · Not published')
  expect(text).toContain('### KEPT-INSIDE-A')
})

test('and for everybody without what is not public, in another language, as a page into a file', async () => {
  const target = join(folder, 'handbook.html')
  expect(await run(file, '--edition', 'public', '--format', 'html', '--language', 'ar', '--out', target)).toEqual({
    code: 0,
    text: '',
  })
  const page = readFileSync(target, 'utf8')
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page).toContain('عندما نخطئ.')
  expect(page).not.toMatch(INSIDE)
})

test('what cannot be is said in a line', async () => {
  expect(await run(file, '--edition', 'secret')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/--edition is “secret”: it can be staff, public/),
  })
  expect(await run(file, '--language', 'xx')).toMatchObject({ code: 1 })
  expect(await run(join(folder, 'none.yaml'))).toMatchObject({ code: 1, text: expect.stringMatching(/cannot be read/) })
  expect(await run()).toMatchObject({ code: 1 })
})
