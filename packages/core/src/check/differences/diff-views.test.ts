import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AS_OF } from '../../../test/check/charter-texts.ts'
import { type ClauseView, compileDraft, readCharter } from '../../charter/index.ts'
import { diffCharters } from './diff.ts'
import { provisionParts, statedParts } from './diff-views.ts'
import { differenceSentences } from './difference.ts'

/** The page's charter with everything that there is. */
const page = readFileSync(new URL('../../../../../docs/formats/charter.md', import.meta.url), 'utf8')
const [, ...parts] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '')
const CHARTER = parts.join('\n')

function charterOf(text: string) {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) throw new Error(findings[0]?.message)
  return compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test' })
}

function differences(...edits: readonly (readonly [string, string])[]) {
  const text = edits.reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replace(from, to)
  }, CHARTER)
  return diffCharters(charterOf(CHARTER), charterOf(text), AS_OF).filter(({ change }) => change !== 'same')
}
const sentences = (...edits: readonly (readonly [string, string])[]) =>
  differences(...edits).flatMap(differenceSentences)

describe('clauses by which no ticket is judged', () => {
  it.each<readonly [string, string, string, string]>([
    ['a value', 'shown by: [P1, O1]', 'shown by: [P1]', 'V1: shown by changed: P1, O1 → P1'],
    ['an objective', 'target: 95%\n', 'target: 96%\n', 'O1: target changed: 95% → 96%'],
    ['a benchmark', 'claims: 90%', 'claims: 91%', 'O1: row 1 changed: gives of Rival Ltd'],
    [
      'a step',
      '{ automate: send-label }',
      '{ automate: send-box }',
      'D1: row 5 changed: automate send-label → automate send-box',
    ],
    ['the words of a step', 'Ring the workshop.', 'Write to the workshop.', 'D1: the words of “step 3” changed in en'],
    ['a channel', 'answers: bot', 'answers: nobody', 'C1: after hours changed: bot → nobody'],
    [
      'a routing',
      'skills: [italian]',
      'skills: [greek]',
      'G1: row 1 changed: channel phone, to voices, skills italian → channel phone, to voices, skills greek',
    ],
    ['a tone', 'address: Lei', 'address: tu', 'T1: address changed: Lei → tu'],
    ['an exclusion', 'Ask the shop that sold it.', 'Ask the maker.', 'X1: the words of “instead” changed in en'],
    ['an agreement', 'supplier: Fast Parcels', 'team: parcels', 'L2: team changed: none → parcels'],
  ])('%s tells what changed of it', (_, from, to, said) => {
    const told = sentences([from, to])
    if (said.includes('gives of')) expect(told).toHaveLength(1)
    else expect(told).toContain(said)
  })

  it('are told whole where they are new or gone', () => {
    const line = '  - { id: L2, supplier: Fast Parcels, for: [P3], table: [ { target: 2 days } ] }\n'
    expect(sentences([line, ''])).toEqual(['L2: removed'])
    expect(sentences([line, `${line}  - { id: L3, team: parcels, for: P3, table: [ { target: 1 day } ] }\n`])).toEqual([
      'L3: added',
    ])
  })

  it('say each as data', () => {
    const [clause] = differences(['skills: [italian]', 'skills: [greek]'])
    expect(clause).toMatchObject({ kind: 'routing', id: 'G1', change: 'changed' })
    const row = (skill: string) => ['when', 'channel', 'phone', 'gives', 'to', 'voices', 'gives', 'skills', skill]
    expect(clause?.parts.map(({ says }) => says)).toEqual([
      { form: 'row', data: { row: 1 }, before: row('italian'), after: row('greek') },
    ])
    expect(differences(['address: Lei, ', ''])[0]?.parts.map(({ says }) => says)).toEqual([
      { form: 'term', data: { field: 'address' }, before: ['address', 'Lei'], after: null },
    ])
  })
})

