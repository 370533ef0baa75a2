import { isDeepStrictEqual } from 'node:util'
import { type ClauseDifferenceJson, clauseDifference } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { tellPeople } from '../attention/index.ts'
import {
  clauseDifferences,
  compareVersions,
  type Reader,
  rowInForce,
  versionNumbered,
  versionsOf,
} from '../charters/index.ts'
import { clausesFor } from './clauses-for.ts'
import { colleaguesOf } from './concerned-staff.ts'
import { mailFirstReading } from './mail-first-reading.ts'
import { onceOf } from './notice-name.ts'
import { writeNotices } from './write-notices.ts'

export interface Newcomer {
  /** Id of the person, as they are now. */
  readonly person: string
  /** As they were until now; undefined where they could not sign in. */
  readonly before: Reader | undefined
  /** Address in links of mails, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
}

/**
 * Gives somebody who came, or who got another role or position, what concerns them from now on: the clauses in force as a
 * first reading, and what versions already published will change; all to acknowledge, with one notice in the desk and one
 * mail a day at most. Clauses that concerned them before, or that they were told of as they now read, are not among them.
 */
export async function tellNewcomer(tx: Transaction, { person, before, publicUrl }: Newcomer): Promise<void> {
  const [colleague] = await colleaguesOf(tx, [person])
  const rows = await versionsOf(tx)
  const inForce = rowInForce(rows, tx.now)
  const charter = inForce && (await versionNumbered(tx, inForce.version))
  if (colleague === undefined || inForce === undefined || charter === undefined) return
  const isNew = await unreadBy(tx, person)
  const newFor = (differences: readonly ClauseDifferenceJson[]): readonly ClauseDifferenceJson[] => {
    const known = before === undefined ? [] : clausesFor(differences, before)
    return clausesFor(differences, colleague).filter((each) => !known.includes(each))
  }

  const first = newFor(clauseDifferences(undefined, charter, tx.now)).filter(isNew)
  await writeNotices(tx, inForce.version, [{ colleague, differences: first }], true)
  let count = first.length
  for (const { version, effective } of rows) {
    if (effective <= tx.now) continue
    const differences = newFor((await compareVersions(tx, version)).items)
    await writeNotices(tx, version, [{ colleague, differences }])
    count += differences.length
  }
  if (count === 0) return
  const { version } = inForce
  const once = `${onceOf(version)}first/${tx.now}`
  await tellPeople(tx, { people: [person], once, code: 'charter-to-read', data: { version, count } })
  if (first.length > 0) await mailFirstReading(tx, { version, charter, publicUrl, colleague, clauses: first })
}

/** Tells whether a clause, as it reads in a difference, is one that a person was never told of so. */
async function unreadBy(tx: Transaction, person: string): Promise<(difference: ClauseDifferenceJson) => boolean> {
  const rows = await tx.db
    .selectFrom('clause_notice')
    .select(['clause', 'difference'])
    .where('workspace_id', '=', tx.workspace)
    .where('person_id', '=', person)
    .execute()
  const told = Map.groupBy(rows, ({ clause }) => clause)
  return (difference) => {
    // As it was stored: what is left out there and here must be the same.
    const after = afterOf(difference)
    return !(told.get(difference.id) ?? []).some((row) => isDeepStrictEqual(afterOf(row.difference), after))
  }
}

function afterOf(difference: unknown): ClauseDifferenceJson['after'] {
  return clauseDifference.parse(difference).after
}
