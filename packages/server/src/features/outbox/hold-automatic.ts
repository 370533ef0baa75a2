import { sql } from 'kysely'
import type { HeldFor, JsonObject, Transaction } from '../../db/index.ts'
import type { MailLimits, Window } from '../../mail-limits.ts'
import type { Keys } from '../../secrets/index.ts'
import { raiseAttention } from '../attention/index.ts'
import { isOfPerson, readOutgoingMail } from './outgoing-mail.ts'
import { unreachableOf } from './unreachable.ts'

/** A mail that is about to leave. */
export interface LeavingMail {
  readonly id: string
  readonly kind: string
  readonly ticket_id: string | null
  readonly payload: JsonObject
  /** The limits let it pass before. */
  readonly has_passed: boolean
}

interface Counted extends LeavingMail {
  readonly to: string
  readonly address: Buffer
  readonly domain: Buffer
}

/**
 * The last wall before automatic mail leaves, whoever wrote it: what goes to an address that takes no mail, or would be more
 * than the limits, is held back with its reason until somebody lets it go, and asks for attention. Answers the ids of what
 * is held; the others are counted. What a person wrote passes.
 */
export async function holdAutomatic(
  tx: Transaction,
  keys: Keys,
  limits: MailLimits,
  mails: readonly LeavingMail[],
): Promise<ReadonlySet<string>> {
  const automatic = mails.flatMap((mail): Counted[] => {
    if (isOfPerson(mail.kind) || mail.has_passed) return []
    const to = readOutgoingMail(mail.payload).to.toLowerCase()
    const mark = (what: string): Buffer => keys.mark('automatic-mail', `${tx.workspace} ${what}`)
    return [{ ...mail, to, address: mark(to), domain: mark(to.slice(to.lastIndexOf('@'))) }]
  })
  if (automatic.length === 0) return new Set()
  // Of two workers at once the second sees what the first let pass.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`automatic-mail ${tx.workspace}`}, 0))`.execute(tx.db)
  const dead = await unreachableOf(tx, [...new Set(automatic.map(({ to }) => to))])
  const wall = new Wall(tx, limits)
  const held = new Set<string>()
  for (const mail of automatic) {
    const reason = dead.has(mail.to) ? 'dead-address' : await wall.limitOf(mail)
    if (reason === undefined) await notePassed(tx, mail)
    else {
      held.add(mail.id)
      await noteHeld(tx, mail, reason)
    }
  }
  return held
}

/** Counts what has passed, of which this transaction is the only one to add. */
class Wall {
  readonly #tx: Transaction
  readonly #limits: MailLimits

  constructor(tx: Transaction, limits: MailLimits) {
    this.#tx = tx
    this.#limits = limits
  }

  async limitOf({ kind, address, domain }: Counted): Promise<HeldFor | undefined> {
    const toAddress = kind === 'staff' ? this.#limits.staff : this.#limits.address
    if (await this.#isFull(toAddress, { column: 'address_mark', mark: address })) return 'address'
    if (await this.#isFull(this.#limits.domain, { column: 'domain_mark', mark: domain })) return 'domain'
    if (await this.#isFull(this.#limits.workspace)) return 'workspace'
    return undefined
  }

  async #isFull(
    windows: readonly Window[],
    to?: { readonly column: 'address_mark' | 'domain_mark'; readonly mark: Buffer },
  ): Promise<boolean> {
    for (const { most, ms } of windows) {
      const passed = await this.#tx.db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('workspace_id', '=', this.#tx.workspace)
        .where('passed_at', '>', new Date(this.#tx.now - ms))
        .$if(to !== undefined, (query) => query.where(to?.column ?? 'address_mark', '=', to?.mark ?? null))
        .executeTakeFirstOrThrow()
      if (Number(passed.count) >= most) return true
    }
    return false
  }
}

async function notePassed(tx: Transaction, { id, address, domain }: Counted): Promise<void> {
  await tx.db
    .updateTable('outbox')
    .set({ passed_at: new Date(tx.now), address_mark: address, domain_mark: domain })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
}

async function noteHeld(tx: Transaction, { id, ticket_id, address, domain }: Counted, reason: HeldFor): Promise<void> {
  await tx.db
    .updateTable('outbox')
    .set(({ ref }) => ({ held_for: reason, lease_until: null, attempts: sql`${ref('attempts')} - 1` }))
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
  // Of an address that takes no mail its bounce has told already.
  if (reason === 'dead-address') return
  const target = reason === 'address' ? address : reason === 'domain' ? domain : Buffer.alloc(0)
  await raiseAttention(tx, {
    once: `automatic-mail-held ${reason} ${target.toString('hex').slice(0, 16)}`,
    code: 'automatic-mail-held',
    data: { outgoing: id, reason },
    ...(ticket_id === null || reason !== 'address' ? {} : { ticket: ticket_id }),
  })
}
