import type { Transaction } from '../../db/index.ts'

/** A remedy that a customer was given, as far as it is theirs to know: not by whom, not why, not on what grounds. */
export interface GivenRemedy {
  readonly remedy: string
  /** Whole minor units of a currency. */
  readonly amount: { readonly minor: number; readonly currency: string } | null
  /** When it was granted, UTC ms. */
  readonly at: number
  /** When it was carried out, UTC ms; null: not yet. */
  readonly doneAt: number | null
}

/** What was granted on a ticket, the first first; what is only asked for, was refused or taken back is not among it. */
export async function givenRemedies({ db, workspace }: Transaction, ticket: string): Promise<readonly GivenRemedy[]> {
  const rows = await db
    .selectFrom('remedy_grant')
    .select(['remedy', 'minor', 'currency', 'asked_at', 'decided_at', 'done_at'])
    .where('workspace_id', '=', workspace)
    .where('ticket_id', '=', ticket)
    .where('state', 'in', ['granted', 'done'])
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(({ remedy, minor, currency, asked_at, decided_at, done_at }) => ({
    remedy,
    amount: minor === null || currency === null ? null : { minor, currency },
    at: (decided_at ?? asked_at).getTime(),
    doneAt: done_at?.getTime() ?? null,
  }))
}