describe('what every clause may say', () => {
  it('is told, and makes no promise stricter or looser', () => {
    const [clause] = differences([
      '    clock: first-response\n',
      '    clock: first-response\n    owner: agent\n    limits: { en: Not at fairs., it: Non alle fiere. }\n',
    ])
    expect(clause).toMatchObject({ kind: 'promise', id: 'P1', change: 'changed' })
    expect(clause?.parts.map(({ text }) => text)).toEqual([
      'owner changed: none → agent',
      'the words of “limits” changed in en and it',
    ])
    const both = differences(
      ['    clock: first-response\n', '    clock: first-response\n    owner: agent\n'],
      ['target: 2 min of line', 'target: 1 min of line'],
    )
    expect(both[0]).toMatchObject({ id: 'P1', change: 'stricter' })
  })

  it('is told of the exclusions that a remedy names', () => {
    expect(sentences(['allow: apology, tell: X1', 'allow: apology'])).toEqual(['R1: tell changed: –; X1 → none'])
  })
})

describe('two views of a clause', () => {
  const view = (more: Partial<ClauseView>): ClauseView => ({
    ...{ kind: 'value', id: 'V1', audience: 'public', line: 1, terms: [], rows: [], texts: [] },
    ...{ says: null, because: null },
    ...more,
  })
  const row = (to: string) => ({ number: 1, when: { channel: 'chat' }, gives: { to }, says: null })
  const told = (old: Partial<ClauseView>, fresh: Partial<ClauseView>) =>
    statedParts(view(old), view(fresh)).map(({ text, says }) => [text, says])

  it('tell of rows that are new and of rows that are gone', () => {
    const side = (to: string) => ['when', 'channel', 'chat', 'gives', 'to', to]
    expect(told({ rows: [row('a')] }, { rows: [row('a'), row('b')] })).toEqual([
      ['row 2 changed: none → channel chat, to b', { form: 'row', data: { row: 2 }, before: null, after: side('b') }],
    ])
    expect(told({ rows: [row('a'), row('b')] }, { rows: [row('c')] })).toEqual([
      [
        'row 1 changed: channel chat, to a → channel chat, to c',
        { form: 'row', data: { row: 1 }, before: side('a'), after: side('c') },
      ],
      ['row 2 changed: channel chat, to b → none', { form: 'row', data: { row: 2 }, before: side('b'), after: null }],
    ])
  })

  it('tell of the words of rows, of the clause and of its texts', () => {
    const said = { ...row('a'), says: { en: 'Ring.' } }
    expect(told({ rows: [row('a')] }, { rows: [said] }).map(([text]) => text)).toEqual([
      'the words of “step 1” changed in en',
    ])
    expect(told({ rows: [said] }, {}).map(([text]) => text)).toEqual([
      'row 1 changed: channel chat, to a → none',
      'the words of “step 1” changed in en',
    ])
    expect(told({ says: { en: 'A' }, because: { en: 'B' } }, { says: { en: 'C' }, because: { en: 'D' } })).toEqual([
      [
        'the words of “says” changed in en',
        { form: 'words.says', data: { languages: ['en'] }, before: 'A', after: 'C' },
      ],
      [
        'the words of “because” changed in en',
        { form: 'words.because', data: { languages: ['en'] }, before: 'B', after: 'D' },
      ],
    ])
    const texts = (limits: string, contact: string) => [
      { name: 'limits', by: { en: limits } },
      { name: 'contact', by: { en: contact } },
    ]
    expect(told({ texts: texts('A', 'B') }, { texts: texts('A', 'C') })).toEqual([
      [
        'the words of “contact” changed in en',
        { form: 'words.text', data: { field: 'contact', languages: ['en'] }, before: 'B', after: 'C' },
      ],
    ])
  })

  it('tell for whom the clause is', () => {
    expect(told({ audience: 'public' }, { audience: 'staff' })).toEqual([
      ['audience changed: public → staff', { form: 'audience', data: {}, before: 'public', after: 'staff' }],
    ])
  })

  it('tell of the law, owner, objective, review and stance of any clause, and of no other field', () => {
    const terms = (word: string) =>
      ['law', 'owner', 'objective', 'review', 'stance', 'address'].map((name) => ({ name, text: `${name} ${word}` }))
    expect(provisionParts(view({ terms: terms('a') }), view({ terms: terms('b') })).map(({ about }) => about)).toEqual([
      'law',
      'owner',
      'objective',
      'review',
      'stance',
    ])
  })
})
