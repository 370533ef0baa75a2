import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type DayKind, type LawKind, type LawRow, SECTORS } from './law-row.ts'
import { LAW_ROWS } from './law-rows.ts'
import { lawTimeText } from './law-time-text.ts'

const page = readFileSync(new URL('../../../../docs/law-packs.md', import.meta.url), 'utf8')
const KINDS: Readonly<Record<LawKind, string>> = {
  'legal-minimum': 'legal minimum',
  'regulator-expectation': 'regulator’s expectation',
  'industry-code': 'industry code',
  'company-own': 'company’s own',
}
const DAYS: Readonly<Record<DayKind, string>> = { working: 'working', calendar: 'calendar', 'not-said': 'not said' }
const isFrontPage = (url: string | undefined) => url !== undefined && new URL(url).pathname === '/'
const cellsOf = (id: string) =>
  page
    .split('\n')
    .find((line) => line.startsWith(`| \`${id}\` |`))
    ?.split(' | ')

it.each(LAW_ROWS.map((row) => [row.id, row] as const))('the page on law packs tells %s as it is', (id, row) => {
  const [, kind, sectors, limit, days, instrument, article, status, read, source, consequence] = cellsOf(id) ?? []
  expect(kind).toBe(KINDS[row.kind])
  expect([instrument, article]).toEqual([
    row.place.instrument ?? 'instrument not looked up',
    row.place.article ?? 'article not looked up',
  ])
  expect(days).toBe(row.limit?.days === undefined ? '—' : DAYS[row.limit.days])
  expect(sectors).toBe(row.sectors === 'any' ? 'any' : row.sectors.join(', '))
  expect([status, read]).toEqual([row.status, row.read])
  expect(source).toContain(row.source.name)
  expect(source).toContain(row.source.url ?? '')
  const reported = row.status === 'S' ? ' (as reported)' : ''
  expect(consequence?.replace(/ ?\|$/, '')).toBe(
    row.consequence === undefined ? '' : `${row.consequence.kind}${reported}`,
  )
  if (row.age !== undefined) expect(limit).toBe(`${row.age.matter}: ${lawTimeText(row.age.within)} from the purchase`)
  else if (row.limit === undefined) expect(limit).toBe('—')
  else
    for (const word of [row.limit.matter, row.limit.until, lawTimeText(row.limit.within)]) expect(limit).toContain(word)
})

it.each(LAW_ROWS.map((row) => [row.id, row] as const))(
  'the page on law packs says what %s says, and its note',
  (id, row) => {
    const line = page.split('\n').find((one) => one.startsWith(`- **${id}**: `)) ?? ''
    expect(line).toContain(`: ${row.says}`)
    expect(line).toContain(row.note === undefined ? '' : ` *${row.note}*`)
    expect(line.endsWith('*')).toBe(row.note !== undefined)
    if (row.limit?.counts !== undefined)
      expect(line).toMatch(row.limit.counts === 'sent' ? /\b(?:sent|sending)\b/ : /\barrived\b/)
    if (row.consequence?.kind === 'compensation')
      for (const { minor, currency } of row.consequence.steps) expect(line).toContain(`${minor / 100} ${currency}`)
  },
)

it('the page on law packs counts the rows of each status', () => {
  const [verified, second] = (['V', 'S'] as const).map((one) => LAW_ROWS.filter(({ status }) => status === one).length)
  expect(page).toContain(`Of the ${LAW_ROWS.length} rows ${verified} are V and ${second} are S.`)
})

it.each([
  ['instrument and article not looked up', ({ place }: LawRow) => place.instrument === undefined],
  ['article not looked up', ({ place }: LawRow) => place.instrument !== undefined && place.article === undefined],
  ['days not said', ({ limit }: LawRow) => limit?.days === 'not-said'],
  ['source not opened again', ({ read }: LawRow) => read === '2026-11-22'],
  ['no address of the source', ({ source }: LawRow) => source.url === undefined],
  ['the address is a front page', ({ source }: LawRow) => isFrontPage(source.url)],
])('the page on law packs lists where it says “%s”', (words, isSo) => {
  const ids = LAW_ROWS.filter(isSo).map(({ id }) => `\`${id}\``)
  expect(page).toContain(`| ${words} | ${ids.join(', ')} |`)
})

it('the page on law packs tells no other row, and every sector', () => {
  expect(page.match(/^\| `[A-Z]{2}-[^`]+` \|/gm)).toHaveLength(LAW_ROWS.length)
  for (const sector of SECTORS) expect(page).toContain(`\`${sector}\``)
})
