import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { LAW_ROWS, type LawLimit, type LawRow, type LawTime } from '../../law/index.ts'
import { checkCharter } from '../check.ts'
import { checkLaw } from './check-law.ts'

/** Weekends, Christmas with a bridge, and both changes of the clocks lie within what is known of the office. */
const HEAD = `facts:
  matter: { one of: [complaint, question] }
  tier: { in order: [standard, gold] }
calendars:
  office:
    open: { mon-fri: 09:00-17:00 }
    closed: [2026-12-24, 2026-12-25, 2027-01-01, 2027-01-06, 2027-03-29, 2027-05-03]
    holidays until: 2027-06-30
  always: { open: { mon-sun: 00:00-24:00 } }
events: { start: {}, end: {} }
`

function findingsOf(law: string, ...promises: readonly string[]) {
  const list = promises.map((promise, index) => `  - { id: P${index + 1}, ${promise} }\n`).join('')
  const { document, zone, calendars } = charterOf(`${HEAD}law: { ${law} }\npromises:\n${list}`)
  return checkLaw({ document, zone, calendars }, { at: AS_OF, zone })
}
const rowsOf = (law: string, ...promises: readonly string[]) =>
  findingsOf(law, ...promises).map(({ says }) => says?.data['law'])

/** A promise of the clock that the limit is about, for the tickets that it is about. */
function promiseOf({ from, until }: LawLimit, target: string, more = ''): string {
  const preset = until === 'resolved' || until === 'answered' ? 'resolution' : 'first-response'
  const isPreset = from === 'received' && ['acknowledged', 'replied', 'answered', 'resolved'].includes(until)
  const clock = isPreset ? preset : `{ from: ${from === 'received' ? 'ticket.created' : 'start'}, until: end }`
  return `clock: ${clock}, when: { matter: complaint }, table: [ { target: ${target} } ]${more}`
}

function lawOf({ jurisdiction, sectors }: LawRow, { matter, from, until }: LawLimit, more = ''): string {
  const sector = sectors === 'any' ? 'consumer' : sectors[0]
  const events = [...(from === 'received' ? [] : [`${from}: start`]), `${until}: end`].join(', ')
  // Where plain complaints are not told apart, any ticket may be one, these too.
  const plain = matter === 'complaint' ? '' : ', complaint: { matter: question }'
  const matters = `matters: { ${matter}: { matter: complaint }${plain} }`
  return `jurisdictions: [${jurisdiction}], sectors: [${sector}], holidays: office, ${matters}, events: { ${events} }${more}`
}

/** A target of so many of the law's units. */
function targetOf({ unit }: LawTime, count: number): string {
  if (unit === 'minute') return `${count} min of office`
  // Working days end at a closing, before the law's own, which ends at midnight.
  if (unit === 'working-day') return `${count} working days of office`
  return unit === 'hour' ? `${count} h of always` : `${count} ${unit}s`
}

const LIMITED = LAW_ROWS.flatMap((row) => (row.limit === undefined ? [] : [{ ...row, limit: row.limit }]))

