import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import type { CompiledCharter } from '../../charter/index.ts'
import { diffCharters } from './diff.ts'
import { DIFFERENCE_FORMS, type DifferenceForm, type DifferenceSays, rowsSays } from './difference-forms.ts'

const OLD = `title: { en: Our service }
mission: { en: Light for everybody. }
positions: [agent, lead, chief]
law: { jurisdictions: [PL], sectors: [consumer], blocking: [PL-2], off: [ { row: PL-4, because: { en: We visit nobody. } } ] }
people: { owner: lead, approvers: [agent], need: 1 }
facts:
  channel: { one of: [email, chat, phone, form], values say: { email: { en: e-mail } } }
  tier: { in order: [free, standard, gold] }
  price: money EUR
  score: number
events:
  repair.booked: {}
  repair.done: { tickets: 3, within: 14 days }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, closed: [2026-12-24] }
promises:
  - id: P1
    audience: public
    clock: first-response
    measured: [each]
    says: { en: "A person answers you within {target}." }
    because: { en: Because. }
    table:
      - { channel: chat, target: 2 min of office }
      - { channel: email, tier: gold, target: 1 h of office }
      - { channel: [email, form], target: 4 h of office }
      - { target: 8 h of office }
  - { id: P2, audience: staff, clock: resolution, pauses: [on-hold], measured: [each], table: [ { target: 14 days } ] }
  - { id: P3, audience: staff, clock: resolution, measured: [each], when: { tier: gold }, table: [ { target: 14 days } ] }
escalation:
  - { id: E1, for: P1, steps: [ { at: 75%, tell: assignee } ] }
  - { id: E2, when: { contacts: ">= 3" }, steps: [ { tell: lead } ] }
remedies:
  - { id: R1, table: [ { allow: [refund] } ] }
  - { id: R2, table: [ { allow: [apology] } ] }
authority:
  - { id: A1, position: agent, may: [refund] }
  - { id: A2, position: chief, may: [refund] }
`

