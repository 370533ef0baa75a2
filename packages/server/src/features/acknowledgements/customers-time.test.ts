import { type CompiledCharter, compileDraft, decide, readCharter, type TicketEvent } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { customersClock } from '../../site/customers-clock.ts'
import { firstAnswer } from './first-answer.ts'
import { NO_HELD_TICKETS } from './held-tickets.ts'
import { speaking } from './messages/speak.ts'
import { writeAcknowledgement } from './write-acknowledgement.ts'

/** A week from Sunday to Thursday, shorter days in the last week of Ramadan, and Eid al-Fitr. */
const RIYADH = `
avow: 1
charter: riyadh
languages: [ar, en]
zone: Asia/Riyadh
calendars:
  office:
    open: { sun-thu: 09:00-17:00 }
    on: { 2026-03-15: 10:00-15:00, 2026-03-16: 10:00-15:00, 2026-03-17: 10:00-15:00 }
    closed: [2026-03-18 .. 2026-03-22]
    holidays until: 2026-12-31
promises:
  - id: P1
    audience: public
    clock: first-response
    says: { ar: "نجيبك خلال {target}.", en: "A person answers you within {target}." }
    table: [{ target: 4 h of office }]
`

function charterOf(text: string): CompiledCharter {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) throw new Error(JSON.stringify(findings))
  return compileDraft({ document, data }, { asOf: Date.UTC(2026, 0, 1), zoneData: 'test' })
}

const charter = charterOf(RIYADH)

/** What somebody who wrote at an instant is told, and the due time that the decision gives. */
function told(written: string, customer: string | null, language = 'en') {
  const at = Date.parse(written)
  const created: TicketEvent = { ticket: 'T', type: 'ticket.created', at, recorded: at, by: 'customer', facts: {} }
  const decision = decide(charter, [created], at)
  const [due] = decision.commitments.map((commitment) => commitment.due)
  const text = writeAcknowledgement({
    language,
    say: speaking([language]).say,
    number: 1,
    answer: firstAnswer({ charter, decision, isTold: (audience) => audience === 'public' }),
    clock: customersClock({ customer, mailbox: null }, charter, 'UTC'),
    crises: [],
    held: NO_HELD_TICKETS,
  })
  return { due: due === null || due === undefined ? undefined : new Date(due).toISOString(), text }
}

describe('the time of the next answer, told when nobody is there', () => {
  it('is that of the calendar over a weekend of Friday and Saturday, by the clock of the customer', () => {
    // A Thursday, half an hour before closing in Riyadh.
    const { due, text } = told('2026-03-05T13:30:00Z', 'Europe/London')
    expect(due).toBe('2026-03-08T09:30:00.000Z')
    expect(text).toContain('by Sunday, March 8, 2026 at 9:30 AM (Greenwich Mean Time).')
  })

  it('is that of the days that have their own hours', () => {
    // A Sunday evening in Riyadh: four hours of Monday, which opens at ten.
    const { due, text } = told('2026-03-15T16:00:00Z', 'Asia/Karachi')
    expect(due).toBe('2026-03-16T11:00:00.000Z')
    expect(text).toContain('by Monday, March 16, 2026 at 4:00 PM (Pakistan Standard Time).')
  })

  it('is that of the first day after holidays', () => {
    // The last hour before Eid: three of the four hours are left for the Monday after it.
    const { due, text } = told('2026-03-17T11:00:00Z', 'America/New_York')
    expect(due).toBe('2026-03-23T09:00:00.000Z')
    expect(text).toContain('by Monday, March 23, 2026 at 5:00 AM (Eastern Daylight Time).')
  })

  it('is told by the charter’s clock where nothing is known of the customer’s, with its name', () => {
    const { text } = told('2026-03-15T16:00:00Z', null)
    expect(text).toContain('by Monday, March 16, 2026 at 2:00 PM (Arabian Standard Time).')
    expect(told('2026-03-15T16:00:00Z', null, 'ar').text).toContain('التوقيت')
  })
})