describe('a row of law', () => {
  it.each(LIMITED.map((row) => [row.id, row] as const))(
    '%s finds what lies outside its limit, and that alone',
    (id, row) => {
      const { limit, status } = row
      const { count } = limit.within
      const by = (times: number) => findingsOf(lawOf(row, limit), promiseOf(limit, targetOf(limit.within, times)))
      if (count > 1) expect(by(count - 1), 'inside').toEqual([])
      expect(by(count), 'at the limit').toEqual([])
      const outside = by(count + 1)
      expect(outside.map(({ code, says }) => [code, says?.data['law']])).toEqual([
        [status === 'V' ? 'promise-looser-than-law' : 'promise-perhaps-looser-than-law', id],
      ])
      expect(outside[0]?.severity).toBe(status === 'V' ? 'error' : 'warning')
      expect(outside[0]?.witness).toMatchObject({ matter: 'complaint' })
    },
  )

  it.each(LAW_ROWS.filter(({ limit }) => limit === undefined).map((row) => [row.id, row] as const))(
    '%s has no number, so it finds nothing',
    (id, { jurisdiction, sectors }) => {
      const sector = sectors === 'any' ? 'consumer' : sectors[0]
      const law = `jurisdictions: [${jurisdiction}], sectors: [${sector}]`
      const slow = ['first-response', 'resolution'].map((clock) => `clock: ${clock}, table: [ { target: 9 years } ]`)
      expect(rowsOf(law, ...slow)).not.toContain(id)
    },
  )

  it.each(LIMITED.filter(({ status }) => status === 'S').map((row) => [row.id, row] as const))(
    '%s was read second-hand, and blocks where the charter wants it',
    (id, row) => {
      const codes = (more: string) =>
        findingsOf(
          lawOf(row, row.limit, more),
          promiseOf(row.limit, targetOf(row.limit.within, row.limit.within.count + 1)),
        ).map(({ code }) => code)
      expect(codes(', blocking: all')).toEqual(['promise-looser-than-law'])
      expect(codes(`, blocking: [${id}]`)).toEqual(['promise-looser-than-law'])
      expect(codes(', blocking: []')).toEqual(['promise-perhaps-looser-than-law'])
      expect(codes(`, off: [ { row: ${id}, because: { en: We sell to companies. } } ]`)).toEqual([])
    },
  )
})

const PL = 'jurisdictions: [PL], sectors: [consumer], matters: { complaint: { matter: complaint } }'
const PL_ALL = 'jurisdictions: [PL], sectors: [consumer]'