/** What each of these edits makes the comparison say, beside other things. */
const EDITS: readonly (readonly [DifferenceForm, DifferenceSays | undefined, readonly [string, string]])[] = [
  ['rows.some', undefined, ['1 h of office', '2 h of office']],
  [
    'rows.some',
    {
      form: 'rows.some',
      data: { cases: [[{ fact: 'channel', accepts: ['chat'] }]], more: 0 },
      before: ['gives', '2 min of office', 'audience', 'public'],
      after: ['gives', '2 min of office', 'audience', 'staff'],
    },
    ['target: 2 min of office', 'target: 2 min of office, audience: staff'],
  ],
  [
    'rows.all',
    { form: 'rows.all', data: {}, before: ['gives', '14 days'], after: ['gives', '7 days'] },
    [
      'P2, audience: staff, clock: resolution, pauses: [on-hold], measured: [each], table: [ { target: 14 days',
      'P2, audience: staff, clock: resolution, pauses: [on-hold], measured: [each], table: [ { target: 7 days',
    ],
  ],
  [
    'pauses.more',
    { form: 'pauses.more', data: { states: ['waiting-for-customer'] } },
    ['[on-hold]', '[on-hold, waiting-for-customer]'],
  ],
  ['pauses.fewer', { form: 'pauses.fewer', data: { states: ['on-hold'] } }, [', pauses: [on-hold]', '']],
  [
    'added.promise',
    { form: 'added.promise', data: { clock: ['resolution'], targets: ['14 days'] } },
    ['id: P2', 'id: P4'],
  ],
  ['removed.promise', undefined, ['id: P2', 'id: P4']],
  [
    'added.promise-for',
    {
      form: 'added.promise-for',
      data: { clock: ['resolution'], cases: [[{ fact: 'tier', accepts: ['gold'] }]], targets: ['14 days'] },
    },
    ['id: P3', 'id: P4'],
  ],
  ['removed.promise-for', undefined, ['id: P3', 'id: P4']],
  ['added.escalation', { form: 'added.escalation', data: { steps: 1 } }, ['id: E2', 'id: E3']],
  ['removed.escalation', undefined, ['id: E2', 'id: E3']],
  ['added.remedy', { form: 'added.remedy', data: { gives: ['apology'] } }, ['id: R2', 'id: R3']],
  ['removed.remedy', undefined, ['id: R2', 'id: R3']],
  [
    'added.authority',
    { form: 'added.authority', data: { position: 'chief', gives: ['refund'] } },
    ['id: A2', 'id: A3'],
  ],
  ['removed.authority', undefined, ['id: A2', 'id: A3']],
  ['added.part', { form: 'added.part', data: {} }, ['price: money EUR', 'price: money EUR\n  vip: yes or no']],
  ['removed.part', undefined, ['  price: money EUR\n', '']],
  [
    'words.says',
    { form: 'words.says', data: { languages: ['en'] }, before: 'A person answers you within {target}.', after: null },
    ['    says: { en: "A person answers you within {target}." }\n', ''],
  ],
  ['words.because', undefined, ['Because.', 'For this.']],
  ['words.title', undefined, ['Our service', 'Our promises']],
  ['words.mission', undefined, ['Light for everybody.', 'Light and water for everybody.']],
  [
    'words.value',
    { form: 'words.value', data: { value: 'email', languages: ['en'] }, before: 'e-mail', after: 'mail' },
    ['en: e-mail', 'en: mail'],
  ],
  [
    'clock',
    {
      form: 'clock',
      data: {},
      before: ['first-response'],
      after: ['declared', 'repair.booked', 'repair.done', 'once', 'repair.booked'],
    },
    [
      'clock: first-response',
      'clock: { from: repair.booked, until: repair.done, given up: repair.booked, each: once }',
    ],
  ],
  [
    'on-change',
    { form: 'on-change', data: {}, before: 'decide again', after: 'keep' },
    ['measured: [each]\n', 'measured: [each]\n    on change: keep\n'],
  ],
  [
    'no-answer-needed',
    { form: 'no-answer-needed', data: {}, before: null, after: ['spam'] },
    ['measured: [each]\n', 'measured: [each]\n    no answer needed: [spam]\n'],
  ],
  [
    'if-broken',
    { form: 'if-broken', data: {}, before: null, after: ['apologise', 'R1'] },
    ['measured: [each]\n', 'measured: [each]\n    if broken: { apologise: true, remedy: R1 }\n'],
  ],
  [
    'measured',
    { form: 'measured', data: {}, before: ['each'], after: ['each', '95% a month', '<= 3 h a quarter'] },
    ['measured: [each]\n', 'measured: [each, share: 95% a month, mean: "<= 3 h a quarter"]\n'],
  ],
  [
    'audience',
    { form: 'audience', data: {}, before: 'public', after: 'position:lead' },
    ['audience: public', 'audience: lead'],
  ],
  [
    'trigger',
    { form: 'trigger', data: {}, before: ['event', '', 'contacts', '>= 3'], after: ['promise', 'P1'] },
    ['when: { contacts: ">= 3" }, steps: [ { tell', 'for: P1, steps: [ { at: 50%, tell'],
  ],
  [
    'step',
    {
      form: 'step',
      data: { step: 1 },
      before: ['75%', 'tell', 'assignee'],
      after: ['after 2 h of office', 'tell', 'assignee', 'give-to', 'lead', 'raise-priority', ''],
    },
    ['{ at: 75%, tell: assignee }', '{ after: 2 h of office, tell: assignee, give to: lead, raise priority: true }'],
  ],
  [
    'step',
    { form: 'step', data: { step: 2 }, before: null, after: ['80%', 'tell', 'lead'] },
    ['tell: assignee }', 'tell: assignee }, { at: 80%, tell: lead }'],
  ],
  ['position', { form: 'position', data: {}, before: 'agent', after: 'lead' }, ['position: agent', 'position: lead']],
  [
    'order',
    { form: 'order', data: {}, before: ['free', 'standard', 'gold'], after: ['standard', 'free', 'gold'] },
    ['[free, standard, gold]', '[standard, free, gold]'],
  ],
  ['type', { form: 'type', data: {}, before: 'number', after: 'money EUR' }, ['score: number', 'score: money EUR']],
  [
    'zone',
    { form: 'zone', data: {}, before: 'Europe/Warsaw', after: 'Europe/Rome' },
    ['office: {', 'office: { zone: Europe/Rome,'],
  ],
  [
    'weekday',
    { form: 'weekday', data: { weekday: 'fri' }, before: ['09:00-17:00'], after: [] },
    ['mon-fri: 09:00-17:00', 'mon-thu: 09:00-17:00'],
  ],
  [
    'date',
    { form: 'date', data: { date: '2026-12-23' }, before: null, after: ['09:00-12:00'] },
    ['closed: [2026-12-24]', 'closed: [2026-12-24], on: { 2026-12-23: 09:00-12:00 }'],
  ],
  [
    'night-continues',
    { form: 'night-continues', data: {}, before: 'no', after: 'yes' },
    ['closed: [2026-12-24]', 'closed: [2026-12-24], night continues: true'],
  ],
  [
    'holidays-until',
    { form: 'holidays-until', data: {}, before: null, after: '2026-12-31' },
    ['closed: [2026-12-24]', 'closed: [2026-12-24], holidays until: 2026-12-31'],
  ],
  [
    'heard',
    { form: 'heard', data: { language: 'en' }, before: null, after: ['booked in'] },
    ['repair.booked: {}', 'repair.booked: { words: { en: [booked in] } }'],
  ],
  [
    'repeated.other',
    { form: 'repeated.other', data: {}, before: null, after: ['3', '14 days'] },
    ['repair.booked: {}', 'repair.booked: { tickets: 3, within: 14 days }'],
  ],
  [
    'repeated.sooner',
    { form: 'repeated.sooner', data: { tickets: 3, days: 14 }, before: ['3', '14 days'], after: ['3', '3 weeks'] },
    ['repair.done: { tickets: 3, within: 14 days }', 'repair.done: { tickets: 3, within: 3 weeks }'],
  ],
  [
    'repeated.later',
    { form: 'repeated.later', data: { tickets: 3, days: 0 }, before: ['3', '14 days'], after: ['4', '14 days'] },
    ['repair.done: { tickets: 3, within: 14 days }', 'repair.done: { tickets: 4, within: 14 days }'],
  ],
  [
    'holidays-from',
    { form: 'holidays-from', data: {}, before: null, after: ['the law'] },
    ['closed: [2026-12-24]', 'closed: [2026-12-24], holidays from: the law'],
  ],
  ['owner', { form: 'owner', data: {}, before: 'lead', after: 'agent' }, ['owner: lead', 'owner: agent']],
  [
    'approvals-needed',
    { form: 'approvals-needed', data: {}, before: 1, after: 2 },
    ['approvers: [agent], need: 1', 'approvers: [agent, lead], need: 2'],
  ],
  ['values.added', { form: 'values.added', data: { names: ['post'] } }, ['phone, form]', 'phone, form, post]']],
  ['values.removed', { form: 'values.removed', data: { names: ['phone'] } }, ['phone, form]', 'form]']],
  [
    'closed.added',
    { form: 'closed.added', data: { names: ['2026-12-25'] } },
    ['[2026-12-24]', '[2026-12-24, 2026-12-25]'],
  ],
  ['closed.removed', { form: 'closed.removed', data: { names: ['2026-12-24'] } }, [', closed: [2026-12-24]', '']],
  [
    'approvers.added',
    { form: 'approvers.added', data: { names: ['lead'] } },
    ['approvers: [agent]', 'approvers: [agent, lead]'],
  ],
  [
    'approvers.removed',
    { form: 'approvers.removed', data: { names: ['agent'] } },
    ['approvers: [agent]', 'approvers: [lead]'],
  ],
  [
    'jurisdictions.added',
    { form: 'jurisdictions.added', data: { names: ['EU'] } },
    ['jurisdictions: [PL]', 'jurisdictions: [EU]'],
  ],
  [
    'jurisdictions.removed',
    { form: 'jurisdictions.removed', data: { names: ['PL'] } },
    ['jurisdictions: [PL]', 'jurisdictions: [EU]'],
  ],
  [
    'sectors.added',
    { form: 'sectors.added', data: { names: ['telecom'] } },
    ['sectors: [consumer]', 'sectors: [telecom]'],
  ],
  [
    'sectors.removed',
    { form: 'sectors.removed', data: { names: ['consumer'] } },
    ['sectors: [consumer]', 'sectors: [telecom]'],
  ],
  ['blocking.added', { form: 'blocking.added', data: { names: ['all'] } }, ['blocking: [PL-2]', 'blocking: all']],
  ['blocking.removed', { form: 'blocking.removed', data: { names: ['PL-2'] } }, ['blocking: [PL-2]', 'blocking: all']],
  [
    'law-off',
    { form: 'law-off', data: { row: 'PL-1' }, before: null, after: 'Our customers are companies.' },
    ['off: [', 'off: [ { row: PL-1, because: { en: Our customers are companies. } },'],
  ],
  [
    'law-off',
    { form: 'law-off', data: { row: 'PL-4' }, before: 'We visit nobody.', after: 'We sell online.' },
    ['We visit nobody.', 'We sell online.'],
  ],
  [
    'law-term',
    { form: 'law-term', data: { term: 'matters complaint' }, before: null, after: 'channel form' },
    ['sectors: [consumer]', 'sectors: [consumer], matters: { complaint: { channel: form } }'],
  ],
]

