import { type Commitment, decide, formatInstant } from '@avow/core'
import type { AppendedEvent, NewEvent } from '../../db/index.ts'
import type { Reckoning } from './reckon-ticket.ts'
import { historyOf, type LogEntry } from './ticket-log.ts'

const VERDICTS: readonly string[] = ['commitment.kept', 'commitment.broken', 'commitment.corrected']

/** Is it a verdict? Verdicts are judged by nothing. */
export function isVerdict(type: string): boolean {
  return VERDICTS.includes(type)
}

/** What the log last said of a commitment. */
interface Said {
  readonly state: string
  readonly due: string | null
  /** How many verdicts there are on it. */
  readonly count: number
}

/** Of each commitment (`P1/2`) on which there is a verdict, what the log last said. */
function saidIn(entries: readonly LogEntry[]): Map<string, Said> {
  const said = new Map<string, Said>()
  for (const { event, envelope } of entries) {
    if (!isVerdict(event.type)) continue
    const name = `${String(envelope['promise'])}/${String(envelope['run'])}`
    const { state, due } = envelope
    said.set(name, {
      state: event.type === 'commitment.corrected' ? String(state) : event.type.slice('commitment.'.length),
      due: typeof due === 'string' ? due : null,
      count: (said.get(name)?.count ?? 0) + 1,
    })
  }
  return said
}

/** The commitments (`P1/2`) of which a verdict was corrected. */
export function correctedIn(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(
    entries
      .filter(({ event }) => event.type === 'commitment.corrected')
      .map(({ envelope }) => `${String(envelope['promise'])}/${String(envelope['run'])}`),
  )
}

/**
 * The events that the log lacks to say what is now decided: a verdict for each commitment that was settled, a correction
 * for each that is judged otherwise than the log says. `since`: the events that were not yet judged; a correction names the
 * one that caused it. Ids follow from the verdict, so that none is written twice.
 */
export function missingVerdicts(reckoning: Reckoning, since: readonly AppendedEvent[]): readonly NewEvent[] {
  const { log, decision } = reckoning
  const said = saidIn(log.entries)
  const events: NewEvent[] = []
  for (const commitment of decision.commitments) {
    const { promise, run, state, settled_at } = commitment
    const name = `${promise}/${run}`
    const before = said.get(name)
    said.delete(name)
    const due = commitment.due === null ? null : formatInstant(commitment.due)
    const isSettled = state === 'kept' || state === 'broken'
    if (before === undefined ? !isSettled : before.state === state && before.due === due) continue
    const isNew = before === undefined || !(before.state === 'kept' || before.state === 'broken')
    if (isNew && !isSettled) continue
    events.push({
      ...about(log.ticket, name, isNew ? state : 'corrected', before?.count ?? 0),
      fields: { promise, run, due, ...(isNew ? {} : { state, ...causeOf(reckoning, commitment, since) }) },
      ...(isNew && settled_at !== null ? { at: settled_at } : {}),
    })
  }
  // Of a run that a late event left without a beginning.
  for (const [name, { state, count }] of said) {
    if (state !== 'kept' && state !== 'broken') continue
    const [promise = '', run] = name.split('/')
    events.push({
      ...about(log.ticket, name, 'corrected', count),
      fields: { promise, run: Number(run), due: null, state: 'gone', ...named(since.at(-1)) },
    })
  }
  return events
}

function about(ticket: string, commitment: string, word: string, count: number): Omit<NewEvent, 'fields'> {
  const id = `${ticket}/${commitment}/${word}${count === 0 ? '' : `/${count + 1}`}`
  return { id, ticket, type: `commitment.${word}`, by: 'system' }
}

/** The first of the new events with which the commitment is judged as it is now. */
function causeOf(
  { charter, log, decision: { at } }: Reckoning,
  { promise, run, state, due }: Commitment,
  since: readonly AppendedEvent[],
): { readonly cause?: string } {
  const last = since.at(-1)
  const earlier = since.slice(0, -1).find(({ seq }) => {
    if (charter === undefined) return false
    const history = historyOf({ entries: log.entries.filter((entry) => entry.seq <= seq), joined: log.joined })
    return decide(charter, history, at).commitments.some(
      (other) => other.promise === promise && other.run === run && other.state === state && other.due === due,
    )
  })
  return named(earlier ?? last)
}

function named(event: AppendedEvent | undefined): { readonly cause?: string } {
  return event === undefined ? {} : { cause: event.id }
}
