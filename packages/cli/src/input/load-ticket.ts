/** One ticket's history out of files of many, for `avow explain`. */
import { absorbMerged, EVENT_TYPES, type EventProblem, readEvent, type TicketEvent } from '@avow/core'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { linesOf } from './lines-of.ts'
import { loadMapping, MappedTables } from './load-mapping.ts'
import { openInput } from './open-input.ts'
import { nameOf } from './read-text.ts'

export interface TicketHistory {
  readonly ticket: string
  /** The ticket's events, with the messages of those merged into it. */
  readonly events: readonly TicketEvent[]
  /** The instant asked for, else the last one of the whole input; UTC ms. */
  readonly now: number
  /** What could not be used of this ticket's lines, for a person. */
  readonly problems: readonly string[]
}

export interface TicketSource {
  readonly path: string
  readonly mapPath: string | undefined
  readonly id: string | undefined
  readonly at: number | undefined
  /** The types of event that the charter declares. */
  readonly declared: ReadonlySet<string>
}

const KNOWN: ReadonlySet<string> = new Set(EVENT_TYPES)
/** Tickets that a message names. */
const NAMED = 8

/** Reads the file and picks the ticket: the one named, or the only one. Throws Failure where there is none or several. */
export async function loadTicket({ path, mapPath, id, at, declared }: TicketSource, io: Io): Promise<TicketHistory> {
  const events: TicketEvent[] = []
  const problems: { readonly ticket: string | undefined; readonly text: string }[] = []
  let last = Number.NEGATIVE_INFINITY
  const take = (event: TicketEvent, where: string): void => {
    if (!declared.has(event.type) && !KNOWN.has(event.type)) {
      problems.push({ ticket: event.ticket, text: `${where}: the charter declares no event “${event.type}”; left out` })
    }
    last = Math.max(last, event.at, event.recorded)
    events.push(event)
  }
  if (mapPath === undefined) {
    for await (const { number, text } of linesOf(openInput(path, io))) {
      if (text.trim() === '') continue
      const where = `${nameOf(path)}:${number}`
      const { event, found } = readLine(text)
      for (const problem of found) problems.push({ ticket: event?.ticket, text: `${where}: ${problem}` })
      if (event !== undefined) take(event, where)
    }
  } else {
    const tables = new MappedTables(await loadMapping(mapPath, io), mapPath)
    await tables.read(path, openInput(path, io))
    tables.finish((event) => take(event, nameOf(path)))
  }
  const ticket = id ?? onlyTicket(events, path)
  const now = at ?? last
  const own = absorbMerged(events, now).filter((event) => event.ticket === ticket)
  if (own.length === 0) throw notThere(ticket, events, path)
  const mine = problems.filter((problem) => problem.ticket === undefined || problem.ticket === ticket)
  return { ticket, events: own, now, problems: mine.map(({ text }) => text) }
}

function readLine(text: string): { readonly event?: TicketEvent; readonly found: readonly string[] } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { found: ['this line is not JSON; left out'] }
  }
  const { event, problems } = readEvent(json)
  const found = problems.map(({ message }: EventProblem) => message)
  return event === undefined ? { found } : { event, found }
}

function onlyTicket(events: readonly TicketEvent[], path: string): string {
  const tickets = ticketsOf(events)
  const [first] = tickets
  if (first === undefined) throw new Failure(`${nameOf(path)} has no event of any ticket`)
  if (tickets.length === 1) return first
  throw new Failure(`${nameOf(path)} has ${tickets.length} tickets: ${named(tickets)}. Say which one: --id ${first}`)
}

function notThere(ticket: string, events: readonly TicketEvent[], path: string): Failure {
  const tickets = ticketsOf(events)
  return new Failure(
    `${nameOf(path)} has no ticket “${ticket}”${tickets.length > 0 ? `; it has ${named(tickets)}` : ''}`,
  )
}

function ticketsOf(events: readonly TicketEvent[]): readonly string[] {
  return [...new Set(events.map(({ ticket }) => ticket))]
}

function named(tickets: readonly string[]): string {
  return tickets.length > NAMED
    ? `${tickets.slice(0, NAMED).join(', ')} and ${tickets.length - NAMED} more`
    : tickets.join(', ')
}