describe('a promise and the law', () => {
  it('are compared at the worst start: working days that are fine in November are late over Christmas', () => {
    const [found, ...more] = findingsOf(PL, 'clock: resolution, table: [ { target: 9 working days of office } ]')
    expect(more).toEqual([])
    expect(found).toMatchObject({
      says: {
        form: 'promise-perhaps-looser-than-law.late',
        data: {
          law: 'PL-1',
          starts: '2026-12-23T23:59',
          due: '2027-01-11T17:00',
          limit: '2027-01-07T00:00',
          zone: 'Europe/Warsaw',
        },
      },
      witness: { matter: 'complaint', at: '2026-12-23T22:59:59.999Z' },
    })
    expect(rowsOf(PL, 'clock: resolution, table: [ { target: 6 working days of office } ]')).toEqual([])
  })

  it('are compared hour by hour where the law counts hours, over both changes of the clocks', () => {
    const law = 'jurisdictions: [IN], sectors: [e-commerce]'
    const first = (target: string) => `clock: first-response, table: [ { target: ${target} } ]`
    // From midnight to the end of the next date are 48 hours, and 49 where one of the dates has an hour twice.
    expect(findingsOf(law, first('1 day'))).toMatchObject([
      { says: { data: { starts: '2027-10-30T00:00', due: '2027-11-01T00:00', limit: '2027-10-31T23:00' } } },
    ])
    expect(findingsOf(law, first('2 days'))).toMatchObject([
      {
        says: { data: { law: 'IN-1', starts: '2027-10-29T00:00', due: '2027-11-01T00:00', limit: '2027-10-31T00:00' } },
      },
    ])
    // An hour of the office is soon done, but not from Thursday's closing before Christmas to Monday's opening.
    expect(findingsOf(law, first('1 h of office'))).toMatchObject([
      {
        says: { data: { law: 'IN-1', starts: '2026-12-23T17:00', due: '2026-12-28T10:00', limit: '2026-12-25T17:00' } },
      },
    ])
    expect(rowsOf(law, first('48 h of always'))).toEqual([])
  })

  it('differ by the law’s holidays: without them its working days are Monday to Friday', () => {
    const law = 'jurisdictions: [ES], sectors: [energy]'
    const promise = 'clock: resolution, table: [ { target: 15 working days of office } ]'
    expect(rowsOf(law, promise)).toEqual(['ES-2'])
    expect(rowsOf(`${law}, holidays: office`, promise)).toEqual([])
  })

  it('meet where a ticket can be what the row speaks of', () => {
    const slow = 'table: [ { matter: question, target: 99 days }, { tier: gold, target: 5 days }, { target: 15 days } ]'
    const found = findingsOf(PL, `clock: resolution, ${slow}`)
    expect(found).toMatchObject([
      {
        says: { data: { row: 3, clause: 'P1', gives: '15 days' } },
        witness: { matter: 'complaint', tier: 'standard' },
      },
    ])
    expect(rowsOf(PL, 'clock: resolution, when: { matter: question }, table: [ { target: 99 days } ]')).toEqual([])
    expect(rowsOf(PL_ALL, 'clock: resolution, when: { matter: question }, table: [ { target: 99 days } ]')).toEqual([
      'PL-1',
    ])
  })

  it('meet over the same clock, or where the promise says that it carries the row', () => {
    const target = 'table: [ { target: 15 days } ]'
    expect(rowsOf(PL, `clock: first-response, ${target}`)).toEqual(['PL-1'])
    expect(rowsOf(PL, `clock: next-response, ${target}`)).toEqual([])
    expect(rowsOf(PL, `clock: { from: start, until: end }, ${target}`)).toEqual([])
    expect(rowsOf(PL, `clock: { from: start, until: end }, law: PL-1, ${target}`)).toEqual(['PL-1'])
    expect(
      rowsOf(`${PL}, events: { answered: end }`, `clock: { from: ticket.created, until: end }, ${target}`),
    ).toEqual(['PL-1'])
  })

  it('are compared with each row in force, so that the strictest counts', () => {
    const law = 'jurisdictions: [PL], sectors: [consumer, finance]'
    expect(rowsOf(law, 'clock: resolution, table: [ { target: 20 days } ]')).toEqual(['PL-1'])
    expect(rowsOf(law, 'clock: resolution, table: [ { target: 31 days } ]')).toEqual(['PL-1', 'PL-3'])
  })

  it('agree by a mean or a share where the law is worded so', () => {
    const call = (measured: string, target: string) =>
      `clock: { from: start, until: end }, measured: ${measured}, table: [ { target: ${target} } ]`
    const it3 = 'jurisdictions: [IT], sectors: [energy], events: { called: start, picked-up: end }'
    const es1 = it3.replace('IT', 'ES')
    expect(rowsOf(it3, call('{ mean: "<= 3 min a month" }', '5 min of office'))).toEqual([])
    expect(rowsOf(it3, call('{ mean: "<= 4 min a month" }', '5 min of office'))).toEqual(['IT-3'])
    expect(findingsOf(es1, call('{ share: 90% a month }', '3 min of office'))).toMatchObject([
      { says: { form: 'promise-perhaps-looser-than-law.fewer', data: { law: 'ES-1', promised: 90, wanted: 95 } } },
    ])
    expect(rowsOf(es1, call('[ { share: 95% a month }, { mean: "<= 3 min a month" } ]', '3 min of office'))).toEqual([])
  })

  it('go by the best share that is measured, and by each case where each is', () => {
    const share = (measured: string) =>
      findingsOf(
        'jurisdictions: [ES], sectors: [energy], events: { called: start, picked-up: end }',
        `clock: { from: start, until: end }, measured: ${measured}, table: [ { target: 3 min of office } ]`,
      ).map(({ says }) => says?.data['promised'])
    expect(share('[ { share: 80% a month }, { share: 90% a month } ]')).toEqual([90])
    expect(share('[ { share: 90% a month }, { share: 80% a month } ]')).toEqual([90])
    expect(share('[ { share: 95% a month }, { share: 80% a month } ]')).toEqual([])
    expect(share('[ each, { share: 80% a month } ]')).toEqual([])
    expect(share('[ { share: 80% a month }, each ]')).toEqual([])
    expect(share('{ mean: "<= 3 min a month" }')).toEqual([])
  })

  it('agree by a mean that stands beside other measures', () => {
    const law = 'jurisdictions: [IT], sectors: [energy], events: { called: start, picked-up: end }'
    const measured = '[ { share: 99% a month }, { mean: "<= 3 min a month" } ]'
    const promise = `clock: { from: start, until: end }, measured: ${measured}, table: [ { target: 5 min of office } ]`
    expect(rowsOf(law, promise)).toEqual([])
  })

  it('meet on the tickets of the row alone, also where the promise says that it carries it', () => {
    const promise = (matter: string) =>
      `clock: next-response, law: PL-1, when: { matter: ${matter} }, table: [ { target: 15 days } ]`
    expect(rowsOf(PL, promise('question'))).toEqual([])
    expect(rowsOf(PL, promise('complaint'))).toEqual(['PL-1'])
    expect(rowsOf(PL_ALL, promise('question'))).toEqual(['PL-1'])
  })

  it('meet over a first response where somebody calls, and not where somebody withdraws', () => {
    const slow = 'table: [ { target: 99 min of office } ]'
    const called = 'jurisdictions: [IT], sectors: [energy], matters: { call: { matter: question } }'
    expect(rowsOf(called, `clock: first-response, ${slow}`)).toEqual(['IT-3'])
    expect(rowsOf(called, `clock: resolution, ${slow}`)).toEqual([])
    const withdrawn = 'jurisdictions: [EU], sectors: [consumer], matters: { withdrawal: { matter: question } }'
    const late = 'table: [ { target: 99 days } ]'
    const refund = (clock: string, more = '') =>
      rowsOf(`${withdrawn}${more}`, `clock: ${clock}, when: { matter: question }, ${late}`)
    const events = ', events: { withdrawn: start, refunded: end }'
    const bound = refund('{ from: start, until: end }', events)
    expect(bound).toHaveLength(1)
    expect(refund('first-response')).not.toEqual(expect.arrayContaining(bound))
    expect(refund('resolution')).not.toEqual(expect.arrayContaining(bound))
    // From the creation on is not from the withdrawal on.
    expect(refund('{ from: ticket.created, until: end }', events)).toEqual([])
    expect(refund('{ from: end, until: start }', events)).toEqual([])
  })

  it('have a ticket whose ages are those of the worst start', () => {
    const { document, zone, calendars } = charterOf(`facts: { bought: { age: true } }
law: { jurisdictions: [PL], sectors: [consumer] }
promises: [ { id: P1, clock: resolution, table: [ { bought: "< 2 days", target: 1 month }, { target: 1 day } ] } ]
`)
    const [found] = checkLaw({ document, zone, calendars }, { at: AS_OF, zone })
    const [starts, bought] = [found?.says?.data['starts'], found?.witness?.['bought']].map(String)
    expect(starts).toMatch(/T23:59$/)
    expect(starts).not.toMatch(/^2026-11/)
    const days = (Date.parse(String(starts).slice(0, 10)) - Date.parse(String(bought))) / 86_400_000
    expect([0, 1]).toContain(days)
  })

  it('is asked by the check of a charter, and of none that names no law', () => {
    const promise = 'promises: [ { id: P1, clock: resolution, table: [ { target: 15 days } ] } ]\n'
    const codes = (law: string) => {
      const { document, zone, calendars } = charterOf(`${law}${promise}`)
      return checkCharter(document, { asOf: AS_OF, zone, calendars }).map(({ code }) => code)
    }
    expect(codes(`law: { ${PL_ALL} }\n`)).toEqual(['promise-perhaps-looser-than-law'])
    expect(codes('')).toEqual([])
  })
})
