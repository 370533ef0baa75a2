import type { Transaction } from '../../db/index.ts'
import { tellPeople } from '../attention/index.ts'
import type { ChangesToTell, Told } from './changes-to-tell.ts'
import { clausesFor } from './clauses-for.ts'
import { colleaguesOf } from './concerned-staff.ts'
import { mailChanges } from './mail-changes.ts'
import { onceOf } from './notice-name.ts'
import { writeNotices } from './write-notices.ts'

/**
 * Tells each colleague exactly what a new version changes for them: a row for each clause to acknowledge, one notice in the
 * desk, one mail. Who nothing changes for is told nothing.
 */
export async function tellChanges(tx: Transaction, about: ChangesToTell): Promise<readonly Told[]> {
  const told = (await colleaguesOf(tx)).flatMap((colleague) => {
    const differences = clausesFor(about.differences, colleague)
    return differences.length === 0 ? [] : [{ colleague, differences }]
  })
  await writeNotices(tx, about.version, told)
  const people = told.map(({ colleague }) => colleague.id)
  const { version } = about
  await tellPeople(tx, { people, once: onceOf(version), code: 'charter-changed', data: { version } })
  await mailChanges(tx, about, told)
  return told
}
