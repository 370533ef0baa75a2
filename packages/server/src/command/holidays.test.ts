import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from './main.ts'

async function run(...args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  let text = ''
  const code = await main(
    ['holidays', ...args],
    {},
    {
      write(part) {
        text += part
      },
    },
  )
  return { code, text }
}

test('the holidays of a country are lines of a charter', async () => {
  const { code, text } = await run('--country', 'DE', '--region', 'BY', '--years', '2026-2027', '--language', 'en')
  expect(code).toBe(0)
  expect(text).toMatch(/^closed:\n {2}- 2026-01-01 # New Year's Day\n/)
  expect(text).toMatch(
    /\nholidays until: 2027-12-31\nholidays from: "date-holidays .*, country DE, region BY, read .*"\n$/,
  )
})

test('so are the days of an iCal file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'avow-holidays-')), 'shop.ics')
  writeFileSync(
    file,
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Stocktaking\nDTSTART;VALUE=DATE:20260102\nEND:VEVENT\nEND:VCALENDAR\n',
  )
  expect((await run('--ical', file, '--years', '2026')).text).toMatch(
    /^closed:\n {2}- 2026-01-02 # Stocktaking\nholidays until: 2026-12-31\nholidays from: "iCal file shop.ics, read /,
  )
})

test('what cannot be is said in a line', async () => {
  expect(await run('--country', 'XX', '--years', '2026')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/no country “XX”/),
  })
  expect(await run('--country', 'PL')).toMatchObject({ code: 1, text: expect.stringMatching(/--years 2026-2028/) })
  expect(await run('--country', 'PL', '--ical', 'x', '--years', '2026')).toMatchObject({ code: 1 })
  expect(await run('--ical', '/nowhere.ics', '--years', '2026')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/cannot be read/),
  })
})
