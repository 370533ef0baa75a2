import type { ClientBase } from 'pg'

/** Runs migrations and owns every table. */
export const OWNER = 'avow_owner'
/** Every connection of the server: owns nothing, sees one workspace at a time. */
export const APP = 'avow_app'
/** Analysts. */
export const READER = 'avow_reader'

/** The database of a fresh installation. */
export const DATABASE = 'avow'

const LOGIN = 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication'

/**
 * Makes the three roles and, by `makeDatabase`, what they work in; on an embedded PostgreSQL, as its superuser. Doing it
 * again changes nothing but the password.
 */
export async function makeRoles(superuser: ClientBase, password: string): Promise<void> {
  for (const role of [OWNER, APP, READER]) {
    const { rowCount } = await superuser.query('select from pg_roles where rolname = $1', [role])
    if (rowCount === 0) await superuser.query(`create role ${role} login ${LOGIN}`)
    if (role !== READER) await superuser.query(`alter role ${role} password ${superuser.escapeLiteral(password)}`)
  }
}

/** Makes an empty database that the owner may fill and nobody else may enter unasked. */
export async function makeDatabase(superuser: ClientBase, name: string): Promise<void> {
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [name])
  if (rowCount !== 0) return
  const database = superuser.escapeIdentifier(name)
  await superuser.query(`create database ${database} owner ${OWNER} template template0`)
  await superuser.query(`revoke all on database ${database} from public`)
  await superuser.query(`grant connect on database ${database} to ${APP}, ${READER}`)
}

interface RoleFacts {
  readonly role: string
  readonly is_superuser: boolean
  readonly bypasses: boolean
  readonly owns: boolean
  readonly is_owner: boolean
}

/**
 * Refuses to serve as a role that row-level security does not hold: superuser, BYPASSRLS, or the owner of a table or a
 * member of the owner. Throws with the statements that mend it.
 */
export async function refuseUnsafeRole(connection: ClientBase): Promise<void> {
  const { rows } = await connection.query<RoleFacts>(`
    select current_user as role, r.rolsuper as is_superuser, r.rolbypassrls as bypasses,
           exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relowner = r.oid and n.nspname in ('public', 'control')) as owns,
           exists (select from pg_roles o where o.rolname = '${OWNER}' and pg_has_role(r.oid, o.oid, 'member')) as is_owner
      from pg_roles r where r.rolname = current_user`)
  const found = rows[0]
  if (found === undefined) throw new Error('The database does not tell which role we are.')
  const faults = [
    ...(found.is_superuser ? ['is a superuser'] : []),
    ...(found.bypasses ? ['has BYPASSRLS'] : []),
    ...(found.owns || (found.is_owner && !found.is_superuser) ? ['owns the tables'] : []),
  ]
  if (faults.length === 0) return
  const role = connection.escapeIdentifier(found.role)
  throw new Error(
    [
      `The server does not serve as ${found.role}, which ${faults.join(' and ')}: row-level security would not hold it.`,
      `Make a role for it, name that one in DATABASE_URL and the owner of the tables in DATABASE_OWNER_URL:`,
      `  create role ${APP} login ${LOGIN} password '…';`,
      ...(found.bypasses && !found.is_superuser && !found.owns ? [`or: alter role ${role} nobypassrls;`] : []),
      ...(found.is_owner && !found.owns && !found.is_superuser ? [`or: revoke ${OWNER} from ${role};`] : []),
    ].join('\n'),
  )
}
