import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn } from '../../../test/charter-fixtures.ts'
import { readCharter } from '../read-charter.ts'

const HEAD = 'avow: 1\ncharter: a\nlanguages: [en, pt-BR]\nzone: Europe/Warsaw\n'
const withLine = (line: string): string => `${HEAD}${line}\n`

describe('the head of a charter', () => {
  it('may say when it takes effect, in its own zone or another', () => {
    expect(documentOf(withLine('effective: 2026-12-01T08:30')).effective).toMatchObject({
      minute: 510,
      zone: 'Europe/Warsaw',
    })
    expect(documentOf(withLine('effective: 2026-12-01T08:30 UTC')).effective).toMatchObject({
      minute: 510,
      zone: 'UTC',
    })
  })

  it('may have positions as a list or with texts', () => {
    const names = (line: string): unknown =>
      documentOf(withLine(line)).positions.map(({ name, says }) => [name, says?.by.get('en')])
    expect(names('positions: [agent, coo]')).toEqual([
      ['agent', undefined],
      ['coo', undefined],
    ])
    expect(names('positions: { agent: { says: { en: Agent } }, coo: }')).toEqual([
      ['agent', 'Agent'],
      ['coo', undefined],
    ])
  })

  it('may have a title in the master language alone', () => {
    expect(documentOf(withLine('title: How we serve')).title?.by).toEqual(new Map([['en', 'How we serve']]))
  })

  it('may say what the company is there for', () => {
    const texts = new Map([['en', 'Good bread.']])
    expect(documentOf(withLine('mission: Good bread.')).mission?.by).toEqual(texts)
    expect(documentOf(withLine('mission: { en: Good bread. }')).mission?.by).toEqual(texts)
    expect(documentOf(withLine('title: Bakery'))).not.toHaveProperty('mission')
  })

  it('may have notes of any form, a review, and words for solving without an answer', () => {
    const text = withLine(
      'notes: [{ by: Anna, x: 1 }, text]\nreview: { every: 12 months, triggers: [new-channel, target-beaten: 3 months] }\nno answer needed: [thanks]',
    )
    expect(documentOf(text).noAnswerNeeded).toEqual(['thanks'])
  })

  it('needs one approval where it does not say how many', () => {
    expect(documentOf(withLine('positions: [coo]\npeople: { approvers: coo }')).people).toMatchObject({
      approvers: ['coo'],
      need: 1,
    })
  })

  it.each([
    [
      'effective: tomorrow',
      '5:12 bad-date “tomorrow” is no date and time with a zone; write it as 2026-12-01T00:00 Europe/Warsaw',
    ],
    [
      'effective: 2026-12-01T24:00',
      '5:12 bad-date “2026-12-01T24:00” is no date and time with a zone; write it as 2026-12-01T00:00 Europe/Warsaw',
    ],
    [
      'effective: 2026-12-01T00:00 Mars Base',
      '5:12 bad-date “2026-12-01T00:00 Mars Base” is no date and time with a zone; write it as 2026-12-01T00:00 Europe/Warsaw',
    ],
    ['title: [a]', '5:8 wrong-shape expected a text, or texts by language as in { en: … }, found a list'],
    ['title: {}', '5:8 bad-text there is no text here'],
    ['title: { en: 1 }', '5:14 wrong-shape expected a text, found “1”'],
    ['title: { en: "{target}" }', '5:14 bad-text nothing fills the placeholder “{target}”; this text can hold none'],
    ['title: { pl: Tytuł }', '5:10 unknown-language there is no language “pl”; there are: en, pt-BR'],
    ['positions: [agent, agent]', '5:20 named-twice the position “agent” stands here twice'],
    ['positions: [assignee]', '5:13 reserved-name “assignee” has a meaning of its own; give the position another name'],
    ['positions: [public]', '5:13 reserved-name “public” has a meaning of its own; give the position another name'],
    [
      'positions: [team lead]',
      '5:13 bad-name “team lead” cannot be the name of a position: write a letter, then letters, digits, “-” or “_”',
    ],
    ['positions: [1]', '5:13 wrong-shape expected the name of a position, found “1”'],
    ['positions: agent', '5:12 wrong-shape expected a list of positions, as in [agent, team-lead], found “agent”'],
    ['people: { approvers: [coo] }', '5:23 unknown-position there is no position “coo”; none is declared'],
    ['people: { owner: a, approvers: [] }', '5:18 unknown-position there is no position “a”; none is declared'],
    ['review: { every: often }', '5:18 wrong-shape expected a span such as 12 months, found “often”'],
    [
      'review: { triggers: [a: 3 months, b: soon] }',
      '5:38 wrong-shape expected a span such as 12 months, found “soon”',
    ],
    [
      'review: { triggers: [{ a: 3 months, b: 2 days }] }',
      '5:22 wrong-shape expected one trigger, as in target-beaten: 3 months, found a map',
    ],
    ['no answer needed: [thanks, thanks]', '5:28 named-twice “thanks” stands here twice'],
    ['no answer needed: thanks', '5:19 wrong-shape expected a list of reasons, found “thanks”'],
    ['zones: [UTC]', '5:1 unknown-field there is no field in a charter called “zones”; did you mean “zone”?'],
    ['Promises: []', '5:1 unknown-field there is no field in a charter called “Promises”; did you mean “promises”?'],
  ])('%s is refused at its place', (line, finding) => {
    expect(findingsIn(withLine(line)).slice(0, 1)).toEqual([finding])
  })

  it('cannot need more approvals than there are approvers', () => {
    expect(findingsIn(withLine('positions: [coo]\npeople: { approvers: [coo], need: 2 }'))).toEqual([
      '6:35 fields-conflict 2 must approve, and there is 1 approver',
    ])
    expect(findingsIn(withLine('positions: [coo, ceo]\npeople: { approvers: [coo, ceo], need: 3 }'))).toEqual([
      '6:40 fields-conflict 3 must approve, and there are 2 approvers',
    ])
  })

  it('counts approvers as they are written, also those whose names are wrong', () => {
    expect(findingsIn(withLine('positions: [coo, ceo]\npeople: { approvers: [coo, cfo], need: 2 }'))).toEqual([
      '6:28 unknown-position there is no position “cfo”; did you mean “coo”?',
    ])
  })

  it.each([
    [
      'charter: a',
      'charter: The Charter',
      '2:10 bad-name “The Charter” cannot be the name of a charter: write a letter, then letters, digits, “-” or “_”',
    ],
    ['charter: a', 'charter: 1', '2:10 wrong-shape expected the name of a charter, found “1”'],
    ['[en, pt-BR]', '[]', '3:12 wrong-shape expected at least one language, found a list'],
    ['[en, pt-BR]', '[english]', '3:13 bad-name “english” is no code of a language; write it as en, pl or pt-BR'],
    ['[en, pt-BR]', '[en, en]', '3:17 named-twice “en” stands here twice'],
    ['[en, pt-BR]', 'en', '3:12 wrong-shape expected a list of languages, found “en”'],
    ['Europe/Warsaw', 'Mars Base', '4:7 bad-name “Mars Base” is no time zone; names look like Europe/Warsaw, or UTC'],
    ['Europe/Warsaw', '1', '4:7 wrong-shape expected a time zone such as Europe/Warsaw, found “1”'],
  ])('with %s written as %s is refused at its place', (good, bad, finding) => {
    expect(findingsIn(HEAD.replace(good, bad))).toEqual([finding])
  })
})

