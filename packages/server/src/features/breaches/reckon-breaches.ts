import {
  ColumnsBuilder,
  type CompiledCharter,
  formatDate,
  formatInstant,
  localDay,
  Retelling,
  weekStart,
} from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { versionInForce } from '../charters/index.ts'
import { historyOf, readHistories, type TicketLog } from '../commitments/index.ts'
import { type BreachRow, breachName } from './breach-rows.ts'
import { assignsTickets, surgesAt } from './tickets-coming-in.ts'

/** A broken commitment of a ticket. Instants in UTC ms. */
interface Broken {
  readonly log: TicketLog
  readonly promise: string
  readonly run: number
  readonly start: number
  readonly due: number
  /** Null while it is still waited for. */
  readonly late_ms: number | null
}

/**
 * Why the broken commitments of tickets broke, from their logs (SPEC M6–M9). What `settled` has with the same due instant
 * and lateness is not reckoned again, and not among the rows; `names` has it all the same.
 */
export async function reckonBreaches(
  tx: Transaction,
  tickets: readonly string[],
  settled: ReadonlyMap<string, BreachRow> = new Map(),
): Promise<{ readonly names: ReadonlySet<string>; readonly rows: readonly BreachRow[] }> {
  const logs = [...(await readHistories(tx, tickets)).values()]
  const assigns = await assignsTickets(tx)
  const names = new Set<string>()
  const rows: BreachRow[] = []
  for (const [charter, ofVersion] of await byVersion(tx, logs)) {
    const telling = tellingOf(charter, ofVersion, { now: tx.now, assigns })
    const broken = ofVersion.flatMap((log) => brokenOf(telling, log))
    for (const one of broken) names.add(nameOf(one))
    const open = broken.filter((one) => !isSettled(settled.get(nameOf(one)), one))
    const surges = await surgesAt(
      tx,
      charter.zone,
      open.map(({ start }) => start),
    )
    // What is told of a ticket stands only until the next: ticket after ticket once more.
    for (const ofTicket of Map.groupBy(open, ({ log }) => log).values())
      rows.push(...rowsOf(charter, telling, ofTicket, surges))
  }
  return { names, rows }
}

/** Several histories under one version, to be told ticket by ticket. */
interface Telling {
  readonly retelling: Retelling
  /** By ticket: its place in the columns. */
  readonly places: ReadonlyMap<string, number>
}

function tellingOf(
  charter: CompiledCharter,
  logs: readonly TicketLog[],
  { now, assigns }: { readonly now: number; readonly assigns: boolean },
): Telling {
  const builder = new ColumnsBuilder([...charter.document.events.keys()])
  for (const log of logs) for (const event of historyOf(log)) builder.add(event)
  const columns = builder.finish()
  // The log never goes back, though a clock may.
  const until = logs.reduce((last, { entries }) => Math.max(last, entries.at(-1)?.event.recorded ?? last), now)
  return {
    retelling: new Retelling(charter, columns, until, { assigns }),
    places: new Map(columns.tickets.map((ticket, place) => [ticket, place])),
  }
}

async function byVersion(
  tx: Transaction,
  logs: readonly TicketLog[],
): Promise<ReadonlyMap<CompiledCharter, readonly TicketLog[]>> {
  const found = new Map<CompiledCharter, TicketLog[]>()
  for (const log of logs) {
    const created = log.entries.find(({ event }) => event.type === 'ticket.created')?.event.at
    const charter = created === undefined ? undefined : await versionInForce(tx, created)
    if (charter === undefined) continue
    const list = found.get(charter)
    if (list === undefined) found.set(charter, [log])
    else list.push(log)
  }
  return found
}

function brokenOf({ retelling, places }: Telling, log: TicketLog): readonly Broken[] {
  const place = places.get(log.ticket)
  if (place === undefined) return []
  return retelling.broken(place).flatMap(({ promise, run, told: { start, due, end } }) => {
    if (due === null) return []
    return [{ log, promise, run, start, due, late_ms: end === null ? null : Math.max(0, end - due) }]
  })
}

function nameOf({ log: { ticket }, promise, run }: Broken): string {
  return breachName({ ticket_id: ticket, promise, run })
}

function isSettled(stored: BreachRow | undefined, { due, late_ms }: Broken): boolean {
  return stored !== undefined && late_ms !== null && stored.late_ms === late_ms && stored.due === formatInstant(due)
}

/** Of broken commitments of one ticket. */
function rowsOf(
  { zone }: CompiledCharter,
  { retelling, places }: Telling,
  broken: readonly Broken[],
  surges: ReadonlySet<number>,
): readonly BreachRow[] {
  const ticket = broken[0]?.log.ticket ?? ''
  const told = new Map(
    retelling.broken(places.get(ticket) ?? -1).map((each) => [`${each.promise}/${each.run}`, each.told] as const),
  )
  return broken.flatMap(({ log, promise, run, start, due, late_ms }) => {
    const one = told.get(`${promise}/${run}`)
    if (one === undefined) return []
    return [
      {
        ticket_id: ticket,
        promise,
        run,
        due: formatInstant(due),
        week: formatDate(weekStart(localDay(zone, due))),
        team: teamAt(log, due),
        cause: one.explain(surges.has(start)).cause,
        segments: one.segments(),
        late_ms,
      },
    ]
  })
}

/** The team that had the ticket then; empty for none. An assignment that names no team leaves it where it was (SPEC M5). */
function teamAt({ entries }: TicketLog, instant: number): string {
  const named = entries
    .filter(({ event, envelope }) => event.type === 'ticket.assigned' && event.at <= instant && 'team' in envelope)
    .sort((a, b) => a.event.at - b.event.at || a.seq - b.seq)
    .at(-1)
  const team = named?.envelope['team']
  return typeof team === 'string' ? team : ''
}
