import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../test/check/charter-texts.ts'
import { drawFrom, drawTable } from '../../test/check/random-table.ts'
import { CHECK_CODES, codeOfForm, type FactDefinition, FINDING_FORMS, READ_CODES } from '../charter/index.ts'
import { type CheckOptions, checkCharter, checkQuickly, inSourceOrder } from './check.ts'
import { buildDiagram } from './diagram/diagram.ts'
import { casesOf, sectionsOf } from './tables/cases.ts'

/** One of every finding that is made of a document that can be read. */
const BROKEN = `title: { en: Broken on purpose }
law: { jurisdictions: [ZA, PL, UK, EU], sectors: [post, consumer, telecom], matters: { defect: { channel: phone } } }
positions: [agent, lead]
facts:
  channel: { one of: [email, chat, phone] }
  tier: { in order: [free, gold] }
  colour: { one of: [red, green] }
  bought: { age: true }
events:
  call.offered: {}
  call.answered: {}
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, closed: [2026-12-19 .. 2027-01-03], holidays until: 2027-01-10 }
  never: { open: {}, closed: [2026-12-25] }
  night: { open: { mon-fri: 20:00-21:00 }, holidays until: 2027-12-31 }
promises:
  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [ { channel: email, target: 1 h of office } ] }
  - { id: P2, audience: staff, clock: first-response, measured: [each], table: [ { tier: gold, target: 14 days }, { tier: free, target: 1 month } ] }
  - { id: P3, audience: staff, clock: first-response, measured: [each], when: { contacts: unknown }, table: [ { target: 14 days } ] }
  - { id: P4, audience: staff, clock: first-response, measured: [each], hit: unique, table: [ { tier: gold, target: 14 days }, { target: 15 days } ] }
  - { id: P5, audience: staff, clock: first-response, measured: [each], table: [ { tier: gold, target: 14 days }, { target: 14 days }, { tier: free, target: 15 days } ] }
  - { id: P6, audience: staff, clock: first-response, measured: [each], table: [ { tier: gold, target: 14 days }, { tier: gold, target: 15 days }, { target: 14 days } ] }
  - { id: P7, audience: staff, clock: { from: call.offered, until: call.answered, given up: call.offered }, measured: [each], table: [ { tier: gold, target: 0 h of never }, { target: 1 h of never } ] }
  - { id: P8, audience: public, clock: resolution, measured: [each], says: { en: "Within {target}.", pl: "Kiedyś." }, because: { pl: Bo tak. }, table: [ { target: 14 days } ] }
  - { id: P9, audience: public, clock: resolution, says: { en: "Soon, 9 days or {target}.", pl: "W ciągu {target}." }, table: [ { tier: gold, target: 20 days }, { target: 15 days } ] }
definition: [ { id: Q1, answers: responsible, says: { en: The lead, pl: Kierownik } } ]
values: [ { id: V1, audience: public, says: { en: Care, pl: Troska } } ]
objectives: [ { id: O1, says: { en: Fast, pl: Szybko }, measure: kept(P8), target: 95%, by: 2027-06-30, benchmarks: [ { of: Rival Ltd, claims: 90%, source: their page, date: 2025-11-21 } ] } ]
procedures: [ { id: D1, steps: [ { ask: photo, next: end }, { ask: bill } ] }, { id: D2, when: { tier: gold }, steps: [ { ask: photo }, { ask: bill, when: { tier: free } } ] } ]
authority:
  - { id: A1, position: agent, may: [refund, credit], per ticket: 20 EUR }
  - { id: A2, position: lead, may: [refund], per ticket: 10 EUR }
agreements: [ { id: L1, team: depot, for: [P1], review: 2026-01-31, table: [ { target: 9 days } ] } ]
escalation:
  - { id: E2, for: P1, steps: [ { at: 100%, give to: lead }, { after: 1 day, give to: lead }, { after: 1 h of night, tell: lead } ] }
  - { id: E1, for: P1, steps: [ { at: 100%, tell: lead }, { at: 50%, tell: agent } ] }
remedies:
  - { id: R1, table: [ { channel: email, allow: [apology] } ] }
  - { id: R2, when: { channel: chat }, table: [ { allow: [credit], up to: 30 EUR } ] }
  - { id: R3, when: { channel: phone }, table: [ { bought: "< 1 year", allow: [credit], up to: 5 EUR } ] }
examples: [ { given: { channel: chat, at: 2026-12-01T10:00 }, expect: { R2: { allow: [refund], up to: 20 EUR } } } ]
`

