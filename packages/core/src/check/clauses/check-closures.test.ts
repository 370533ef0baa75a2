import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { creationOf } from '../../../test/check/random-charter.ts'
import { decide } from '../../decide/index.ts'
import { checkCalendars } from './check-calendars.ts'
import { checkClosures } from './check-closures.ts'

const FORTNIGHT = '[2026-12-19 .. 2027-01-03]'

function charter(calendar: string, ...targets: readonly string[]) {
  const rows = targets.map((target, index) =>
    index < targets.length - 1 ? `{ channel: email, target: ${target} }` : `{ target: ${target} }`,
  )
  return charterOf(`facts:
  channel: { one of: [email, chat] }
calendars:
  office: ${calendar}
promises:
  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [ ${rows.join(', ')} ] }
`)
}

function closures(calendar: string, ...targets: readonly string[]) {
  const { document, calendars, zone } = charter(calendar, ...targets)
  return checkClosures(document, calendars, zone, AS_OF)
}

const open = 'open: { mon-fri: 09:00-17:00 }'

describe('a calendar closed for longer than a target', () => {
  it('is found where a closure of a working week or more outlasts the dates that the target takes', () => {
    expect(closures(`{ ${open}, closed: ${FORTNIGHT} }`, '4 h of office')).toMatchObject([
      {
        code: 'closed-longer-than-target',
        severity: 'warning',
        message:
          'The calendar “office” is closed on 16 dates in a row, 2026-12-19 to 2027-01-03, and P1 promises 4 h of office: ' +
          'what starts on 2026-12-18 17:00 falls due on 2027-01-04 13:00 (Europe/Warsaw). Open on some of these dates, or tell customers of the closure.',
        witness: { at: '2026-12-18T16:00:00.000Z' },
      },
    ])
  })

  it('T1: has a witness whose due time `decide` finds beyond the closure', () => {
    const compiled = charter(`{ ${open}, closed: ${FORTNIGHT} }`, '1 h of office', '4 h of office')
    const [finding] = checkClosures(compiled.document, compiled.calendars, compiled.zone, AS_OF)
    const event = creationOf(finding?.witness ?? {}, AS_OF)
    const { commitments } = decide(compiled, [event], event.at)
    expect(finding?.witness).toEqual({ channel: 'email', at: '2026-12-18T16:00:00.000Z' })
    expect(commitments.map(({ row, due }) => [row, new Date(due ?? 0).toISOString()])).toEqual([
      [1, '2027-01-04T09:00:00.000Z'],
    ])
  })

  it('is no matter of nights, weekends, Christmas or Easter', () => {
    expect(closures(`{ ${open} }`, '1 h of office')).toEqual([])
    expect(
      closures(`{ ${open}, closed: [2026-12-24, 2026-12-25, 2027-01-01, 2027-03-26, 2027-03-29] }`, '5 min of office'),
    ).toEqual([])
  })

  it('T6: is none where the target takes longer than the closure', () => {
    expect(closures(`{ ${open}, closed: ${FORTNIGHT} }`, '17 working days of office')).toEqual([])
    expect(closures(`{ ${open}, closed: ${FORTNIGHT} }`, '15 working days of office')).toHaveLength(1)
    expect(closures(`{ ${open}, closed: ${FORTNIGHT} }`, '129 h of office')).toEqual([])
    expect(closures(`{ ${open}, closed: ${FORTNIGHT} }`, '14 days')).toEqual([])
  })

  it('T6: is none where the target takes as many open dates as are closed', () => {
    expect(closures(`{ ${open}, closed: ${FORTNIGHT} }`, '16 working days of office')).toEqual([])
  })

  it('is a run of five dates at least', () => {
    expect(closures(`{ ${open}, closed: [2026-12-21 .. 2026-12-23] }`, '4 h of office')).toHaveLength(1)
    expect(closures(`{ ${open}, closed: [2026-12-21, 2026-12-22] }`, '4 h of office')).toEqual([])
  })

  it('is none of a calendar that never closes, nor of one that never opens', () => {
    expect(closures('{ open: always }', '4 h of office')).toEqual([])
    expect(closures('{ open: {} }', '4 working days of office')).toEqual([])
  })

  it('is found of a calendar that opens once a week', () => {
    expect(closures('{ open: { sat: 10:00-14:00 } }', '2 h of office')).toHaveLength(1)
  })

  it('is told once a promise, at its shortest target that a ticket can reach', () => {
    expect(
      closures(`{ ${open}, closed: ${FORTNIGHT} }`, '40 h of office', '4 h of office').map(({ message }) =>
        message.includes('promises 4 h of office'),
      ),
    ).toEqual([true])
    expect(closures(`{ ${open}, closed: ${FORTNIGHT} }`, '4 h of office', '30 days')).toHaveLength(1)
  })

  it('is told of the first of several rows that take as long', () => {
    const [finding, ...others] = closures(`{ ${open}, closed: ${FORTNIGHT} }`, '4 h of office', '2 h of office')
    expect(others).toEqual([])
    expect(finding).toMatchObject({ says: { data: { target: '4 h of office' } }, witness: { channel: 'email' } })
  })

  it('is told of the shortest target, wherever it stands', () => {
    const [finding] = closures(`{ ${open}, closed: ${FORTNIGHT} }`, '3 working days of office', '2 h of office')
    expect(finding).toMatchObject({ says: { data: { target: '2 h of office' } }, witness: { channel: 'chat' } })
  })

  it('is not told of a row that no ticket comes to, however short', () => {
    const targets = ['14 working days of office', '1 h of office', '15 working days of office']
    expect(closures(`{ ${open}, closed: ${FORTNIGHT} }`, ...targets)).toMatchObject([
      { says: { data: { target: '14 working days of office' } }, witness: { channel: 'email' } },
    ])
  })

  it('is told of each calendar that a promise is counted by, and of no other', () => {
    const { document, calendars, zone } = charterOf(`facts:
  channel: { one of: [email, chat, phone] }
calendars:
  office: { ${open}, closed: ${FORTNIGHT} }
  desk: { ${open}, closed: [2026-12-23 .. 2026-12-31] }
  network: { open: always }
promises:
  - { id: P1, clock: resolution, table: [ { channel: email, target: 4 h of office }, { channel: chat, target: 8 h of desk }, { target: 1 h of network } ] }
  - { id: P2, clock: resolution, table: [ { target: 2 working days of desk } ] }
`)
    expect(checkClosures(document, calendars, zone, AS_OF).map(({ says }) => says?.data)).toMatchObject([
      { clause: 'P1', calendar: 'office', dates: 16, target: '4 h of office' },
      { clause: 'P1', calendar: 'desk', dates: 9, target: '8 h of desk' },
      { clause: 'P2', calendar: 'desk', dates: 9, target: '2 working days of desk' },
    ])
  })

  it('T9: is looked for up to the last date whose holidays are known, and then followed to its end', () => {
    const until = (date: string) =>
      closures(
        `{ open: { mon-sun: 09:00-17:00 }, closed: [2026-12-19 .. 2026-12-31], holidays until: ${date} }`,
        '4 h of office',
      )
    expect(until('2026-12-19')).toMatchObject([{ says: { data: { dates: 13, last: '2026-12-31' } } }])
    expect(until('2026-12-18')).toEqual([])
  })

  it('T9: is looked for as far as the holidays are known', () => {
    expect(closures(`{ ${open}, closed: ${FORTNIGHT}, holidays until: 2026-12-01 }`, '4 h of office')).toEqual([])
    expect(closures(`{ ${open}, closed: [2027-12-18 .. 2028-01-02] }`, '4 h of office')).toHaveLength(1)
    expect(closures(`{ ${open}, closed: [2026-10-18 .. 2026-11-02] }`, '4 h of office')).toEqual([])
    expect(
      closures(`{ ${open}, closed: [2027-12-18 .. 2028-01-02], holidays until: 2028-01-31 }`, '4 h of office'),
    ).toHaveLength(1)
  })

  it('says so where the calendar does not open again', () => {
    expect(closures('{ open: {}, on: { 2026-11-30: 09:00-17:00 } }', '4 h of office')[0]?.message).toContain(
      'what starts on 2026-11-30 17:00 does not fall due at all',
    )
  })
})

