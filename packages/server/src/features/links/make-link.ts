import { randomBytes } from 'node:crypto'
import type { Transaction } from '../../db/index.ts'
import { hashOfToken } from './hash-of-token.ts'

/** `follow` opens the customer’s page of a request; `rate` rates it and shows nothing of it. */
export type LinkPurpose = 'follow' | 'rate'

export interface NewLink {
  readonly ticket: string
  readonly purpose: LinkPurpose
  /** Until it ends. */
  readonly days: number
}

/** 192 bits: 32 characters of base64url. */
const BYTES = 24
const MS_OF_DAY = 86_400_000

/** A token that acts as a key until it ends. Only its hash is kept: it cannot be told a second time. */
export async function makeLink(tx: Transaction, link: NewLink): Promise<string> {
  const [token] = await makeLinks(tx, [link])
  if (token === undefined) throw new Error('a link was not made')
  return token
}

/** The same for several, in one statement; answers their tokens in their order. */
export async function makeLinks(tx: Transaction, links: readonly NewLink[]): Promise<readonly string[]> {
  if (links.length === 0) return []
  const made = links.map((link) => ({ ...link, token: randomBytes(BYTES).toString('base64url') }))
  await tx.db
    .insertInto('access_link')
    .values(
      made.map(({ ticket, purpose, days, token }) => ({
        workspace_id: tx.workspace,
        hash: hashOfToken(token),
        ticket_id: ticket,
        purpose,
        created_at: new Date(tx.now),
        expires_at: new Date(tx.now + days * MS_OF_DAY),
      })),
    )
    .execute()
  return made.map(({ token }) => token)
}
