import type { ClientBase } from 'pg'
import { type Migration, readMigrations } from './migration-files.ts'
import { APP, OWNER, READER } from './roles.ts'

interface Applied {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

/** Two that create the same thing in one moment: duplicate key, schema or table. */
const CREATED_MEANWHILE = ['23505', '42P06', '42P07']

/**
 * Brings the schema up to date, as the owner; answers the names of what was applied. Each migration is a transaction of its
 * own that begins with the one lock, so that several servers may start at once and a kill leaves whole steps. Throws where
 * an applied migration was changed since, or where the database was made by a newer version.
 */
export async function migrate(
  owner: ClientBase,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  await refuseMissingRoles(owner)
  await makeLedger(owner)
  const done: string[] = []
  for (;;) {
    await owner.query('begin')
    try {
      const next = await findNext(owner, migrations)
      if (next !== undefined) {
        await owner.query(next.sql)
        await owner.query('insert into control.migration (number, name, checksum) values ($1, $2, $3)', [
          next.number,
          next.name,
          next.checksum,
        ])
        done.push(next.name)
      }
      await owner.query('commit')
      if (next === undefined) return done
    } catch (error) {
      await owner.query('rollback').catch(() => undefined)
      throw error
    }
  }
}

async function findNext(owner: ClientBase, migrations: readonly Migration[]): Promise<Migration | undefined> {
  await owner.query('lock table control.migration in access exclusive mode')
  const { rows } = await owner.query<Applied>('select number, name, checksum from control.migration order by number')
  for (const { number, name, checksum } of rows) {
    const known = migrations[number - 1]
    if (known === undefined) {
      throw new Error(
        `The database was made by a newer version (it has ${name}; this version ends at ${migrations.length}). ` +
          'Start that version, or restore a backup made by this one.',
      )
    }
    if (known.checksum !== checksum || known.name !== name) {
      throw new Error(
        `The migration ${name} was applied with another text than ${known.name} has now. ` +
          'Applied migrations are never edited: bring the old text back and write a new one.',
      )
    }
  }
  return migrations[rows.length]
}

async function makeLedger(owner: ClientBase): Promise<void> {
  try {
    await owner.query(`
      create schema if not exists control;
      create table if not exists control.migration (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && CREATED_MEANWHILE.includes(String(error.code)))) throw error
    await makeLedger(owner)
  }
}

async function refuseMissingRoles(owner: ClientBase): Promise<void> {
  const wanted = [OWNER, APP, READER]
  const { rows } = await owner.query<{ rolname: string }>('select rolname from pg_roles where rolname = any ($1)', [
    wanted,
  ])
  const missing = wanted.filter((role) => !rows.some(({ rolname }) => rolname === role))
  if (missing.length > 0) {
    const statements = missing.map((role) => `  create role ${role} login nosuperuser nobypassrls password '…';`)
    throw new Error([`The database lacks roles that the server needs. As a superuser:`, ...statements].join('\n'))
  }
}
