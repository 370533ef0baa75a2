import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkAndTry, findingsIn } from '../../test/charter-fixtures.ts'
import { canonicalForm } from './canonical.ts'
import { convertCharter } from './convert.ts'
import { charterJsonSchema } from './json-schema.ts'
import * as limits from './limits.ts'
import { readCharter } from './read-charter.ts'
import { hashOf } from './sha256.ts'

const page = readFileSync(new URL('../../../../docs/formats/charter.md', import.meta.url), 'utf8')
const [smallest = '', ...parts] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '')
const charter = parts.join('\n')

/** Names of the fields of every part that the schema describes. */
function fieldsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsIn)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([keyword, value]) => [
    ...(keyword === 'properties' ? Object.keys(value as object) : []),
    ...fieldsIn(value),
  ])
}

describe('the page on the charter document', () => {
  it('shows a charter that can be read', () => {
    expect(findingsIn(charter)).toEqual([])
    expect(readCharter(charter).document?.promises.map(({ id }) => id)).toEqual(['P1', 'P2', 'P3', 'P4'])
  })

  it.each([
    ['the smallest', smallest, []],
    // What follows a broken promise cannot be tried by an example.
    ['the whole', charter, ['R2']],
  ])('shows a charter without findings whose examples hold: %s', (_, text, untried) => {
    const { findings, report } = checkAndTry(text)
    expect(findings).toEqual([])
    expect(report.examples.length).toBeGreaterThan(1)
    expect(report.examples.flatMap(({ failures }) => failures)).toEqual([])
    expect(report.untried.map(({ clause }) => clause)).toEqual(untried)
  })

  it('begins with a charter of about twenty lines', () => {
    expect(smallest.split('\n').length).toBeLessThan(25)
  })

  it('names every field', () => {
    const words = new Set([...page.matchAll(/`([^`\n]+)`/g)].flatMap((match) => match[1] ?? []))
    const isNamed = (name: string): boolean => words.has(name) || charter.includes(`${name}:`)
    expect([...new Set(fieldsIn(charterJsonSchema()))].filter((name) => !isNamed(name))).toEqual([])
  })

  it('gives the limits', () => {
    const {
      MAX_SOURCE_CHARACTERS,
      MAX_PARTS,
      MAX_DEPTH,
      MAX_TEXT_CHARACTERS,
      MAX_CELL_CHARACTERS,
      MAX_NAME_CHARACTERS,
      MAX_LINE_CHARACTERS,
    } = limits
    for (const limit of [
      MAX_SOURCE_CHARACTERS,
      MAX_PARTS,
      MAX_DEPTH,
      MAX_TEXT_CHARACTERS,
      MAX_CELL_CHARACTERS,
      MAX_NAME_CHARACTERS,
      MAX_LINE_CHARACTERS,
    ]) {
      expect(page).toContain(limit.toLocaleString('en'))
    }
  })

  it('says what changes the version', () => {
    const hash = (text: string): string => hashOf(canonicalForm(readCharter(text).data))
    expect(hash(convertCharter(charter, 'yaml', 'json').text ?? '')).toBe(hash(charter))
    expect(hash(charter.replace('Drafted', '# none\n  Drafted').replace('2026-12-01T00:00', '2027-01-01T00:00'))).toBe(
      hash(charter),
    )
    expect(
      hash(
        charter.replace(
          'hit: first\n    table:\n      - { channel: chat, target: 2 min of line }',
          'hit: first\n    table:\n      - { target: 2 min of line, channel: chat }',
        ),
      ),
    ).toBe(hash(charter))
    expect(hash(charter.replace('2 min of line', '3 min of line'))).not.toBe(hash(charter))
  })
})
