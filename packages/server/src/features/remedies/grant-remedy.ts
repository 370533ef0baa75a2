import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import type { GateAnswer } from './gate-answer.ts'
import type { GrantRow } from './grant-row.ts'
import type { GrantedBefore } from './granted-before.ts'
import type { Granter } from './granter.ts'
import { charterNeeded, type Judged, judgeRemedies } from './judge-remedies.ts'
import { budgetSpent } from './limits.ts'
import { noteOnLog } from './note-on-log.ts'
import { passGate } from './pass-gate.ts'
import { spendBudget, spendLast } from './spend-budget.ts'
import { tellApprovers } from './tell-about-grants.ts'
import { readAmount, type Wanted } from './wanted.ts'

/** The body of grantRemedy, as it was read. */
export interface NewGrant {
  readonly clause?: string | undefined
  readonly remedy: string
  readonly amount: { readonly minor?: unknown; readonly currency?: unknown } | null
  readonly reason: string
  readonly seen: number
  readonly charter?: string | undefined
  readonly ask: boolean
  readonly bend: boolean
}

/** A grant that was just written, and the positions that its giver holds. */
export interface Given {
  readonly grant: GrantRow
  readonly positions: readonly string[]
}

export interface GrantOptions {
  /** What was granted before, where it was read already. */
  readonly before?: GrantedBefore
  /**
   * `first`: a budget is taken from before anything is written, and a refusal says where it is empty. `last`: with the commit,
   * which fails (`isOverspent`) where somebody was faster.
   */
  readonly spends?: 'first' | 'last'
}

/**
 * Gives a remedy, or asks for one where the limits of who asks do not reach. Throws what the gate throws, `facts-moved` where
 * facts changed after `seen`, `other-version` for a charter that is not the ticket's.
 */
export async function grantRemedy(
  tx: Transaction,
  ticket: TicketAtHand,
  granter: Granter,
  typed: NewGrant,
  { before, spends = 'first' }: GrantOptions = {},
): Promise<Given> {
  const wanted = wantedOf(typed)
  const judged = charterNeeded(await judgeRemedies(tx, ticket, granter.person, before))
  if (typed.charter !== undefined && typed.charter !== judged.charter.hash)
    throw new Refusal('other-version', 'The ticket is under another version of the charter. Read its remedies anew.')
  if (judged.factsSeq > typed.seen)
    throw new Refusal('facts-moved', 'Somebody changed the facts of this ticket since. Read its remedies anew.', {
      seq: ticket.seq,
    })
  const answer = passGate(judged, wanted)
  const refusal = answer.refusal ?? (spends === 'first' ? await spend(tx, granter, answer, wanted) : undefined)
  const { positions } = judged
  if (refusal === undefined && spends === 'last' && answer.spending !== undefined)
    spendLast(tx, spender(granter), answer.spending)
  if (refusal === undefined)
    return { grant: await writeGrant(tx, ticket, granter, judged, { wanted, answer, typed }), positions }
  if (!typed.ask || answer.waitsFor.length === 0) throw refusal
  const asked = { ...answer, backedBy: [] }
  const grant = await writeGrant(tx, ticket, granter, judged, { wanted, answer: asked, typed, state: 'asked' })
  await tellApprovers(tx, ticket, { id: grant.id, positions: answer.waitsFor, asker: granter.person, wanted })
  return { grant, positions }
}

/** Takes what the gate wants taken; why not, where it cannot. */
export async function spend(
  tx: Transaction,
  granter: Granter,
  { spending, waitsFor }: GateAnswer,
  wanted: Wanted,
): Promise<Refusal | undefined> {
  if (spending === undefined) return undefined
  return (await spendBudget(tx, spender(granter), spending)) ? undefined : budgetSpent(wanted, waitsFor)
}

/** Who holds a position is somebody. */
function spender({ person }: Granter): string {
  if (person === undefined) throw new Error('the gate let nobody through')
  return person
}

function wantedOf({ clause, remedy, amount, bend, reason }: NewGrant): Wanted {
  if (!bend && clause === undefined) {
    const message = 'Name the remedy clause that allows it.'
    throw new Refusal('bad-request', message, { at: [{ path: 'clause', message }] })
  }
  if (bend && reason === '') {
    const message = 'Kindness needs a reason: it is how the charter learns.'
    throw new Refusal('bad-request', message, { at: [{ path: 'reason', message }] })
  }
  return { clause, remedy, amount: readAmount(remedy, amount), isBend: bend }
}

/** Nobody looked at it yet. */
const UNSEEN = { reviewed_name: null, reviewed_email: null }

interface Written {
  readonly wanted: Wanted
  readonly answer: GateAnswer
  readonly typed: NewGrant
  readonly state?: 'asked'
}

async function writeGrant(
  tx: Transaction,
  ticket: TicketAtHand,
  granter: Granter,
  { facts, factsHash, charter, subject, who }: Judged,
  { wanted, answer, typed, state }: Written,
): Promise<GrantRow> {
  const grant = {
    id: tx.newId(),
    clause: answer.clause,
    row: answer.row,
    remedy: wanted.remedy,
    minor: wanted.amount?.minor ?? null,
    currency: wanted.amount?.currency ?? null,
    is_bend: wanted.isBend,
    backed_by: [...answer.backedBy],
    charter_hash: charter.hash,
    facts_hash: factsHash,
    ticket_id: ticket.id,
    state: state ?? ('granted' as const),
    reason: typed.reason,
    waits_for: state === 'asked' ? [...answer.waitsFor] : [],
    asked_by: granter.person ?? null,
    asked_at: new Date(tx.now),
    // Nobody but who gave it decided.
    decided_by: null,
    decided_at: null,
    decision_reason: null,
    done_by: null,
    done_at: null,
    review: null,
    reviewed_by: null,
    reviewed_at: null,
    review_reason: null,
  }
  tx.write`
    insert into remedy_grant ("workspace_id", id, ticket_id, clause, "row", remedy, minor, currency, state, is_bend, reason,
           backed_by, waits_for, charter_hash, facts, facts_hash, asked_by, asked_at)
    values (${tx.workspace}, ${grant.id}, ${grant.ticket_id}, ${grant.clause}, ${grant.row}, ${grant.remedy},
           ${grant.minor}, ${grant.currency}, ${grant.state}, ${grant.is_bend}, ${grant.reason}, ${grant.backed_by},
           ${grant.waits_for}, ${grant.charter_hash}, ${JSON.stringify(facts)}, ${grant.facts_hash}, ${grant.asked_by},
           ${grant.asked_at})`
  await noteOnLog(tx, ticket, granter, state === 'asked' ? 'remedy.asked' : 'remedy.granted', grant, typed.reason)
  const nobody = { decided_name: null, decided_email: null, done_name: null, done_email: null, ...UNSEEN }
  return { ...grant, ...nobody, facts, number: ticket.number, subject, asked_name: who.name, asked_email: who.email }
}
