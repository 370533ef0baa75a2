import type { Selectable } from 'kysely'
import { type IdempotentAnswerTable, instant, type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import type { Keys } from '../../secrets/index.ts'
import type { Access } from '../handler.ts'

/** One request among its repeats: an Idempotency-Key of one caller for one path. */
export interface Keyed {
  readonly workspace: string
  readonly key: string
  readonly path: string
  readonly actor: string
  /** HMAC of the body: what is compared says nothing of it. */
  readonly mark: Buffer
  /** Is the mark of an earlier request that of this body? Under any of the installation's keys. */
  readonly isSame: (mark: Buffer) => boolean
}

export interface KeptAnswer {
  readonly status: number
  /** The body as it was sent; empty where there was none. */
  readonly text: string
}

/** Status of a row whose effect is committed and whose answer is not kept yet. */
export const CARRIED_OUT = 0
/** Answers are known for a day. */
const KEPT = 86_400_000
/** A first request that does not come to its end in this time has died. */
const DIED = 60_000
const LONGEST_KEY = 200

/** Names a request by its Idempotency-Key; undefined without one. Refuses `key-missing` where one is needed. */
export function keyedBy(
  { keys }: Desk,
  access: Access,
  given: string | string[] | undefined,
  isNeeded: boolean,
  path: string,
  body: unknown,
): Keyed | undefined {
  if (given === undefined) {
    if (!isNeeded) return undefined
    throw new Refusal('key-missing', 'Send an Idempotency-Key of your own making, the same for every try of one deed.')
  }
  if (typeof given !== 'string' || given === '' || given.length > LONGEST_KEY)
    throw new Refusal('bad-request', `An Idempotency-Key has 1 to ${LONGEST_KEY} characters.`, {
      at: [{ path: 'Idempotency-Key', message: `has 1 to ${LONGEST_KEY} characters` }],
    })
  const { workspace, actor } = access
  const said = `${workspace} ${actor} ${path} ${JSON.stringify(body)}`
  return {
    workspace,
    key: given,
    path,
    actor,
    mark: keys.mark('kept-answer', said),
    isSame: (mark) => keys.isMark('kept-answer', said, mark),
  }
}

/**
 * Claims a key for the request at hand; undefined: go on, it is yours. The answer of the first where it is known. Refuses
 * `key-reused` for another body, `key-running` while the first runs, `key-done` where its effect is there and its answer lost.
 */
export function claimKey({ store, keys }: Desk, keyed: Keyed): Promise<KeptAnswer | undefined> {
  // Should it be lost, so is whatever the request did.
  return transaction(store, { workspace: keyed.workspace, isLosable: true }, async (tx) => {
    if (await insert(tx, keyed)) return undefined
    const first = await lockFirst(tx, keyed)
    // Forgotten in between by who swept, or freed by who failed: the next try has it.
    if (first === undefined) throw running()
    const kept = readFirst(tx, keys, keyed, first)
    if (kept === undefined) await takeOver(tx, keyed)
    return kept
  })
}

interface First extends Pick<Selectable<IdempotentAnswerTable>, 'body_hash' | 'status' | 'answer'> {
  /** UTC ms. */
  readonly created: number
}

const CREATED = instant('created_at')

/** What the first request of a key was answered; undefined where that is so long ago that the key is free again. */
function readFirst({ now }: Transaction, keys: Keys, keyed: Keyed, first: First): KeptAnswer | undefined {
  const age = now - first.created
  if (age > KEPT || (first.status === null && age > DIED)) return undefined
  if (!keyed.isSame(first.body_hash))
    throw new Refusal('key-reused', 'Another body was sent with this Idempotency-Key. Make a new key for a new deed.')
  // Its effect may be there already: the answer follows in a moment, unless the process has died.
  if (first.status === null || (first.status === CARRIED_OUT && age <= DIED)) throw running()
  const text = first.answer === null ? undefined : keys.unseal('kept-answer', aboutOf(keyed), first.answer)
  if (first.status === CARRIED_OUT || text === undefined)
    throw new Refusal('key-done', 'It happened once and was not done again. Read it anew to see what became of it.')
  return { status: first.status, text }
}

/**
 * Reads what a key was answered before, in the transaction of the deed itself, also before its clock is read: what is answered
 * tells it then. Undefined: do it. Refuses as `claimKey` does.
 */
export async function readKept(tx: Transaction, keys: Keys, keyed: Keyed): Promise<() => KeptAnswer | undefined> {
  const { workspace, key, path, actor } = keyed
  const [found] = await tx.read<Omit<First, 'body_hash'> & { readonly body_hash: string }>`
    select encode(body_hash, 'hex') as body_hash, ${CREATED} as created, status, answer from idempotent_answer
     where "workspace_id" = ${workspace} and key = ${key} and path = ${path} and actor = ${actor}`
  const first = found && { ...found, body_hash: Buffer.from(found.body_hash, 'hex') }
  return () => first && readFirst(tx, keys, keyed, first)
}

/** Keeps an answer whose key nobody claimed, in the transaction of the deed itself. */
export function insertAnswer(tx: Transaction, keys: Keys, keyed: Keyed, { status, text }: KeptAnswer): void {
  const answer = keys.seal('kept-answer', aboutOf(keyed), text)
  // One that is there is older than a day.
  tx.write`
    insert into idempotent_answer ("workspace_id", key, path, actor, body_hash, created_at, status, answer)
    values (${tx.workspace}, ${keyed.key}, ${keyed.path}, ${keyed.actor}, ${keyed.mark}, ${new Date(tx.now)}, ${status},
           ${answer})
    on conflict ("workspace_id", key, path, actor) do update
       set body_hash = excluded.body_hash, created_at = excluded.created_at, status = excluded.status,
           answer = excluded.answer`
}

/** Keeps the answer, sealed: it may hold a secret that is shown once, and what people wrote. */
export function keepAnswer({ store, keys }: Desk, keyed: Keyed, { status, text }: KeptAnswer): Promise<void> {
  return transaction(store, { workspace: keyed.workspace }, async ({ db }) => {
    await db
      .updateTable('idempotent_answer')
      .set({ status, answer: keys.seal('kept-answer', aboutOf(keyed), text) })
      .where('workspace_id', '=', keyed.workspace)
      .where('key', '=', keyed.key)
      .where('path', '=', keyed.path)
      .where('actor', '=', keyed.actor)
      .where('body_hash', '=', keyed.mark)
      .execute()
  })
}

/** Lets go of a key whose request came to nothing, so that it can be tried again. Not where something was carried out. */
export function freeKey({ store }: Desk, keyed: Keyed): Promise<void> {
  return transaction(store, { workspace: keyed.workspace }, async ({ db }) => {
    await db
      .deleteFrom('idempotent_answer')
      .where('workspace_id', '=', keyed.workspace)
      .where('key', '=', keyed.key)
      .where('path', '=', keyed.path)
      .where('actor', '=', keyed.actor)
      .where('status', 'is', null)
      .execute()
  })
}

async function insert({ db, now }: Transaction, keyed: Keyed): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotent_answer')
    .values({
      workspace_id: keyed.workspace,
      key: keyed.key,
      path: keyed.path,
      actor: keyed.actor,
      body_hash: keyed.mark,
      created_at: new Date(now),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key', 'path', 'actor']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

async function lockFirst({ ask }: Transaction, { workspace, key, path, actor }: Keyed): Promise<First | undefined> {
  const [first] = await ask<First>`
    select body_hash, ${CREATED} as created, status, answer from idempotent_answer
     where "workspace_id" = ${workspace} and key = ${key} and path = ${path} and actor = ${actor} for update`
  return first
}

async function takeOver({ db, now }: Transaction, keyed: Keyed): Promise<void> {
  await db
    .updateTable('idempotent_answer')
    .set({ body_hash: keyed.mark, created_at: new Date(now), status: null, answer: null })
    .where('workspace_id', '=', keyed.workspace)
    .where('key', '=', keyed.key)
    .where('path', '=', keyed.path)
    .where('actor', '=', keyed.actor)
    .execute()
}

/** A sealed answer cannot be moved to another request. */
function aboutOf({ workspace, key, path, actor }: Keyed): string {
  return `${workspace} ${actor} ${path} ${key}`
}

function running(): Refusal {
  return new Refusal('key-running', 'Wait a moment and send the same again: then you get its answer.')
}
