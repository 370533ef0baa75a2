import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HEAD, withPromise, withRow } from '../../test/charter-fixtures.ts'
import { readCharter } from './read-charter.ts'
import { READ_CODES, type ReadCode } from './read-codes.ts'
import { READ_DETAILS } from './read-details.ts'

/** A document for each finding. */
const EXAMPLES: Record<ReadCode, string> = {
  'not-readable': 'a: "b',
  'not-used-in-charters': 'a: &b 1',
  'too-large': '\n'.repeat(100_000),
  'too-deep': '['.repeat(10_000),
  'too-long': `avow: ${'1'.repeat(100_000)}`,
  'too-many-findings': Array.from({ length: 300 }, (_, index) => `x${index}: 1`).join('\n'),
  'forbidden-character': 'a: "\\0"',
  'forbidden-name': '__proto__: 1',
  'named-twice': 'avow: 1\navow: 1',
  'bad-number': 'avow: 01',
  'wrong-version': 'avow: 2',
  'wrong-shape': '[]',
  'missing-field': 'avow: 1',
  'unknown-field': `${HEAD}promisses: []`,
  'unknown-clause-kind': `${HEAD}pilots: []`,
  'fields-conflict': withPromise('clock: next-response\nuntil: closed'),
  'bad-name': HEAD.replace('acme', '1'.padEnd(2, 'x')),
  'reserved-name': HEAD.replace('vip:', 'target:'),
  'unknown-fact': withRow('tire: gold'),
  'unknown-calendar': withRow('', '2 h of offce'),
  'unknown-event': withPromise('clock: { from: a, until: b }'),
  'unknown-position': withPromise('clock: resolution\naudience: nobody'),
  'unknown-clause': withPromise('clock: resolution\nif broken: { remedy: R1 }'),
  'unknown-value': withRow('tier: bronze'),
  'unknown-zone': HEAD.replace('Warsaw', 'Varsaw'),
  'unknown-language': `${HEAD}title: { de: Titel }`,
  'bad-text': `${HEAD}title: { en: "" }`,
  'bad-fact-type': HEAD.replace('yes or no', 'text'),
  'fact-not-allowed': withRow('owned: "< 30 days"'),
  'bad-date': `${HEAD}effective: soon`,
  'bad-hours': HEAD.replace('09:00-17:00', '9 to 5'),
  'bad-duration': withRow('', '1 day of office'),
  'bad-money': `${HEAD}remedies: [ { id: R1, table: [ { allow: refund, up to: 5 } ] } ]`,
  'bad-measure': withPromise('clock: resolution\nmeasured: { share: most }'),
  'bad-condition': withRow('users: "< x"'),
  'cuts-out-of-order': withRow('bought: 30 days .. 1 month'),
}

describe('the catalogue of what can be wrong with a text', () => {
  it.each(Object.entries(EXAMPLES))('%s is found', (code, text) => {
    expect(readCharter(text).findings.map((finding) => finding.code)).toContain(code)
  })

  it.each(Object.entries(EXAMPLES))('%s is told with data that the list of details names', (_, text) => {
    for (const { details, says } of readCharter(text).findings) {
      if (details === undefined) throw new Error('reading found something and gave no details')
      expect(says).toBeUndefined()
      for (const [name, value] of Object.entries(details)) {
        const kind = READ_DETAILS[name as keyof typeof READ_DETAILS]
        expect([name, Array.isArray(value) ? 'texts' : typeof value]).toEqual([name, kind === 'text' ? 'string' : kind])
      }
    }
  })

  it('each detail is told by some finding', () => {
    const told = new Set(
      [...Object.values(EXAMPLES), `${withRow('')}remedies: [ { id: P1, table: [ { allow: refund } ] } ]\n`].flatMap(
        (text) => readCharter(text).findings.flatMap(({ details }) => Object.keys(details ?? {})),
      ),
    )
    expect([...told].toSorted()).toEqual(Object.keys(READ_DETAILS).toSorted())
  })

  it('says what was typed, what was meant, and what is possible', () => {
    const detailsOf = (text: string) => readCharter(text).findings.map(({ code, details }) => ({ code, ...details }))
    expect(detailsOf(withRow('tire: gold'))).toEqual([{ code: 'unknown-fact', typed: 'tire', meant: 'tier' }])
    expect(detailsOf(withRow('', '2 h of offce'))).toEqual([
      { code: 'unknown-calendar', typed: 'offce', meant: 'office' },
    ])
    expect(detailsOf(withRow('', '1 day of office'))).toEqual([
      { code: 'bad-duration', typed: '1 day of office', like: '2 h of office' },
    ])
    expect(detailsOf(`avow: 1\ncharter: ${'1x'.repeat(50)}`)).toContainEqual(
      expect.objectContaining({ typed: `${'1x'.repeat(30)}…` }),
    )
  })

  it('is the table of docs/errors.md, row by row', () => {
    const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')
    const rows = page.split('\n').filter((line) => line.startsWith('| [`'))
    expect(rows).toEqual(
      Object.entries(READ_CODES).map(
        ([code, { severity, means, mend }]) =>
          `| [\`${code}\`](findings/${code}.md) | ${severity} | ${means} | ${mend} |`,
      ),
    )
  })
})

const PAGES = new URL('../../../../docs/findings/', import.meta.url)
/** What no page can show: it would be longer than the page itself. */
const WITHOUT_EXAMPLE: readonly string[] = ['too-large', 'too-deep', 'too-long', 'too-many-findings']

describe('the pages of what reading finds', () => {
  it('stand in the index in the order of the catalogue', () => {
    const index = readFileSync(new URL('README.md', PAGES), 'utf8').split('## What reading finds')[1] ?? ''
    expect([...index.matchAll(/^\| \[`([a-z-]+)`\]\(\1\.md\) \|[^|]+\|$/gm)].map(([, code]) => code)).toEqual(
      Object.keys(READ_CODES),
    )
  })

  it.each(Object.keys(READ_CODES))('%s has an example that brings it alone, and the same mended', (code) => {
    const page = readFileSync(new URL(`${code}.md`, PAGES), 'utf8')
    expect(page).toMatch(new RegExp(`^# \`${code}\`\n\n\\*Error of the text\\.\\* `))
    expect(page.match(/^## .*$/gm)).toEqual(['## An example', '## How to mend it'])
    const [example, mended] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => codesIn(block ?? ''))
    expect({ example, mended }).toEqual(
      WITHOUT_EXAMPLE.includes(code) ? { example: undefined, mended: undefined } : { example: [code], mended: [] },
    )
  })
})

/** What reading finds in a whole document, or in the body of one. */
function codesIn(text: string): readonly string[] {
  const head = /^charter:/m.test(text) ? '' : 'avow: 1\ncharter: demo\nlanguages: [en, it]\nzone: Europe/Rome\n'
  return readCharter(`${head}${text}`).findings.map((finding) => finding.code)
}