/** Sentences that the first document has no room for. */
const SILENT = `title: { en: More of it }
positions: [agent, lead]
facts:
  tier: { in order: [free, gold], values say: { gold: { en: Gold, pl: Złoto } } }
  colour: { one of: [red, green] }
events:
  call.offered: {}
  call.answered: {}
calendars:
  over: { open: { mon-fri: 09:00-17:00 }, holidays until: 2026-11-01 }
  today: { open: { mon-fri: 09:00-17:00 }, holidays until: 2026-11-22 }
  once: { open: {}, on: { 2026-11-30: 09:00-17:00 } }
promises:
  - { id: P1, audience: public, clock: { from: call.offered, until: call.answered, given up: call.answered }, measured: [each], table: [ { tier: gold, target: 1 h of over }, { tier: gold, target: 1 h of today } ] }
  - { id: P2, audience: staff, clock: first-response, measured: [each], table: [ { tier: [gold, free], target: 4 h of once }, { target: 1 day }, { colour: red, target: 1 day } ] }
  - { id: P3, audience: staff, clock: first-response, measured: [each], when: { contacts: 0 }, table: [ { contacts: 1, target: 1 day } ] }
remedies:
  - { id: R1, when: { contacts: 0 }, table: [ { contacts: 1, allow: [apology] } ] }
  - { id: R2, table: [ { allow: [apology] } ] }
  - { id: R3, when: { tier: free }, table: [ { allow: [credit], up to: 9 EUR } ] }
authority: [ { id: A1, position: agent, when: { tier: gold }, may: [credit, apology], per ticket: 10 EUR } ]
escalation:
  - { id: E1, for: P2, steps: [ { at: 50%, tell: lead }, { at: 75%, give to: agent }, { at: 100%, give to: lead } ] }
`

/** Examples that fail in each way. */
const FAILING = `title: { en: Examples, pl: Przykłady }
facts:
  vip: yes or no
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
promises:
  - { id: P1, clock: first-response, when: { vip: yes }, table: [ { contacts: 0, target: 1 h of office }, { target: 2 h of office } ] }
  - { id: P2, clock: resolution, hit: unique, table: [ { vip: yes, target: 1 day }, { target: 2 days } ] }
remedies:
  - { id: R1, when: { vip: yes }, table: [ { allow: [apology] } ] }
examples:
  - { given: { vip: yes, at: 2026-12-01T10:00 }, expect: { P1: { due: 2026-12-01T13:00, row: 1 }, P2: { row: 1 }, R1: { up to: 5 EUR } } }
  - { given: { vip: no, at: 2026-12-01T10:00 }, expect: { P1: { due: 2026-12-01T12:00 }, R1: { row: 1 } } }
  - { given: { vip: yes, at: 2026-12-01T10:00 }, expect: { P1: none } }
  - { given: { vip: yes, at: 1890-12-01T10:00 }, expect: { P1: none } }
`

/** Looser than the law by a length, and by a share. */
const UNLAWFUL = `law: { jurisdictions: [ES, IT], sectors: [energy], blocking: ES-1, events: { called: call.offered, picked-up: call.answered } }
events:
  call.offered: {}
  call.answered: {}
calendars:
  line: { open: { mon-fri: 09:00-17:00 } }
promises:
  - { id: P1, clock: { from: call.offered, until: call.answered }, table: [ { target: 5 min of line } ] }
  - { id: P2, clock: { from: call.offered, until: call.answered }, measured: [ share: 90% a month ], table: [ { target: 3 min of line } ] }
  - { id: P3, clock: resolution, measured: [ share: 90% a month ], table: [ { target: 14 days } ] }
`

