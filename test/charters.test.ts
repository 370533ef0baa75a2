import {
  CHECK_CODES,
  type CharterDocument,
  checkCharter,
  checkQuickly,
  type Finding,
  formatDate,
  parseDate,
  READ_CODES,
  type ReadCode,
  readCharter,
  readHolders,
  runExamples,
  type Texts,
  weekdayOfDay,
} from '@avow/core'
import { describe, expect, it } from 'vitest'
import { AS_OF, goodCharters, openCharter, textOf } from './charter-files.ts'
import { holidaysOf } from './public-holidays.ts'

const good = goodCharters()
/** The charters to start from; the others judge the logs of other companies. */
const ours = [
  'retailer.yaml',
  'software-help-desk.yaml',
  'utility.yaml',
  'retail-desk.yaml',
  'airline.yaml',
  'telecom.yaml',
]

/** `line code` of each finding that a file says it brings, in the order of the file. */
function announced(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const codes = / # finds ([a-z-]+(?:, [a-z-]+)*)(?::|$)/.exec(line)?.[1]?.split(', ') ?? []
    return codes.map((code) => `${index + 1} ${code}`)
  })
}

function documentOf(source: string): CharterDocument {
  const { document, findings } = readCharter(source)
  if (document === undefined) throw new Error(`it cannot be read: ${JSON.stringify(findings)}`)
  return document
}

function brought(findings: readonly Finding[]): string[] {
  return findings.map(({ line, code }) => `${line} ${code}`)
}

/** What a check finds in a charter; more of it where it is known who holds what, or what the version before said. */
function checked(
  path: string,
  { people, before }: { people?: string; before?: CharterDocument } = {},
): readonly Finding[] {
  const { document, charter } = openCharter(path)
  const { holders } = people === undefined ? {} : readHolders(textOf(people), document)
  const { zone, calendars } = charter
  return checkCharter(document, {
    asOf: AS_OF,
    zone,
    calendars,
    examplesOf: charter,
    ...(holders === undefined ? {} : { holders }),
    ...(before === undefined ? {} : { before }),
  })
}

describe('the shipped charters', () => {
  it('are those to start from, and those of logs that others have published', () => {
    expect(good).toEqual(expect.arrayContaining(ours))
  })

  it.each(good)('%s has no finding', (name) => {
    expect(readCharter(textOf(`charters/${name}`)).findings).toEqual([])
    expect(checked(`charters/${name}`)).toEqual([])
    expect(checkQuickly(openCharter(`charters/${name}`).document)).toEqual([])
  })

  it.each(good)('%s does what its examples say, and they try every row', (name) => {
    const { examples, untried } = runExamples(openCharter(`charters/${name}`).charter)
    expect(examples.length).toBeGreaterThan(0)
    expect(examples.flatMap(({ number, failures }) => failures.map((failure) => ({ number, ...failure })))).toEqual([])
    expect(untried).toEqual([])
  })

  it.each(ours)('%s has every text in each of its languages', (name) => {
    const { document } = openCharter(`charters/${name}`)
    const lacking = [...textsOf(document)].flatMap(([whose, texts]) => {
      const missing = document.languages.filter((language) => !texts?.by.has(language))
      return missing.length > 0 ? [`${whose}: ${missing.join(', ')}`] : []
    })
    expect(lacking).toEqual([])
  })

  it('speak the five languages of the glossary', () => {
    const { document } = openCharter('charters/retailer.yaml')
    expect(document.languages).toEqual(['en', 'it', 'pl', 'el', 'ar'])
    expect(openCharter('charters/software-help-desk.yaml').document.languages).toEqual(['en', 'it'])
    expect(openCharter('charters/utility.yaml').document.languages).toEqual(['en', 'pl'])
    for (const name of ['retail-desk', 'airline', 'telecom'])
      expect(openCharter(`charters/${name}.yaml`).document.languages).toEqual(['en', 'it'])
  })
})

/** Everything that people read, with whose it is; undefined where there are no words at all. */
function* textsOf(document: CharterDocument): Generator<[string, Texts | undefined]> {
  yield ['title', document.title]
  for (const { name, says, valuesSay, type, derived } of document.facts.values()) {
    if (derived) continue
    yield [name, says]
    for (const value of type.kind === 'choice' ? type.values : []) yield [`${name} ${value}`, valuesSay?.get(value)]
  }
  for (const { name, says } of document.events.values()) yield [name, says]
  for (const { name, says } of document.calendars.values()) yield [name, says]
  for (const { name, says } of document.positions) yield [name, says]
  for (const { id, says } of document.promises) yield [id, says]
  for (const { id, says, audience } of document.remedies) if (audience === 'public') yield [id, says]
}