const compared = new Map<string, readonly DifferenceSays[]>()
let old: CompiledCharter | undefined

/** Compared once: two tests ask for every edit. */
function saysAfter([from, to]: readonly [string, string]): readonly DifferenceSays[] {
  expect(OLD).toContain(from)
  const text = OLD.replace(from, to)
  old ??= charterOf(OLD)
  const says =
    compared.get(text) ?? diffCharters(old, charterOf(text), AS_OF).flatMap(({ parts }) => parts.map((one) => one.says))
  compared.set(text, says)
  return says
}

describe('a difference as data', () => {
  it.each(EDITS)('is %s %o', (form, expected, edit) => {
    const says = saysAfter(edit)
    expect(says.map((one) => one.form)).toContain(form)
    if (expected !== undefined) expect(says).toContainEqual(expected)
  })

  it('is of all tickets where no case is told apart and none was left out', () => {
    const [before, after] = [
      ['gives', 'a'],
      ['gives', 'b'],
    ]
    const gold = [{ fact: 'tier', accepts: ['gold'] }]
    expect(rowsSays({ cases: [[]], more: 0 }, before, after)).toEqual({ form: 'rows.all', data: {}, before, after })
    for (const data of [
      { cases: [[]], more: 1 },
      { cases: [[]], more: -1 },
      { cases: [gold], more: 0 },
      { cases: [[], gold], more: 0 },
    ])
      expect(rowsSays(data, before, after)).toEqual({ form: 'rows.some', data, before, after })
  })

  it('tells of languages, the first of which is the master', () => {
    const spoken = (languages: string) => charterOf(FACTS, { languages })
    const [charter] = diffCharters(spoken('[en, pl]'), spoken('[pl, el]'), AS_OF)
    expect(charter?.parts.map(({ says }) => says)).toEqual([
      { form: 'master-language', data: {}, before: 'en', after: 'pl' },
      { form: 'languages.added', data: { names: ['el'] } },
      { form: 'languages.removed', data: { names: ['en'] } },
    ])
  })

  it('has the names of its form, and sides where the form has them', () => {
    for (const [, , edit] of EDITS)
      for (const { form, data, ...sides } of saysAfter(edit)) {
        const spec: { readonly data: object; readonly sides?: string } = DIFFERENCE_FORMS[form]
        expect([form, Object.keys(data).sort()]).toEqual([form, Object.keys(spec.data).sort()])
        expect([form, Object.keys(sides)]).toEqual([form, spec.sides === undefined ? [] : ['before', 'after']])
      }
  })
})