/** The same with another original beside the same translations. */
const beforeOf = (broken: string) =>
  charterOf(broken.replaceAll(/\ben: (["']?)/g, 'en: $1Once '), { languages: '[en, pl]' }).document

function withAllOf(broken: string) {
  const charter = charterOf(broken, { languages: '[en, pl]' })
  const { document, zone, calendars } = charter
  const options = { asOf: AS_OF, zone, calendars, holders: new Map(), examplesOf: charter, before: beforeOf(broken) }
  return { document, findings: checkCharter(document, options) }
}

describe('the check of a charter', () => {
  it('finds every kind of mistake, each with its place', () => {
    const { findings } = withAllOf(BROKEN)
    const codes = new Set<string>(findings.map(({ code }) => code))
    expect(Object.keys(CHECK_CODES).filter((code) => !codes.has(code))).toEqual(['table-too-large'])
    for (const { line, column, path, message, severity, code } of findings) {
      expect([line > 0, column > 0, path.length > 0]).toEqual([true, true, true])
      expect(message).toMatch(/[.]$/)
      expect({ [code]: { severity } }).toEqual({ [code]: CHECK_CODES[code as keyof typeof CHECK_CODES] })
    }
  })

  it('says each as data too, with the names that its form has', () => {
    const findings = [BROKEN, SILENT, UNLAWFUL, FAILING].flatMap((broken) => withAllOf(broken).findings)
    for (const { code, says } of findings) {
      if (says === undefined) throw new Error(`${code} says nothing`)
      expect(codeOfForm(says.form)).toBe(code)
      expect({ [says.form]: Object.keys(says.data).toSorted() }).toEqual({
        [says.form]: Object.keys(FINDING_FORMS[says.form]).toSorted(),
      })
    }
    const said = new Set<string | undefined>(findings.map(({ says }) => says?.form))
    expect(Object.keys(FINDING_FORMS).filter((form) => !said.has(form))).toEqual(['table-too-large'])
  })

  it('CH4, CH7: asks who holds positions, tries the examples and compares with the version before only where it is given them', () => {
    const charter = charterOf(BROKEN, { languages: '[en, pl]' })
    const { document, zone, calendars } = charter
    const options = { asOf: AS_OF, zone, calendars }
    const asked = ['position-unheld', 'example-fails', 'translation-older']
    const codes = (more: Partial<CheckOptions>) =>
      asked.filter((code) => checkCharter(document, { ...options, ...more }).some((finding) => finding.code === code))
    expect(codes({})).toEqual([])
    expect(codes({ holders: new Map() })).toEqual(['position-unheld'])
    expect(codes({ examplesOf: charter })).toEqual(['example-fails'])
    expect(codes({ before: beforeOf(BROKEN) })).toEqual(['translation-older'])
    const plainly = checkCharter(document, options)
    expect(plainly.filter(({ line, says }) => !(line > 0) || says === undefined)).toEqual([])
    const { findings } = withAllOf(BROKEN)
    const given = [...asked, 'translation-older']
    expect(plainly).toEqual(findings.filter(({ code }) => !given.includes(code)))
  })

  it('tells them in the order of the source, the same each time', () => {
    const { findings } = withAllOf(BROKEN)
    const lines = findings.map(({ line }) => line)
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    expect(JSON.stringify(withAllOf(BROKEN).findings)).toBe(JSON.stringify(findings))
    const [one, other] = [
      { line: 2, column: 9 },
      { line: 2, column: 3 },
    ].map((place) => ({ ...place, path: '', code: 'unused-part', severity: 'warning', message: '' }) as const)
    expect(inSourceOrder([...(one ? [one] : []), ...(other ? [other] : [])]).map(({ column }) => column)).toEqual([
      3, 9,
    ])
  })

  it('quickly finds what needs no table and no calendar, as the page of findings says', () => {
    const { document, findings } = withAllOf(BROKEN)
    const quick = checkQuickly(document)
    const codes = new Set(quick.map(({ code }) => code))
    expect(quick).toEqual(findings.filter(({ code }) => codes.has(code)))
    expect([...codes].toSorted()).toEqual(
      documented()
        .flatMap(({ code, quick: isQuick }) => (isQuick ? [code] : []))
        .toSorted(),
    )
  })
})

const PAGES = new URL('../../../../docs/findings/', import.meta.url)

/** The rows of the index. */
function documented(): { code: string; severity: string; quick: boolean }[] {
  const page = readFileSync(new URL('README.md', PAGES), 'utf8')
  return page.split('\n').flatMap((line) => {
    const row = /^\| \[`([a-z-]+)`\]\(\1\.md\) \| (error|warning)(, \*quick\*)? \|[^|]+\|$/.exec(line)
    return row?.[1] && row[2] ? [{ code: row[1], severity: row[2], quick: row[3] !== undefined }] : []
  })
}

describe('the pages of findings', () => {
  const catalogue = Object.entries(CHECK_CODES).map(([code, { severity }]) => ({ code, severity }))

  it('and the catalogue name the same codes with the same severity', () => {
    expect(documented().map(({ code, severity }) => ({ code, severity }))).toEqual(catalogue)
    const pages = readdirSync(PAGES).filter((name) => name !== 'README.md')
    const codes = [...catalogue.map(({ code }) => code), ...Object.keys(READ_CODES)]
    expect(pages.toSorted()).toEqual(codes.map((code) => `${code}.md`).toSorted())
  })

  it.each(documented())('$code has an example that brings it, and says how to mend it', ({ code, severity, quick }) => {
    const page = readFileSync(new URL(`${code}.md`, PAGES), 'utf8')
    expect(page).toMatch(new RegExp(`^# \`${code}\`\n\n\\*${severity}${quick ? ', found quickly' : ''}\\.\\* `, 'i'))
    expect(page.match(/^## .*$/gm)).toEqual(['## An example', '## How to mend it', '## What it does not see'])
    const [shown = '', mended = ''] = page.split('## How to mend it')
    const [example, next] = blocksOf(shown)
    const [before = example, after] = blocksOf(mended)
    // The example of this one is too long for a page, and stands in charters/broken.yaml.
    if (code === 'table-too-large') expect(example).toBeUndefined()
    else if (code === 'translation-older') expect(codesIn(next ?? '', example)).toContain(code)
    else for (const text of [example, before]) expect(codesIn(text ?? '')).toContain(code)
    if (after !== undefined) expect(codesIn(after)).not.toContain(code)
  })

  it.each(['promise-incomplete', 'closed-longer-than-target', 'table-too-large'])(
    '%s is shown before and after it is mended',
    (code) => {
      const page = readFileSync(new URL(`${code}.md`, PAGES), 'utf8')
      expect(blocksOf(page.split('## How to mend it')[1] ?? '')).toHaveLength(2)
    },
  )
})

const blocksOf = (page: string) => [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block ?? '')

/** What is found in the body of a charter in two languages, in which agents have somebody. */
function codesIn(body: string, earlier?: string): readonly string[] {
  const charter = charterOf(body, { languages: '[en, it]' })
  const { document, zone, calendars } = charter
  const holders = new Map([['agent', 1]])
  const before = earlier === undefined ? {} : { before: charterOf(earlier, { languages: '[en, it]' }).document }
  const findings = checkCharter(document, { asOf: AS_OF, zone, calendars, holders, examplesOf: charter, ...before })
  return findings.map((finding) => finding.code)
}

describe('the diagram of a large table', () => {
  it('stays small: 300 rows over six facts in fewer than 7,000 nodes', () => {
    const place = { path: '', line: 1, column: 1 }
    const choice = (name: string, count: number): FactDefinition => ({
      name,
      derived: false,
      place,
      type: { kind: 'choice', ordered: false, values: Array.from({ length: count }, (_, value) => `${name}-${value}`) },
    })
    const facts = new Map(
      [
        choice('channel', 9),
        choice('tier', 3),
        choice('priority', 3),
        choice('reason', 6),
        { name: 'price', derived: false, place, type: { kind: 'money', currency: 'EUR' } } as const,
        { name: 'bought', derived: false, place, type: { kind: 'age', until: 'creation' } } as const,
      ].map((fact) => [fact.name, fact] as const),
    )
    for (let seed = 0; seed < 10; seed++) {
      const { source } = drawTable(drawFrom(seed), 1, 'first', facts)
      const rows = Array.from(
        { length: 300 },
        (_, row) => drawTable(drawFrom(300 * seed + row), 1, 'first', facts).source.rows[0] ?? { cells: new Map() },
      )
      const table = { ...source, when: new Map(), rows }
      const { diagramColumns, words } = casesOf(table)
      const diagram = buildDiagram(diagramColumns, words, sectionsOf([table], 2), (alive, offset) => alive[offset] ?? 0)
      expect(diagram?.column.length).toBeLessThan(7000)
    }
  })
})
