import type { Transaction } from '../../db/index.ts'
import { hashOfToken } from './hash-of-token.ts'
import type { LinkPurpose } from './make-link.ts'

export interface Link {
  readonly ticket: string
  readonly purpose: LinkPurpose
  /** UTC ms. */
  readonly expires: number
  readonly isExpired: boolean
}

const TOKEN = /^[A-Za-z0-9_-]{22,64}$/

/** What a token opens in this workspace, ended or not; undefined where it is none of ours. */
export async function findLink(tx: Transaction, token: string): Promise<Link | undefined> {
  if (!TOKEN.test(token)) return undefined
  const found = await tx.db
    .selectFrom('access_link')
    .select(['ticket_id', 'purpose', 'expires_at'])
    .where('workspace_id', '=', tx.workspace)
    .where('hash', '=', hashOfToken(token))
    .executeTakeFirst()
  if (found === undefined) return undefined
  const expires = found.expires_at.getTime()
  return { ticket: found.ticket_id, purpose: found.purpose, expires, isExpired: expires <= tx.now }
}

/** The ticket that a token opens for a purpose; undefined where it does not, or no longer. */
export async function openLink(tx: Transaction, token: string, purpose: LinkPurpose): Promise<string | undefined> {
  const link = await findLink(tx, token)
  return link === undefined || link.isExpired || link.purpose !== purpose ? undefined : link.ticket
}
