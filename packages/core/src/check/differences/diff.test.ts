import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { creationOf } from '../../../test/check/random-charter.ts'
import type { CompiledCharter } from '../../charter/index.ts'
import { decide } from '../../decide/index.ts'
import { diffCharters } from './diff.ts'
import { type ClauseDifference, differenceSentences } from './difference.ts'

const CHARTER = `positions: [agent, lead]
facts:
  channel: { one of: [email, chat, phone, form] }
  tier: { in order: [free, standard, gold] }
  price: money EUR
events:
  repair.booked: {}
  repair.done: {}
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
promises:
  - id: P1
    audience: public
    clock: first-response
    measured: [each]
    says: { en: "A person answers within {target}." }
    hit: first
    table:
      - { channel: chat, target: 2 min of office }
      - { channel: email, tier: gold, target: 1 h of office }
      - { channel: [email, form], target: 4 h of office }
      - { target: 8 h of office }
  - { id: P2, audience: staff, clock: resolution, measured: [each], pauses: [waiting-for-customer], table: [ { target: 15 working days of office } ] }
  - { id: P7, audience: staff, clock: { from: repair.booked, until: repair.done }, measured: [each, share: 95% a month], table: [ { target: 14 days } ] }
escalation:
  - { id: E1, for: P1, steps: [ { at: 75%, tell: assignee }, { after: 2 h of office, give to: lead } ] }
  - { id: E2, when: { contacts: ">= 3" }, steps: [ { tell: lead } ] }
remedies:
  - id: R1
    table:
      - { channel: phone, allow: [refund, apology], up to: price }
      - { allow: [apology] }
authority:
  - { id: A1, position: agent, may: [refund, apology], per ticket: 100 EUR }
`

const compiled = new Map<string, CompiledCharter>()

function compile(text: string): CompiledCharter {
  const charter = compiled.get(text) ?? charterOf(text)
  compiled.set(text, charter)
  return charter
}

/** The differences after some edits, each of which must change the text. */
function after(...edits: readonly (readonly [string, string])[]): readonly ClauseDifference[] {
  const text = edits.reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replace(from, to)
  }, CHARTER)
  return diffCharters(compile(CHARTER), compile(text), AS_OF)
}

function sentences(...edits: readonly (readonly [string, string])[]): string[] {
  return after(...edits)
    .filter(({ change }) => change !== 'same')
    .flatMap(differenceSentences)
}

