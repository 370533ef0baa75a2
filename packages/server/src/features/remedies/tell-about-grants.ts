import type { JsonObject, Transaction } from '../../db/index.ts'
import { tellPeople } from '../attention/index.ts'
import { raiseUnmanned, readHolders } from '../escalation/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import type { GrantRow } from './grant-row.ts'
import type { Wanted } from './wanted.ts'

interface Asked {
  readonly id: string
  readonly positions: readonly string[]
  readonly asker: string | undefined
  readonly wanted: Wanted
}

/** Tells those who may decide it that something is asked for; where nobody may, or all who may are away, that needs a person. */
export async function tellApprovers(
  tx: Transaction,
  ticket: TicketAtHand,
  { id, positions, asker, wanted: { remedy, amount } }: Asked,
): Promise<void> {
  const { all, away, present } = await readHolders(tx, new Set(positions))
  if (present.size === 0) {
    await raiseUnmanned(tx, 'position-away', [...away])
    const empty = positions.filter((position) => !all.has(position))
    if (away.size === 0) await raiseUnmanned(tx, 'position-empty', empty)
  }
  await tellPeople(tx, {
    people: [...all.values()].flat().filter((person) => person !== asker),
    once: `grant-asked/${id}`,
    code: 'grant-asked',
    ticket: ticket.id,
    data: { grant: id, remedy, amount: amount === null ? null : { ...amount } },
  })
}

/** Tells who asked what became of it. */
export async function tellAsker(
  tx: Transaction,
  grant: Pick<GrantRow, 'id' | 'ticket_id' | 'asked_by' | 'clause' | 'remedy' | 'minor' | 'currency'>,
  code: 'grant-approved' | 'grant-refused',
): Promise<void> {
  const { id, ticket_id, asked_by, clause, remedy, minor, currency } = grant
  const data: JsonObject = { grant: id, clause, remedy, amount: minor === null ? null : { minor, currency } }
  await tellPeople(tx, {
    people: asked_by === null ? [] : [asked_by],
    once: `${code}/${id}`,
    code,
    ticket: ticket_id,
    data,
  })
}
