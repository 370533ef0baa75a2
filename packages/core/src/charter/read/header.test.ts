import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn } from '../../../test/charter-fixtures.ts'

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
      '6:35 fields-conflict 2 must approve, and there are fewer approvers (1)',
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
    ['Europe/Warsaw', 'Mars Base', '4:7 bad-name “Mars Base” is no time zone; names look like Europe/Warsaw'],
    ['Europe/Warsaw', '1', '4:7 wrong-shape expected a time zone such as Europe/Warsaw, found “1”'],
  ])('with %s written as %s is refused at its place', (good, bad, finding) => {
    expect(findingsIn(HEAD.replace(good, bad))).toEqual([finding])
  })
})
