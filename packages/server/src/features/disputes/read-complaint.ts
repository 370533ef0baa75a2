import { COMPLAINT_STAGES, type Complaint } from '@avow/contract'
import { type CompiledCharter, formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { customersClock, UNKNOWN_ZONES, zonesOfTickets } from '../../site/customers-clock.ts'
import type { WallClock } from '../../site/wall-clock.ts'
import { dueWords } from '../acknowledgements/index.ts'
import { decideTicket, isUnderLaw, type LawClock, type LogEntry, lawClocks } from '../commitments/index.ts'
import { disputeBodyIn, letterWords } from './dispute-body.ts'

interface OfTicket {
  readonly id: string
  readonly number: number
  readonly language: string | null
}

/** How far a complaint is, by what happened on its ticket, and the letter that is due; undefined where it is none. */
export async function readComplaint(tx: Transaction, ticket: OfTicket): Promise<Complaint | undefined> {
  const decided = await decideTicket(tx, ticket.id)
  if (decided === undefined || !isUnderLaw(decided)) return undefined
  const { charter, decision, log } = decided
  const clocks = lawClocks(decided)
  const at = stagesOf(log.entries, clocks, decision.at)
  const { language } = letterWords(charter, ticket.language)
  const [zones = UNKNOWN_ZONES] = await zonesOfTickets(tx, [ticket.id])
  const clock = customersClock(zones, charter, charter.zone.name)
  return {
    stages: COMPLAINT_STAGES.map((stage) => ({ stage, at: instantOr(at[stage]) })),
    deadline: instantOr(nextLimit(clocks)),
    letter: letterOf(ticket, { charter, clock }, clocks, log.entries, decision.at),
    dispute_body: disputeBodyIn(charter, language) ?? null,
  }
}

type Stages = Readonly<Record<(typeof COMPLAINT_STAGES)[number], number | undefined>>

/**
 * The stages of ISO 10002 by the log: what a person does first on the ticket assesses it, what they do after that, and before
 * the answer, looks into it. At deadlock is what the law's time has run out on, whatever came after.
 */
function stagesOf(entries: readonly LogEntry[], clocks: readonly LawClock[], now: number): Stages {
  const inOrder = entries.map(({ event }) => event).toSorted((a, b) => a.at - b.at)
  const first = (isIt: (event: LogEntry['event']) => boolean, from = Number.NEGATIVE_INFINITY) =>
    inOrder.find((event) => event.at >= from && isIt(event))?.at
  const assessed = first(({ type, by }) => by === 'agent' && ASSESSING.has(type))
  const answers = clocks.map(({ stopped }) => stopped)
  const answered = answers.includes(undefined) ? undefined : Math.max(...answers.map(Number))
  const looked = inOrder.filter(({ type, by }) => by === 'agent' && isLookingInto(type))
  const late = clocks.filter(({ limit, stopped }) => (stopped ?? now) > limit).map(({ limit }) => limit)
  return {
    received: first(({ type }) => type === 'ticket.created'),
    acknowledged: first(({ type, by }) => type === 'message.auto' || (type === 'message.sent' && by === 'agent')),
    assessed,
    investigated: assessed === undefined ? undefined : looked.find(({ at }) => at >= assessed)?.at,
    answered: clocks.length === 0 || answered === Number.NEGATIVE_INFINITY ? undefined : answered,
    closed: first(({ type, to }) => type === 'status.changed' && to === 'closed'),
    deadlock: late.length === 0 ? undefined : Math.min(...late),
  }
}

const ASSESSING: ReadonlySet<string> = new Set(['ticket.assigned', 'facts.changed'])
const LOOKING: ReadonlySet<string> = new Set(['note.added', 'ticket.forwarded', 'message.sent'])

function isLookingInto(type: string): boolean {
  return LOOKING.has(type) || type.startsWith('step.')
}

function nextLimit(clocks: readonly LawClock[]): number | undefined {
  const open = clocks.filter(({ stopped }) => stopped === undefined).map(({ limit }) => limit)
  return open.length === 0 ? undefined : Math.min(...open)
}

/** The letter for a person to send, from when it is due until the limit, with times by the customer's clock: nothing in it was written by anybody. */
function letterOf(
  { number, language: spoken }: OfTicket,
  { charter, clock }: { readonly charter: CompiledCharter; readonly clock: WallClock },
  clocks: readonly LawClock[],
  entries: readonly LogEntry[],
  now: number,
): Complaint['letter'] {
  const due = clocks.filter(({ letter, limit, stopped }) => stopped === undefined && letter < now && now <= limit)
  const first = due.toSorted((a, b) => a.limit - b.limit)[0]
  const created = entries.find(({ event }) => event.type === 'ticket.created')
  if (first === undefined || created === undefined) return null
  const { language, say } = letterWords(charter, spoken)
  const words = (instant: number) => dueWords(clock, instant, language)
  const body = disputeBodyIn(charter, language)
  // The last instant of the law's time lies within its last date.
  const lines = [
    say('received', { received: words(created.event.at), number: String(number) }),
    say('deadline', { deadline: words(first.limit - 1) }),
    say('next'),
    ...(body === undefined ? [] : [say('body', { body })]),
  ]
  return { row: first.row.id, limit: formatInstant(first.limit), language, text: lines.join('\n\n') }
}

function instantOr(instant: number | undefined): string | null {
  return instant === undefined ? null : formatInstant(instant)
}
