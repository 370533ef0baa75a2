/** Small charters and histories for tests, written as one would write them. */
import {
  type Commitment,
  type CompiledCharter,
  compileDraft,
  type Decision,
  decide,
  readCharter,
  readEvent,
  type TicketEvent,
} from '@avow/core'

const HEAD = `avow: 1
charter: test
languages: [en]
zone: Europe/Warsaw
facts:
  channel: { one of: [email, chat, phone] }
  tier: { in order: [free, silver, gold] }
  price: money EUR
  bought: { age: true }
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
  always: { open: always }
events: { repair.booked: {}, repair.done: {}, repair.dropped: {} }
positions: [agent, team-lead, duty-manager]
`

export const NOVEMBER = Date.UTC(2026, 10, 22)

/** Compiles `body` (promises and so on) under a common head of facts, calendars and events. */
export function charterOf(body: string, head = HEAD): CompiledCharter {
  const { document, data, findings } = readCharter(`${head}${body}`)
  if (document === undefined) throw new Error(findings.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  return compileDraft({ document, data }, { asOf: NOVEMBER, zoneData: 'test' })
}

/**
 * Events of ticket T from lines such as `2026-12-21 09:00 ticket.created {"facts":{…}}`: Warsaw winter time (UTC+1), or
 * an instant with its own zone.
 */
export function historyOf(lines: string): readonly TicketEvent[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [date = '', time = '', type = '', ...rest] = line.trim().split(' ')
      const fields: unknown = JSON.parse(rest.join(' ') || '{}')
      const { event, problems } = readEvent({ ticket: 'T', type, at: instantText(date, time), ...(fields as object) })
      if (event === undefined || problems.length > 0)
        throw new Error(`${line}: ${problems.map(({ message }) => message).join()}`)
      return event
    })
}

function instantText(date: string, time: string): string {
  return `${date}T${time}${/[Z+]/.test(time) ? '' : '+01:00'}`
}

/** UTC ms of a Warsaw winter time such as `2026-12-21 09:00`. */
export function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+01:00`)
}

/** A Warsaw winter time as in `at`, for comparing; null stays null. */
export function shown(instant: number | null): string | null {
  if (instant === null) return null
  const text = new Date(instant + 3_600_000).toISOString().replace('T', ' ').slice(0, 23)
  return text.endsWith(':00.000') ? text.slice(0, 16) : text
}

/** Decides a ticket given as text. */
export function decided(body: string, lines: string, now: string): Decision {
  return decide(charterOf(body), historyOf(lines), at(now))
}

/** Each commitment as `P1/1 kept due 2026-12-21 13:00 at 2026-12-21 10:00`. */
export function verdicts(body: string, lines: string, now: string): readonly string[] {
  return decided(body, lines, now).commitments.map(verdict)
}

export function verdict({ promise, run, state, due, settled_at, reason }: Commitment): string {
  const settled = settled_at === null ? '' : ` at ${shown(settled_at)}`
  return `${promise}/${run} ${state} due ${shown(due)}${settled}${reason === null ? '' : ` (${reason})`}`
}
