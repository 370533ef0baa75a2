import type { PersonRef } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { noVersion, peopleNamed, versionsOf } from '../charters/index.ts'

export interface Standing {
  readonly person: PersonRef
  readonly told: number
  readonly acknowledged: number
  readonly last_at: string | null
  readonly reminded_at: string | null
}

interface Counted {
  readonly person_id: string
  readonly told: number
  readonly acknowledged: number
  readonly last_at: Date | null
  readonly reminded_at: Date | null
}

/** Who has acknowledged a version’s changes and who has not: the latter first, then by name. Throws `not-found`. */
export async function readStanding(tx: Transaction, version: number): Promise<Standing[]> {
  if (!(await versionsOf(tx)).some((row) => row.version === version)) throw noVersion(version)
  const { rows } = await sql<Counted>`
    select person_id, count(*) as told, count(acknowledged_at) as acknowledged,
           max(acknowledged_at) as last_at, max(reminded_at) as reminded_at
      from clause_notice
     where "workspace_id" = ${tx.workspace} and version = ${version}
     group by person_id`.execute(tx.db)
  const people = await peopleNamed(
    tx,
    rows.map(({ person_id }) => person_id),
  )
  const items = rows.flatMap(({ person_id, told, acknowledged, last_at, reminded_at }) => {
    const person = people.get(person_id)
    if (person === undefined) return []
    return [{ person, told, acknowledged, last_at: instantOr(last_at), reminded_at: instantOr(reminded_at) }]
  })
  const isDone = ({ told, acknowledged }: Standing): number => (acknowledged >= told ? 1 : 0)
  return items.sort((a, b) => isDone(a) - isDone(b) || a.person.name.localeCompare(b.person.name, 'en'))
}

function instantOr(at: Date | null): string | null {
  return at === null ? null : formatInstant(at.getTime())
}
