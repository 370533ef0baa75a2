import type { Entry } from '@avow/contract'
import type { Commitment, CompiledCharter, CompiledPromise, TicketState } from '@avow/core'
import { type MergedTicket, mergeChain, type Transaction } from '../../db/index.ts'
import { type DecidedTicket, decideTicket } from '../../features/commitments/index.ts'
import { type GivenRemedy, givenRemedies } from '../../features/remedies/index.ts'
import { readTicket } from '../../features/tickets/index.ts'
import { publicPromises, publicRemedies } from '../charter/public-charter.ts'
import { customersClock, UNKNOWN_ZONES, zonesOfTickets } from '../customers-clock.ts'
import type { WallClock } from '../wall-clock.ts'

/** A promise on a request that its customer may be told: its latest run. */
export interface PromiseOnRequest {
  readonly charter: CompiledCharter
  readonly promise: CompiledPromise
  readonly commitment: Commitment
}

/** A remedy that was granted on it. */
export interface GivenOnRequest extends GivenRemedy {
  /** A clause of the request’s charter that its customer may be told names it. */
  readonly isPublic: boolean
}

/** A file that somebody's words came with. */
export interface FileSaid {
  readonly name: string
  /** Of an answer of ours: it can be had here. What came from the customer they have; null. */
  readonly id: string | null
}

/** Somebody's words, as the customer may read them. */
export interface Said {
  readonly id: string
  readonly by: 'customer' | 'us' | 'machine'
  /** Name of the person of ours. */
  readonly name: string | null
  readonly at: number
  readonly text: string
  readonly quoted: string | null
  readonly language: string | null
  /** The way that it is written, where its writer said so. */
  readonly direction: Entry['direction']
  readonly files: readonly FileSaid[]
}

/** A request as its customer sees it: no notes, nobody's addresses, nothing that is not public. */
export interface RequestView {
  readonly number: number
  readonly state: TicketState
  readonly subject: string
  readonly said: readonly Said[]
  /** Those still to be fulfilled first. */
  readonly promises: readonly PromiseOnRequest[]
  /** What was granted, the first first. */
  readonly given: readonly GivenOnRequest[]
  readonly rating: number | null
  /** A person of ours has written. */
  readonly isAnswered: boolean
  readonly clock: WallClock
  readonly now: number
}

/**
 * A request as its customer sees it; where it was merged into another of theirs, that one. What another customer wrote is
 * never shown, whatever was merged, nor what a stranger wrote who knows an address of the ticket: a customer's own second
 * address is one of these, since the token in an address proves no more than that somebody was shown one of our mails.
 */
export async function readRequest(tx: Transaction, request: string, otherwiseZone: string): Promise<RequestView> {
  const { id: ticket, number, customer_id, later } = await ownSurvivor(tx, request)
  const { state, subject, entries: own, absorbed, rating } = await readTicket(tx, number)
  const merged = absorbed.filter(({ customer }) => customer !== null && customer.id === customer_id)
  const entries = [...own, ...merged.flatMap((each) => each.entries), ...(await saidLater(tx, later, customer_id))]
    .filter((entry) => entry.type !== 'message.received' || isTheirs(entry, customer_id))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const decided = await decideTicket(tx, ticket)
  const [zones = UNKNOWN_ZONES] = await zonesOfTickets(tx, [ticket])
  const remedies = decided === undefined ? [] : publicRemedies(decided.charter, decided.isTold)
  const named = new Set(remedies.flatMap(({ rows }) => rows.flatMap(({ allow }) => allow)))
  return {
    number,
    state,
    subject,
    said: entries.flatMap(saidIn),
    promises: decided === undefined ? [] : promisesOf(decided),
    given: (await givenRemedies(tx, ticket)).map((one) => ({ ...one, isPublic: named.has(one.remedy) })),
    rating,
    isAnswered: entries.some(({ type, by }) => type === 'message.sent' && by === 'agent'),
    clock: customersClock(zones, decided?.charter, otherwiseZone),
    now: tx.now,
  }
}

function isTheirs({ person, doubt }: Entry, customer: string | null): boolean {
  return doubt !== 'not-a-participant' && (person?.id ?? null) === customer
}

/** The ticket in which it goes on, as long as that is of the same customer; and `later`, those of others in which it goes on then. */
async function ownSurvivor(tx: Transaction, named: string) {
  const chain = await mergeChain(tx, named)
  const customers = await tx.db
    .selectFrom('ticket')
    .select(['id', 'customer_id'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', [named, ...chain.map(({ id }) => id)])
    .execute()
  const customerOf = (ticket: string) => customers.find(({ id }) => id === ticket)?.customer_id ?? null
  const customer_id = customerOf(named)
  const others = chain.findIndex(({ id }) => id !== named && (customer_id === null || customerOf(id) !== customer_id))
  const own = others === -1 ? chain : chain.slice(0, others)
  const last = own.at(-1)
  if (last === undefined) throw new Error(`the workspace ${tx.workspace} has no ticket ${named}`)
  return { id: last.id, number: last.number, customer_id, later: chain.slice(own.length) }
}

/** What a customer wrote after their request was merged into another's: their own words alone, nothing that was answered there. */
async function saidLater(
  tx: Transaction,
  later: readonly MergedTicket[],
  customer: string | null,
): Promise<readonly Entry[]> {
  if (customer === null) return []
  const said: Entry[] = []
  for (const { number } of later) said.push(...(await readTicket(tx, number)).entries)
  return said.filter((entry) => entry.type === 'message.received' && isTheirs(entry, customer))
}

/** Only these are shown: whatever else a log comes to hold stays inside. */
const BY: Readonly<Record<string, Said['by']>> = {
  'message.received': 'customer',
  'message.sent': 'us',
  'message.auto': 'machine',
}

function saidIn({ id, type, at, text, quoted, person, language, direction, attachments, by }: Entry): readonly Said[] {
  const who = BY[type]
  if (who === undefined) return []
  const files = attachments
    .filter(({ is_inline }) => !is_inline)
    .map(({ id: file, name }) => ({ name, id: who === 'us' ? file : null }))
  if ((text ?? '') === '' && files.length === 0) return []
  return [
    {
      id,
      by: who === 'us' && by !== 'agent' ? 'machine' : who,
      name: who === 'us' ? (person?.name ?? null) : null,
      at: Date.parse(at),
      text: text ?? '',
      quoted,
      language,
      direction,
      files,
    },
  ]
}

/** The latest run of each promise that its customer may be told; what was called off only where nothing else is there. */
export function promisesOf({ charter, decision: { commitments }, isTold }: DecidedTicket): readonly PromiseOnRequest[] {
  const latest = publicPromises(charter, isTold).flatMap(({ promise, rows }): PromiseOnRequest[] => {
    const own = commitments.filter(
      (each) => each.promise === promise.id && rows.some(({ number }) => number === each.row),
    )
    const commitment = own.filter(({ state }) => state !== 'cancelled').at(-1)
    return commitment === undefined ? [] : [{ charter, promise, commitment }]
  })
  const rank = ({ commitment }: PromiseOnRequest) =>
    commitment.fulfilled_at === null ? (commitment.due ?? Number.MAX_SAFE_INTEGER) : Number.MAX_VALUE
  return latest.toSorted((a, b) => rank(a) - rank(b))
}

/** Little of its time is left. */
export function isAtRisk({ state, risk_at }: Commitment, now: number): boolean {
  return state === 'running' && risk_at !== null && risk_at <= now
}
