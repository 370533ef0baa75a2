import type { Transaction } from '../../db/index.ts'
import { raiseAttention, settleAttention } from '../attention/index.ts'
import { CATALOGUES } from './messages/speak.ts'

/** What somebody wrote a request in. */
export interface LanguageOfRequest {
  readonly ticket: string
  /** A tag: `de`, `ar-EG`. */
  readonly language: string
  /** The languages of the charter, else of the workspace. */
  readonly spoken: readonly string[]
}

/**
 * Asks for attention where somebody wrote in a language that the charter does not speak, or that acknowledgements have no
 * words for, so that what they are told is in another: once a language and day (UTC), with the first such ticket of the day.
 */
export async function raiseUnspoken(tx: Transaction, requests: readonly LanguageOfRequest[]): Promise<void> {
  const day = new Date(tx.now).toISOString().slice(0, 10)
  const first = new Map<string, string>()
  for (const { ticket, language, spoken } of requests) {
    const base = baseOf(language)
    const isSpoken = spoken.some((one) => baseOf(one) === base) && Object.hasOwn(CATALOGUES, base)
    if (!isSpoken && !first.has(base)) first.set(base, ticket)
  }
  for (const [language, ticket] of [...first].sort()) {
    const once = `language-unspoken/${language}/${day}`
    const before = await tx.db
      .selectFrom('attention')
      .select('once')
      .where('workspace_id', '=', tx.workspace)
      .where('code', '=', 'language-unspoken')
      .where('once', 'like', `language-unspoken/${language}/%`)
      .where((or) => or.or([or('once', '=', once), or('settled_at', 'is', null)]))
      .execute()
    if (before.some((one) => one.once === once)) continue
    // The day's item stands for those of the days before: nobody reads a hundred of them.
    await settleAttention(
      tx,
      before.map((one) => one.once),
    )
    await raiseAttention(tx, { once, code: 'language-unspoken', ticket, data: { language } })
  }
}

function baseOf(language: string): string {
  return language.toLowerCase().split('-')[0] ?? language
}
