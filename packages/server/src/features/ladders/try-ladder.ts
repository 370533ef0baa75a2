import type { Ladder as LadderShown } from '@avow/contract'
import { type CompiledCharter, formatInstant, type LadderFacts, walkLadder } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { compiledText, peopleNamed, versionInForce } from '../charters/index.ts'
import { readDraftRow } from '../drafts/index.ts'
import { climb } from './climb.ts'
import { peopleOfLadder } from './people-of-ladder.ts'
import { showRung } from './show-rung.ts'

export interface LadderAsked {
  /** Id of the draft whose ladder it is; null: that of the version in force. */
  readonly draft: string | null
  /** Id of the escalation clause. */
  readonly clause: string
  /** When its ticket is opened, UTC ms. */
  readonly at: number
  /** What is known of the ticket; of the rest, what the ladder asks for. */
  readonly facts: LadderFacts
  /** Id of who has the ticket from the start. */
  readonly assignee: string | null
}

/** `why_not`: why there is no ladder to walk. */
export interface LadderTried {
  readonly ladder: LadderShown | null
  readonly why_not: 'not-begun' | 'past-horizon' | null
}

/**
 * Where a ladder would lead, by the instants of `decide` and by who holds which position and is away then, as far as absences
 * are known now. Nothing is written. Throws `not-found` where there is no such draft, charter or escalation, and
 * `charter-faulty` for a draft that cannot be read.
 */
export async function tryLadder(tx: Transaction, asked: LadderAsked, zoneData: string): Promise<LadderTried> {
  const charter = await charterAsked(tx, asked.draft, zoneData)
  const { clause, at, facts, assignee } = asked
  const ladder = walkLadder(charter, { clause, at, facts })
  if (ladder === 'no-clause') throw new Refusal('not-found', `The charter has no escalation “${clause}”.`)
  if (typeof ladder === 'string') return { ladder: null, why_not: ladder }
  const people = await peopleOfLadder(tx, ladder, assignee)
  const climbed = climb(ladder, charter.document, people, assignee)
  const named = await peopleNamed(tx, [...people.all])
  const { zone, document } = charter
  const body = document.law?.disputeBody
  const commitment = ladder.commitment
  const shown: LadderShown = {
    clause,
    at: formatInstant(at),
    zone: zone.name,
    facts: { ...ladder.facts },
    commitment: commitment && {
      ...commitment,
      due: commitment.due === null ? null : formatInstant(commitment.due),
    },
    rungs: climbed.rungs.map((rung) => showRung(rung, named, people)),
    chain: [...ladder.chain],
    dispute_body: body === undefined ? null : Object.fromEntries(body.by),
    troubles: [...climbed.troubles],
  }
  return { ladder: shown, why_not: null }
}

async function charterAsked(tx: Transaction, draft: string | null, zoneData: string): Promise<CompiledCharter> {
  if (draft !== null) {
    const { source } = await readDraftRow(tx, draft)
    return compiledText(source, { now: tx.now, zoneData })
  }
  const inForce = await versionInForce(tx, tx.now)
  if (inForce === undefined) throw new Refusal('not-found', 'No charter is in force yet.')
  return inForce
}
