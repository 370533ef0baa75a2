/** What the checks warn of in drafts, and who said that it may stay. */
import type { DraftWarning } from '@avow/contract'
import { type CharterDocument, type Finding, findingName, formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import {
  authorsOfTicks,
  type KeptWarning,
  peopleNamed,
  versionNumbered,
  warningShown,
  warningsOf,
} from '../charters/index.ts'
import { readDraftRow } from './draft-at-hand.ts'

export interface DraftWarnings {
  readonly seq: number
  readonly items: DraftWarning[]
}

/** What the checks warn of in a draft as it stands. Throws `not-found`. */
export async function listWarnings(tx: Transaction, draft: string, zoneData: string): Promise<DraftWarnings> {
  const { seq, source, base } = await readDraftRow(tx, draft)
  const before = await baseOf(tx, base)
  const found = warningsOf(source, { now: tx.now, zoneData, before })
  const kept = found === undefined ? [] : await withTicks(tx, draft, found.document, found.warnings)
  const people = await peopleNamed(tx, authorsOfTicks(kept))
  return { seq, items: kept.map((warning) => warningShown(warning, people)) }
}

/** The version that a draft began from, by its number; undefined where it began from a text. */
export async function baseOf(tx: Transaction, base: number | null): Promise<CharterDocument | undefined> {
  return base === null ? undefined : (await versionNumbered(tx, base))?.document
}

/** These warnings of a draft, each with its tick where it has one. */
export async function withTicks(
  { db, workspace }: Transaction,
  draft: string,
  document: CharterDocument,
  warnings: readonly Finding[],
): Promise<readonly KeptWarning[]> {
  const rows = await db
    .selectFrom('draft_tick')
    .select(['finding', 'reason', 'by', 'at'])
    .where('workspace_id', '=', workspace)
    .where('draft_id', '=', draft)
    .execute()
  const ticks = new Map(rows.map((row) => [row.finding, row]))
  return warnings.map((warning): KeptWarning => {
    const { code, path, line, column, message, says } = warning
    const finding = findingName(document, warning)
    const tick = ticks.get(finding)
    return {
      finding,
      code,
      path,
      line,
      column,
      message,
      says: says === undefined ? null : { form: says.form, data: { ...says.data } },
      tick: tick === undefined ? null : { reason: tick.reason, by: tick.by, at: formatInstant(tick.at.getTime()) },
    }
  })
}

/** Refuses `warnings-open` where one of them has no tick. */
export function refuseUnticked(warnings: readonly KeptWarning[]): void {
  const open = warnings.filter(({ tick }) => tick === null)
  const [first, ...more] = open
  if (first === undefined) return
  const others = more.length > 0 ? ` (and ${more.length} more)` : ''
  throw new Refusal(
    'warnings-open',
    `Nobody said why this warning may stay: line ${first.line}: ${first.message}${others}`,
    {
      at: open.map(({ line, column, path, message, code, says }) => ({
        path: `${line}:${column} ${path}`,
        message,
        finding: { code, ...(says === null ? {} : { says }) },
      })),
    },
  )
}
