import { sql } from 'kysely'
import { type Store, transaction } from '../../db/index.ts'
import type { Bytes } from '../../http/handler.ts'
import { fetchOutward, type Outward, OutwardRefused, PUBLIC_WEB } from '../../outward/index.ts'
import { Refusal } from '../../refusal.ts'
import { remotePictures } from '../tickets/index.ts'
import { pictureType } from './picture-type.ts'
import { Turns } from './turns.ts'

export interface WantedPicture {
  /** Number of the ticket. */
  readonly number: number
  /** The message's place in the ticket's log. */
  readonly seq: number
  /** Which of the message's remote pictures, from 0. */
  readonly place: number
}

export interface PictureOptions {
  readonly workspace: string
  readonly outward?: Outward | undefined
  readonly signal: AbortSignal
}

const MOST_BYTES = 5_000_000
const DEADLINE_MS = 10_000
const KEPT_S = 3600
/** Bounds what strangers' pictures may hold in memory: 80 MB. */
const turns = new Turns(16)

/**
 * A picture that a message shows from its sender's server, fetched for a reader who asked. Only what stands in a stored
 * message is fetched: no address comes with the question, so that nobody can send this server anywhere. Throws
 * `not-found`, `picture-not-allowed` and `picture-not-loaded`.
 */
export async function loadPicture(store: Store, wanted: WantedPicture, options: PictureOptions): Promise<Bytes> {
  const address = await addressOf(store, options.workspace, wanted)
  const body = await turns.take(() => fetchPicture(address, options))
  const type = pictureType(body)
  if (type === undefined) throw new Refusal('picture-not-loaded', 'What came is no PNG, JPEG, GIF or WebP.')
  return { type, body, size: body.length, keptFor: KEPT_S }
}

async function fetchPicture(address: string, { outward = PUBLIC_WEB, signal }: PictureOptions): Promise<Buffer> {
  try {
    const accept = 'image/webp,image/png,image/jpeg,image/gif'
    return await fetchOutward(address, { outward, accept, mostBytes: MOST_BYTES, deadlineMs: DEADLINE_MS, signal })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (error instanceof OutwardRefused)
      throw new Refusal('picture-not-allowed', `This server does not go to where the picture lies: ${why}.`)
    throw new Refusal('picture-not-loaded', `The server of the picture did not give it: ${why}.`)
  }
}

async function addressOf(store: Store, workspace: string, { number, seq, place }: WantedPicture): Promise<string> {
  const html = await transaction(store, { workspace }, async ({ db }) => {
    const { rows } = await sql<{ html: unknown }>`
      select c.value as html
        from event_content c
        join ticket t on t."workspace_id" = ${workspace} and t.id = c.ticket_id
       where c."workspace_id" = ${workspace} and t.number = ${number} and c.seq = ${seq} and c.part = 'html'`.execute(
      db,
    )
    return rows[0]?.html
  })
  const address = typeof html === 'string' ? remotePictures(html)[place] : undefined
  if (address === undefined) throw new Refusal('not-found', `The ticket ${number} has no such picture.`)
  return address
}