describe('the holidays of the shipped charters', () => {
  const countries = [
    ['retailer.yaml', 'PL'],
    ['software-help-desk.yaml', 'IT'],
    ['utility.yaml', 'PL'],
  ] as const

  it.each(countries)('%s closes on what the law of %s makes a holiday, and on nothing else', (name, country) => {
    const holidays = [2026, 2027].flatMap((year) => holidaysOf(country, year))
    for (const { name: calendar, rules } of openCharter(`charters/${name}`).document.calendars.values()) {
      if (rules.holidaysUntil === undefined) continue
      expect(`${calendar} ${formatDate(rules.holidaysUntil)}`).toBe(`${calendar} 2027-12-31`)
      const opensOn = (date: string) => (rules.week[weekdayOfDay(parseDate(date) ?? Number.NaN)] ?? []).length > 0
      const dates = [...rules.closed, ...[...rules.on.keys()].filter((day) => holidays.includes(formatDate(day)))]
      const kept = dates.map(formatDate).sort()
      expect(`${calendar} ${kept.join(' ')}`).toBe(`${calendar} ${holidays.filter(opensOn).sort().join(' ')}`)
    }
  })
})

describe('the charter that is broken on purpose', () => {
  const text = textOf('charters/broken.yaml')
  const findings = checked('charters/broken.yaml')
  const places = new Set(brought(findings))
  const unheld = checked('charters/broken.yaml', { people: 'charters/broken-people.yaml' }).filter(
    (finding) => !places.has(`${finding.line} ${finding.code}`),
  )
  const was = text.replace('We keep our word.', 'We keep our promises.')
  const older = checked('charters/broken.yaml', { before: documentOf(was) }).filter(
    (finding) => !places.has(`${finding.line} ${finding.code}`),
  )

  it('brings the findings that its comments announce, in their lines, and no other', () => {
    expect(brought(findings)).toEqual(announced(text))
  })

  it('shows every finding of the checks', () => {
    const codes = new Set([...findings, ...unheld, ...older].map(({ code }) => code))
    expect([...codes].sort()).toEqual(Object.keys(CHECK_CODES).sort())
  })

  it('brings what nobody holds as well, once it is known who holds what', () => {
    const named = unheld.map(({ code, says }) => [
      code,
      says?.data['clause'],
      says?.data['step'],
      says?.data['position'],
    ])
    expect(named).toEqual([
      ...[1, 3, 4].map((step) => ['position-unheld', 'E1', step, 'head-of-service']),
      ['position-unheld', 'A2', undefined, 'head-of-service'],
    ])
  })

  it('brings what is older than its original as well, once the version before is known', () => {
    expect(older.map(({ code, says }) => [code, says?.data['part'], says?.data['languages']])).toEqual([
      ['translation-older', ['says', 'V8'], ['it']],
    ])
  })

  it('brings, when checked quickly, the findings that need no table and no calendar', () => {
    const quick = brought(checkQuickly(openCharter('charters/broken.yaml').document))
    const all = brought(findings)
    expect(quick.length).toBeGreaterThan(0)
    expect(quick).toEqual(all.filter((finding) => quick.includes(finding)))
  })
})

/** Findings that need a text of their own, since nothing else is read after them. */
const ALONE: Readonly<Partial<Record<ReadCode, { readonly text: string; readonly line: number }>>> = {
  'not-used-in-charters': { text: 'avow: 1\ncharter: &name shop\n', line: 2 },
  'too-large': { text: `avow: 1 # ${'endless '.repeat(1_000_000)}\n`, line: 1 },
  'too-deep': { text: `avow: 1\nnotes: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, line: 2 },
  'wrong-version': { text: 'avow: 2\ncharter: shop\n', line: 1 },
  'too-many-findings': {
    text: `avow: 1\ncharter: shop\nlanguages: [en]\nzone: Europe/Rome\n${Array.from({ length: 300 }, (_, index) => `field${index}: 1\n`).join('')}`,
    line: 204,
  },
}

describe('the draft full of slips', () => {
  const text = textOf('charters/broken-text.yaml')
  const { document, findings } = readCharter(text)

  it('brings the findings that its comments announce, in their lines, and no other', () => {
    expect(brought(findings)).toEqual(announced(text))
    expect(document).toBeUndefined()
  })

  it('shows every finding of reading that one file can show', () => {
    const alone = Object.keys(ALONE)
    expect([...new Set([...findings.map(({ code }) => code), ...alone])].sort()).toEqual(Object.keys(READ_CODES).sort())
    expect(findings.filter(({ code }) => alone.includes(code))).toEqual([])
  })

  it.each(Object.entries(ALONE))('%s stands in a text of its own', (code, { text: own, line }) => {
    const found = readCharter(own).findings
    expect(found.filter((finding) => finding.code === code).map((finding) => finding.line)).toEqual([line])
  })
})
