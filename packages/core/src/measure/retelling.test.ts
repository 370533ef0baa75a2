import { describe, expect, it } from 'vitest'
import { at, charterOf, historyOf, shown } from '../../test/small-charter.ts'
import { ColumnsBuilder, type TicketEvent } from '../ticket/index.ts'
import { Retelling } from './retelling.ts'

const HOUR = 3_600_000
const ONE = (clock: string, rest = '') =>
  `promises: [{ id: P1, audience: public, clock: ${clock}, ${rest} table: [{ target: 2 h of office }] }]`

function told(body: string, lines: string, now: string, run = 1) {
  const charter = charterOf(body)
  const builder = new ColumnsBuilder([...charter.document.events.keys()])
  for (const event of historyOf(lines) as readonly TicketEvent[]) builder.add(event)
  const retold = new Retelling(charter, builder.finish(), at(now)).tell(0, 0, run)
  if (retold === undefined) throw new Error('there is no such run')
  return {
    end: shown(retold.end),
    fulfilled: retold.fulfilled,
    segments: retold.segments().map(({ kind, from, to }) => `${kind} ${(to - from) / HOUR} h`),
    why: retold.why(),
  }
}

describe('a commitment told in full', () => {
  // 21 December 2026 is a Monday.
  const ASSIGNED = `2026-12-21 09:00 ticket.created
    2026-12-21 10:00 ticket.assigned {"to":"anna","team":"one"}`

  it('M4, M5: unassigned, assigned and waiting, with another team, closed', () => {
    const lines = `${ASSIGNED}
      2026-12-21 12:00 ticket.assigned {"to":"bo","team":"two"}
      2026-12-21 15:00 ticket.assigned {"to":"anna","team":"one"}
      2026-12-22 10:00 message.sent`
    expect(told(ONE('first-response'), lines, '2026-12-23 09:00')).toMatchObject({
      end: '2026-12-22 10:00',
      fulfilled: true,
      segments: ['unassigned 1 h', 'waiting 2 h', 'other-team 3 h', 'waiting 2 h', 'closed 16 h', 'waiting 1 h'],
    })
  })

  it('M5: a person taken off leaves it unassigned; without any person in the history a team counts', () => {
    const off = `${ASSIGNED}
      2026-12-21 11:00 ticket.assigned {"team":"two"}
      2026-12-21 13:00 message.sent`
    expect(told(ONE('first-response'), off, '2026-12-21 14:00').segments).toEqual([
      'unassigned 1 h',
      'waiting 1 h',
      'unassigned 2 h',
    ])
    const teams = `2026-12-21 09:00 ticket.created
      2026-12-21 10:00 ticket.assigned {"team":"one"}
      2026-12-21 11:00 ticket.assigned {"team":"two"}
      2026-12-21 13:00 message.sent`
    expect(told(ONE('first-response'), teams, '2026-12-21 14:00').segments).toEqual([
      'unassigned 1 h',
      'waiting 1 h',
      'other-team 2 h',
    ])
  })

  it('M5: whoever is named after now does not count yet', () => {
    const lines = `2026-12-21 09:00 ticket.created
      2026-12-21 10:00 ticket.assigned {"team":"one"}
      2026-12-21 12:00 ticket.assigned {"to":"anna"}`
    expect(told(ONE('first-response'), lines, '2026-12-21 11:30')).toMatchObject({
      end: null,
      segments: ['unassigned 1 h', 'waiting 1.5 h'],
    })
  })

  it('M5: a history without any assignment does not tell who had the ticket: it waits', () => {
    expect(told(ONE('first-response'), '2026-12-21 09:00 ticket.created', '2026-12-21 11:30').segments).toEqual([
      'waiting 2.5 h',
    ])
  })

  const SOLVED = `${ASSIGNED}
    2026-12-21 10:30 message.sent
    2026-12-21 11:00 status.changed {"to":"solved"}`

  it('M4: between solved and reopened it is paused, then after a reopening', () => {
    const lines = `${SOLVED}
      2026-12-21 13:00 message.received
      2026-12-21 15:00 message.sent
      2026-12-21 15:00 status.changed {"to":"solved"}`
    expect(told(ONE('resolution'), lines, '2026-12-21 16:00').segments).toEqual([
      'unassigned 1 h',
      'waiting 1 h',
      'paused 2 h',
      'after-reopening 2 h',
    ])
  })

  it('M4, K9: a reopening that was undone is none', () => {
    const lines = `2026-12-21 09:00 ticket.created
      2026-12-21 10:00 message.sent
      2026-12-21 10:00 status.changed {"to":"solved"}
      2026-12-21 11:00 message.received
      2026-12-21 12:00 status.changed {"to":"solved","reason":"thanks"}`
    const body = `promises: [{ id: P1, audience: public, clock: update-every, table: [{ target: 1 h of office }], no answer needed: [thanks] }]`
    const without = told(body, '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent', '2026-12-21 14:00')
    expect(without.segments).toEqual(['waiting 1 h'])
    expect(told(body, lines, '2026-12-21 14:00').segments).toEqual([])
  })

  it('K3: a missed interval ends where the next begins', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 09:00 message.sent\n2026-12-21 15:00 message.sent'
    expect(told(ONE('update-every'), lines, '2026-12-21 16:00', 1)).toMatchObject({
      end: '2026-12-21 11:00',
      fulfilled: false,
      segments: ['waiting 2 h'],
    })
    expect(told(ONE('update-every'), lines, '2026-12-21 16:00', 3)).toMatchObject({
      end: '2026-12-21 15:00',
      fulfilled: true,
    })
  })

  it('K5: what was broken and then given up ends there', () => {
    const lines = `2026-12-21 09:00 ticket.created
      2026-12-21 09:00 repair.booked {"key":"R1"}
      2026-12-21 14:00 repair.dropped {"key":"R1"}`
    const clock = '{ from: repair.booked, until: repair.done, given up: [repair.dropped] }'
    expect(told(ONE(clock), lines, '2026-12-21 16:00')).toMatchObject({
      end: '2026-12-21 14:00',
      fulfilled: false,
      segments: ['waiting 5 h'],
    })
  })

  it('E9, E10: what was broken and never done ends with the judging of the ticket', () => {
    const merged =
      '2026-12-21 09:00 ticket.created\n2026-12-21 14:00 ticket.merged {"into":"U"}\n2026-12-21 15:00 message.sent'
    expect(told(ONE('first-response'), merged, '2026-12-21 16:00')).toMatchObject({
      end: '2026-12-21 14:00',
      fulfilled: false,
    })
    const undone =
      '2026-12-21 09:00 ticket.created\n2026-12-21 14:00 ticket.spam\n2026-12-21 15:00 ticket.spam {"undo":true}'
    expect(told(ONE('first-response'), undone, '2026-12-21 16:00')).toMatchObject({ end: null })
    const again = `${undone}\n2026-12-21 15:30 ticket.spam`
    expect(told(ONE('first-response'), again, '2026-12-21 16:00')).toMatchObject({ end: '2026-12-21 15:30' })
  })

  it('tells why', () => {
    const { why } = told(ONE('first-response'), '2026-12-21 09:00 ticket.created', '2026-12-21 14:00')
    expect(why.map(({ code }) => code)).toEqual(['started', 'row', 'counted', 'sum', 'broken'])
  })

  it('answers nothing for a run that is not there', () => {
    const charter = charterOf(ONE('first-response'))
    const builder = new ColumnsBuilder([])
    for (const event of historyOf('2026-12-21 09:00 ticket.created')) builder.add(event)
    expect(new Retelling(charter, builder.finish(), at('2026-12-21 14:00')).tell(0, 0, 2)).toBeUndefined()
  })
})
