import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SECTORS } from './law-row.ts'
import { LAW_ROWS } from './law-rows.ts'
import { lawTimeText } from './law-time-text.ts'

const page = readFileSync(new URL('../../../../docs/law-packs.md', import.meta.url), 'utf8')
const cellsOf = (id: string) =>
  page
    .split('\n')
    .find((line) => line.startsWith(`| \`${id}\` |`))
    ?.split(' | ')

it.each(LAW_ROWS.map((row) => [row.id, row] as const))('the page on law packs tells %s as it is', (id, row) => {
  const [, sectors, limit, status, read, source] = cellsOf(id) ?? []
  expect(sectors).toBe(row.sectors === 'any' ? 'any' : row.sectors.join(', '))
  expect([status, read]).toEqual([row.status, row.read])
  expect(source).toContain(row.source.name)
  if (row.limit === undefined) expect(limit).toBe('—')
  else
    for (const word of [row.limit.matter, row.limit.until, lawTimeText(row.limit.within)]) expect(limit).toContain(word)
})

it('the page on law packs tells no other row, and every sector', () => {
  expect(page.match(/^\| `[A-Z]{2}-[^`]+` \|/gm)).toHaveLength(LAW_ROWS.length)
  for (const sector of SECTORS) expect(page).toContain(`\`${sector}\``)
})