describe('a calendar', () => {
  const calendarFindings = (calendar: string) => {
    const { document, calendars } = charter(calendar, '14 days')
    return checkCalendars(document, calendars, AS_OF).map(({ code, line, message }) => ({ code, line, message }))
  }

  it('that never opens is an error', () => {
    const never =
      'The calendar “office” never opens from 2026-11-22 on, so nothing promised on it ever falls due. Write its hours under “open”.'
    expect(calendarFindings('{ open: {} }')).toEqual([{ code: 'calendar-never-opens', line: 8, message: never }])
    expect(calendarFindings('{ open: {}, on: { 2026-11-02: 09:00-17:00 } }')).toEqual([
      { code: 'calendar-never-opens', line: 8, message: never },
    ])
    expect(calendarFindings('{ open: {}, on: { 2026-11-23: 09:00-17:00 } }')).toEqual([])
  })

  it('T9: whose holidays run out within 60 days is told of', () => {
    const until = (date: string) =>
      calendarFindings(`{ ${open}, holidays until: ${date} }`).map(({ message }) => message)
    expect(until('2027-01-22')).toEqual([])
    expect(until('2027-01-21')).toEqual([
      'The holidays of “office” run out on 2027-01-21, in 60 days: due times after that date are marked unsure. Add the next holidays and move “holidays until”.',
    ])
    expect(until('2026-11-22')[0]).toContain('run out today:')
    expect(until('2026-11-21')[0]).toContain('ran out on 2026-11-21:')
  })

  it('is not asked about instants that its horizon does not hold', () => {
    const { document, calendars, zone } = charter(
      `{ ${open}, closed: ${FORTNIGHT}, holidays until: 2027-01-03 }`,
      '1 h of office',
    )
    expect(checkCalendars(document, calendars, zone.until + 1)).toEqual([])
    expect(checkClosures(document, calendars, zone, zone.until + 1)).toEqual([])
    expect(checkClosures(document, calendars, zone, zone.from - 1)).toEqual([])
    expect(checkClosures(document, calendars, zone, zone.from)).toHaveLength(1)
  })
})