describe('the difference of two charters', () => {
  it('is “same” for every clause of a charter and itself', () => {
    expect(after().map(({ kind, id, change, parts }) => [kind, id, change, parts.length])).toEqual([
      ['promise', 'P1', 'same', 0],
      ['promise', 'P2', 'same', 0],
      ['promise', 'P7', 'same', 0],
      ['escalation', 'E1', 'same', 0],
      ['escalation', 'E2', 'same', 0],
      ['remedy', 'R1', 'same', 0],
      ['authority', 'A1', 'same', 0],
    ])
    expect(after().slice(0, 1).flatMap(differenceSentences)).toEqual(['P1: same'])
  })

  it('says for whom one changed number makes a promise looser', () => {
    const [first] = after(['1 h of office', '2 h of office'])
    expect(first).toEqual({
      kind: 'promise',
      id: 'P1',
      change: 'looser',
      customers: 'less',
      line: 16,
      parts: [
        {
          about: 'rows',
          change: 'looser',
          text: 'looser for channel email, tier gold: 1 h of office → 2 h of office',
          says: {
            form: 'rows.some',
            data: {
              cases: [
                [
                  { fact: 'channel', accepts: ['email'] },
                  { fact: 'tier', accepts: ['gold'] },
                ],
              ],
              more: 0,
            },
            before: ['gives', '1 h of office'],
            after: ['gives', '2 h of office'],
          },
          where: 'channel email, tier gold',
          old: '1 h of office',
          new: '2 h of office',
          customers: 'less',
          witness: {
            ticket: { channel: 'email', tier: 'gold', at: '2026-11-22T10:00:00.000Z' },
            old: { row: 2, gives: '1 h of office', due: '2026-11-23T09:00:00.000Z' },
            new: { row: 2, gives: '2 h of office', due: '2026-11-23T10:00:00.000Z' },
          },
        },
      ],
    })
    expect(sentences(['1 h of office', '2 h of office'])).toEqual([
      'P1: looser for channel email, tier gold: 1 h of office → 2 h of office',
    ])
  })

  it('leaves to earlier rows what they take', () => {
    expect(sentences(['form], target: 4 h', 'form], target: 3 h'])).toEqual([
      'P1: stricter for channel email, tier other than gold; or channel form: 4 h of office → 3 h of office',
    ])
    expect(sentences(['{ target: 8 h of office }', '{ target: 9 h of office }'])).toEqual([
      'P1: looser for channel phone or unknown: 8 h of office → 9 h of office',
    ])
  })

  it('is the same where rows are written otherwise and give the same', () => {
    expect(sentences(['1 h of office', '60 min of office'])).toEqual([])
    const row = '      - { channel: chat, target: 2 min of office }\n'
    expect(sentences([row, ''], ['      - { target: 8 h', `${row}      - { target: 8 h`])).toEqual([])
    expect(
      sentences([
        'channel: [email, form], target: 4 h of office',
        'channel: email, target: 4 h of office }\n      - { channel: form, target: 4 h of office',
      ]),
    ).toEqual([])
  })

  it('is “changed” where it is stricter for some and looser for others', () => {
    const [first] = after(['1 h of office', '2 h of office'], ['2 min of office', '1 min of office'])
    expect(first?.change).toBe('changed')
    expect(first?.parts.map(({ change }) => change)).toEqual(['stricter', 'looser'])
  })

  it('C7: tells of tickets that enter or leave the promise', () => {
    expect(sentences(['    hit: first\n', '    hit: first\n    when: { channel: not form }\n'])).toEqual([
      'P1: looser for channel form: 4 h of office → no promise',
      'P1: looser for channel unknown: 8 h of office → no promise',
    ])
    expect(
      sentences([
        '      - { channel: chat, target: 2 min of office }\n',
        '      - { channel: chat, target: 2 min of office, audience: staff }\n',
      ]),
    ).toEqual(['P1: changed for channel chat: 2 min of office (public) → 2 min of office (staff)'])
  })

  it('C6: tells where several rows now match', () => {
    expect(sentences(['hit: first', 'hit: unique'], ['      - { target: 8 h of office }\n', ''])).toEqual([
      'P1: changed for channel email, tier gold: 1 h of office → nothing, since several rows match',
      'P1: looser for channel phone or unknown: 8 h of office → no promise',
    ])
  })

  it('compares a value that only one charter knows as unknown to the other', () => {
    expect(
      sentences(
        ['phone, form] }', 'phone, form, post] }'],
        ['      - { target: 8 h', '      - { channel: post, target: 2 h of office }\n      - { target: 8 h'],
      ),
    ).toEqual(['P1: stricter for channel post: 8 h of office → 2 h of office', 'fact channel: values added: post'])
  })

  it('T5: follows a calendar into the promises that count by it', () => {
    const edits = ['mon-fri: 09:00-17:00', 'mon-fri: 09:00-18:00'] as const
    const [first, second] = after(edits)
    expect(first?.change).toBe('stricter')
    expect(first?.parts.map(({ text }) => text)).toEqual([
      'stricter for channel chat: 2 min of office → 2 min of office (which now opens more)',
      'stricter for channel email, tier gold: 1 h of office → 1 h of office (which now opens more)',
      'stricter for channel email, tier other than gold; or channel form: 4 h of office → 4 h of office (which now opens more)',
      'stricter for channel phone or unknown: 8 h of office → 8 h of office (which now opens more)',
    ])
    // The n-th working day now ends an hour later.
    expect(second).toMatchObject({ id: 'P2', change: 'looser' })
    expect(after(edits).at(-1)).toMatchObject({ kind: 'calendar', id: 'office', change: 'changed' })
    expect(sentences(edits).at(-1)).toBe('calendar office: fri changed: 09:00-17:00 → 09:00-18:00')
  })

  it('has witnesses whose due times `decide` finds in both versions', () => {
    const edits = [
      ['mon-fri: 09:00-17:00', 'mon-fri: 09:00-18:00'],
      ['1 h of office', '90 min of office'],
    ] as const
    const text = edits.reduce((before, [from, to]) => before.replace(from, to), CHARTER)
    const parts = after(...edits).flatMap(({ kind, id, parts: those }) =>
      kind === 'promise' ? those.map((part) => ({ id, ...part })) : [],
    )
    expect(parts.length).toBeGreaterThan(4)
    for (const { id, witness } of parts) {
      if (witness === undefined) throw new Error('no witness')
      const event = creationOf(witness.ticket, AS_OF)
      const treated = (
        [
          [CHARTER, witness.old],
          [text, witness.new],
        ] as const
      ).map(([source, said]) => {
        const commitment = decide(compile(source), [event], event.at).commitments.find(({ promise }) => promise === id)
        expect({ row: commitment?.row, due: new Date(commitment?.due ?? 0).toISOString() }).toEqual({
          row: said.row,
          due: said.due,
        })
        return commitment?.due
      })
      expect(treated[0]).not.toBe(treated[1])
    }
  })

  it('tells of clocks, pauses, measures, wording and the rest of a promise', () => {
    expect(sentences(['pauses: [waiting-for-customer]', 'pauses: [on-hold]'])).toEqual([
      'P2: looser: the clock now stops while on-hold',
      'P2: stricter: the clock no longer stops while waiting-for-customer',
    ])
    expect(sentences(['until: repair.done', 'until: repair.done, given up: repair.booked, each: once'])).toEqual([
      'P7: clock changed: repair.booked to repair.done → repair.booked to repair.done, given up at repair.booked, once',
    ])
    expect(
      sentences(['share: 95% a month', 'share: 90% a quarter, mean: "<= 3 days a month"'.replace('days', 'h')]),
    ).toEqual(['P7: measured changed: each, share 95% a month → each, share 90% a quarter, mean <= 3 h a month'])
    expect(sentences(['answers within', 'replies within'])).toEqual(['P1: the words of “says” changed in en'])
    expect(
      sentences([
        '    hit: first\n',
        '    hit: first\n    on change: keep\n    no answer needed: [spam]\n    if broken: { apologise: true, remedy: R1 }\n',
      ]),
    ).toEqual([
      'P1: on change changed: decide again → keep',
      'P1: no answer needed changed: none → spam',
      'P1: if broken changed: none → apologise, R1',
    ])
    expect(after(['answers within', 'replies within'], ['1 h of office', '2 h of office'])[0]?.change).toBe('looser')
  })

  it('tells of clauses that came and went', () => {
    const promise =
      '  - { id: P2, audience: staff, clock: resolution, measured: [each], pauses: [waiting-for-customer], table: [ { target: 15 working days of office } ] }\n'
    expect(sentences([promise, promise.replace('P2', 'P3').replace('table', 'when: { tier: gold }, table')])).toEqual([
      'P3: added: resolution for tier gold within 15 working days of office',
      'P2: removed: resolution within 15 working days of office',
    ])
    expect(
      sentences(
        ['positions: [agent, lead]', 'positions: [agent, lead, chief]'],
        ['  - { id: A1', '  - { id: A2, position: chief, may: [refund] }\n  - { id: A1'],
      ),
    ).toEqual(['A2: added: chief: refund', 'position chief: added'])
  })

  it('tells of an escalation and a remedy whole, and what a remedy means to customers', () => {
    const one = '  - { id: E2, when: { contacts: ">= 3" }, steps: [ { tell: lead } ] }\n'
    const two = one
      .replace('E2', 'E3')
      .replace('{ tell: lead }', '{ tell: lead }, { after: 1 h of office, tell: agent }')
    expect(sentences([one, two])).toEqual(['E3: added: 2 steps', 'E2: removed: 1 step'])
    const remedy = '  - { id: R2, table: [ { channel: chat, allow: [refund] }, { allow: [apology] } ] }\n'
    const added = after(['authority:\n', `${remedy}authority:\n`]).find(({ id }) => id === 'R2')
    expect(added).toMatchObject({
      change: 'added',
      customers: 'more',
      parts: [
        {
          text: 'added: refund; apology',
          customers: 'more',
          witness: {
            ticket: { channel: 'chat' },
            old: { row: null, gives: 'nothing' },
            new: { row: 1, gives: 'refund' },
          },
        },
      ],
    })
    const text = CHARTER.replace('authority:\n', `${remedy}authority:\n`)
    const removed = diffCharters(compile(text), compile(CHARTER), AS_OF).find(({ id }) => id === 'R2')
    expect(removed).toMatchObject({
      change: 'removed',
      customers: 'less',
      parts: [
        {
          text: 'removed: refund; apology',
          customers: 'less',
          witness: {
            ticket: { channel: 'chat' },
            old: { row: 1, gives: 'refund' },
            new: { row: null, gives: 'nothing' },
          },
        },
      ],
    })
  })

  it('D2: tells of a promise that came or went with a ticket that shows it, and what it means', () => {
    const promise =
      '  - { id: P9, audience: public, because: { en: So. }, clock: resolution, measured: [each], when: { tier: gold }, table: [ { target: 14 days } ] }\n'
    const text = CHARTER.replace('escalation:\n', `${promise}escalation:\n`)
    const [came] = diffCharters(compile(CHARTER), compile(text), AS_OF).filter(({ id }) => id === 'P9')
    expect(came).toMatchObject({ change: 'added', customers: 'more' })
    expect(came?.parts).toEqual([
      {
        about: 'clause',
        change: 'added',
        text: 'added: resolution for tier gold within 14 days',
        says: {
          form: 'added.promise-for',
          data: { clock: ['resolution'], targets: ['14 days'], cases: [[{ fact: 'tier', accepts: ['gold'] }]] },
        },
        customers: 'more',
        witness: {
          ticket: { tier: 'gold', at: '2026-11-22T10:00:00.000Z' },
          old: { row: null, gives: 'no promise' },
          new: { row: 1, gives: '14 days', due: '2026-12-06T23:00:00.000Z' },
        },
      },
    ])
    const [went] = diffCharters(compile(text), compile(CHARTER), AS_OF).filter(({ id }) => id === 'P9')
    expect(went).toMatchObject({
      change: 'removed',
      customers: 'less',
      parts: [
        {
          text: 'removed: resolution for tier gold within 14 days',
          customers: 'less',
          witness: { old: { row: 1, gives: '14 days' }, new: { row: null, gives: 'no promise' } },
        },
      ],
    })
  })

  it('tells of a promise with its targets, and of the facts that it asks', () => {
    const promise =
      '  - { id: P9, audience: staff, clock: resolution, measured: [each], when: { tier: gold, channel: null }, table: [ { channel: chat, target: 3 days }, { target: 14 days } ] }\n'
    const [added] = after(['escalation:\n', `${promise}escalation:\n`]).filter(({ id }) => id === 'P9')
    expect(added?.parts[0]?.says).toEqual({
      form: 'added.promise-for',
      data: { clock: ['resolution'], targets: ['3 days', '14 days'], cases: [[{ fact: 'tier', accepts: ['gold'] }]] },
    })
    expect(added?.parts[0]?.text).toMatch(/within 3 days, 14 days$/)
  })

  it('tells of an authority with all that it may, and why', () => {
    const rows = '{ channel: chat, may: [refund] }, { may: [apology] }'
    const authority = `  - { id: A2, position: lead, because: { en: Trust. }, table: [ ${rows} ] }\n`
    expect(sentences(['  - { id: A1', `${authority}  - { id: A1`])).toEqual(['A2: added: lead: refund; apology'])
    const text = CHARTER.replace('  - { id: A1', `${authority}  - { id: A1`)
    const other = diffCharters(compile(text), compile(text.replace('Trust.', 'Skill.')), AS_OF)
    expect(other.find(({ id }) => id === 'A2')?.parts).toMatchObject([{ text: 'the words of “because” changed in en' }])
  })

  it('D7: tells what another zone means to customers', () => {
    const charter = compile(CHARTER)
    const there = { ...charter, document: { ...charter.document, zone: 'UTC' } }
    const [difference] = diffCharters(charter, there, AS_OF).filter(({ kind }) => kind === 'charter')
    expect(difference).toMatchObject({ customers: 'both', parts: [{ about: 'zone', customers: 'both' }] })
    const renamed = { ...charter, document: { ...charter.document, id: 'other' } }
    const [name] = diffCharters(charter, renamed, AS_OF).filter(({ kind }) => kind === 'charter')
    expect(Object.keys(name ?? {})).toEqual(['kind', 'id', 'change', 'parts', 'line'])
  })

  it('D7: tells what languages mean to customers', () => {
    const spoken = (languages: string) => charterOf(CHARTER, { languages })
    const about = (old: string, fresh: string) =>
      diffCharters(spoken(old), spoken(fresh), AS_OF)
        .filter(({ kind }) => kind === 'charter')
        .map(({ change, customers, parts, line }) => [change, customers, parts.map((part) => part.customers), line])
    const line = compile(CHARTER).document.place.line
    expect(about('[en]', '[en, pl]')).toEqual([['changed', 'more', ['more'], line]])
    expect(about('[en, pl]', '[en]')).toEqual([['changed', 'less', ['less'], line]])
    expect(about('[en, pl]', '[en, it]')).toEqual([['changed', 'both', ['more', 'less'], line]])
    expect(about('[en, pl]', '[pl, en]')).toEqual([['changed', undefined, [undefined], line]])
  })

  it('tells of steps, remedies and authority', () => {
    expect(
      sentences(
        ['at: 75%', 'at: 80%'],
        [', give to: lead }', ', give to: lead, raise priority: true }, { after: 4 h of office, tell: agent }'],
        ['>= 3', '>= 4'],
      ),
    ).toEqual([
      'E1: step 1 changed: 75%: tell assignee → 80%: tell assignee',
      'E1: step 2 changed: after 2 h of office: give to lead → after 2 h of office: give to lead, raise priority',
      'E1: step 3 changed: none → after 4 h of office: tell agent',
      'E2: trigger changed: contacts >= 3 → contacts >= 4',
    ])
    expect(
      sentences(
        ['allow: [refund, apology], up to: price', 'allow: [refund], up to: 50 EUR'],
        ['per ticket: 100 EUR', 'per ticket: 200 EUR'],
      ),
    ).toEqual([
      'R1: changed for channel phone: refund, apology up to price → refund up to 50 EUR',
      'A1: changed for every ticket: refund, apology; 100 EUR a ticket → refund, apology; 200 EUR a ticket',
    ])
    const remedy = after(['allow: [refund, apology], up to: price', 'allow: [refund], up to: 50 EUR']).find(
      ({ id }) => id === 'R1',
    )
    expect(remedy?.parts[0]?.witness).toEqual({
      ticket: { channel: 'phone' },
      old: { row: 1, gives: 'refund, apology up to price' },
      new: { row: 1, gives: 'refund up to 50 EUR' },
    })
  })

  it('tells of facts, events, calendars and the charter itself', () => {
    expect(
      sentences(
        [
          'tier: { in order: [free, standard, gold] }',
          'tier: { in order: [standard, free, gold], says: { en: Tier } }',
        ],
        ['price: money EUR', 'price: money EUR\n  vip: yes or no'],
      ),
    ).toEqual([
      'fact tier: order changed: free < standard < gold → standard < free < gold',
      'fact tier: the words of “says” changed in en',
      'fact vip: added',
    ])
    expect(sentences(['repair.done: {}', 'repair.done: { says: { en: Done } }'])).toEqual([
      'event repair.done: the words of “says” changed in en',
    ])
    expect(
      sentences([
        '{ open: { mon-fri: 09:00-17:00 } }',
        '{ open: { mon-fri: 09:00-17:00 }, closed: [2026-12-24], on: { 2026-12-23: 09:00-12:00 }, holidays until: 2026-12-31 }',
      ]).filter((line) => line.startsWith('calendar')),
    ).toEqual([
      'calendar office: closed added: 2026-12-24',
      'calendar office: 2026-12-23 changed: none → 09:00-12:00',
      'calendar office: holidays until changed: none → 2026-12-31',
    ])
    expect(
      sentences([
        '{ open: { mon-fri: 09:00-17:00 } }',
        '{ open: { mon-fri: 09:00-17:00 }, holidays from: [the law, our own list] }',
      ]).filter((line) => line.startsWith('calendar')),
    ).toEqual(['calendar office: holidays from changed: none → the law, our own list'])
    expect(sentences(['positions:', 'title: { en: Our service }\npositions:'])).toEqual([
      'charter: the words of “title” changed in en',
    ])
  })

  it('is the same whatever the order of asking', () => {
    expect(JSON.stringify(after(['1 h of office', '2 h of office']))).toBe(
      JSON.stringify(after(['1 h of office', '2 h of office'])),
    )
  })
})