describe('a time zone', () => {
  const withZone = (zone: string): string[] => findingsIn(HEAD.replace('Europe/Warsaw', zone))

  it.each([
    ['Europe/Varsaw', 'there is no time zone “Europe/Varsaw”; did you mean “Europe/Warsaw”?'],
    ['europe/warsaw', 'there is no time zone “europe/warsaw”; did you mean “Europe/Warsaw”?'],
    ['EUROPE/WARSAW', 'there is no time zone “EUROPE/WARSAW”; did you mean “Europe/Warsaw”?'],
    ['warsaw', 'there is no time zone “warsaw”; did you mean “Europe/Warsaw”?'],
    ['utc', 'there is no time zone “utc”; did you mean “UTC”?'],
    ['Mars/Base', 'there is no time zone “Mars/Base”; names look like Europe/Warsaw, or UTC'],
  ])('called %s is refused', (zone, message) => {
    expect(withZone(zone)).toEqual([`4:7 unknown-zone ${message}`])
  })

  it.each([
    'UTC',
    'Etc/UTC',
    'Asia/Kolkata',
    'Europe/Kyiv',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
  ])('called %s is known', (zone) => {
    expect(withZone(zone)).toEqual([])
  })

  it('is looked for where a charter takes effect too', () => {
    expect(findingsIn(withLine('effective: 2026-12-01T00:00 Europe/Varsaw'))).toEqual([
      '5:29 unknown-zone there is no time zone “Europe/Varsaw”; did you mean “Europe/Warsaw”?',
    ])
  })

  it('that a version carries is not asked of the runtime', () => {
    const text = HEAD.replace('Europe/Warsaw', 'Mars/Base')
    expect(readCharter(text, { zones: ['Mars/Base'] }).findings).toEqual([])
  })
})

describe('a name that was refused', () => {
  const withClauses = (text: string): string[] =>
    findingsIn(
      `${HEAD}positions: [agent, team lead]\ncalendars: { of fice: { open: always }, shop: { open: always } }\n${text}`,
    ).slice(2)

  it('is suggested to nobody, and what may have meant it is no finding of its own', () => {
    expect(withClauses('people: { owner: team-lead, approvers: agent }')).toEqual([])
    expect(withClauses('promises: [ { id: P1, clock: resolution, table: [ { target: 2 h of office } ] } ]')).toEqual([])
  })

  it('leaves other mistakes as they are', () => {
    expect(withClauses('people: { owner: agnet, approvers: agent }')).toEqual([
      '7:18 unknown-position there is no position “agnet”; did you mean “agent”?',
    ])
    expect(withClauses('people: { owner: director, approvers: agent }')).toEqual([
      '7:18 unknown-position there is no position “director”; there are: agent',
    ])
  })

  const promise = (id: string, rows: number): string =>
    `  - { id: ${id}, clock: resolution, table: [ ${Array(rows).fill('{ target: 2 days }').join(', ')} ] }\n`
  const expecting = (outcome: string): string =>
    `examples: [ { given: { at: 2026-12-23T16:30 }, expect: { ${outcome} } } ]\n`

  it('is none that examples are told of again: an id in another form', () => {
    expect(findingsIn(`${HEAD}promises:\n${promise('p2', 1)}${expecting('P2: none')}`)).toEqual([
      '6:11 bad-name “p2” cannot be an id: write a capital letter, then letters, digits or “-”, as in P1',
    ])
  })

  it('is none that examples are told of again: an id that stands twice', () => {
    const text = `${HEAD}promises:\n${promise('P1', 3)}${promise('P1', 1)}`
    const twice = '7:11 named-twice the id “P1” was given already in line 6'
    expect(findingsIn(text + expecting('P1: { row: 3 }'))).toEqual([twice])
    expect(findingsIn(text + expecting('P2: { row: 1 }'))).toEqual([twice])
    expect(findingsIn(text + expecting('Q77: { row: 1 }'))).toHaveLength(2)
  })
})
