import type { Transaction } from '../../db/index.ts'
import { makeLink, siteAddress } from '../links/index.ts'
import { SCORES, type Score } from './rate-ticket.ts'

export interface RatingLinksFor {
  readonly ticket: string
  /** Without a slash at its end. */
  readonly publicUrl: string
  /** One that the public pages are written in. */
  readonly language: string
}

/** An address for each score. */
export type RatingLinks = readonly { readonly score: Score; readonly url: string }[]

const DAYS = 90

/**
 * Links for a mail that answers: one press each. Opening one records nothing, since programs that look through mail open
 * every link: it shows a page with the score chosen and one button. They show nothing of the request.
 */
export async function ratingLinks(
  tx: Transaction,
  { ticket, publicUrl, language }: RatingLinksFor,
): Promise<RatingLinks> {
  const token = await makeLink(tx, { ticket, purpose: 'rate', days: DAYS })
  const address = await siteAddress(tx, publicUrl, language)
  return SCORES.map((score) => ({ score, url: `${address}/requests/${token}/rate/${score}` }))
}
