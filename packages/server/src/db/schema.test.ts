import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { APP, READER } from './roles.ts'
import { dumpSchema } from './schema-dump.ts'

/**
 * Every table outside control belongs to tenants; a new one is held by these rules from its first day. The offset keeps
 * PostgreSQL from asking the questions below of other tables first.
 */
const TENANT_TABLE = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('control', 'information_schema') and n.nspname !~ '^pg_' offset 0`

const COLUMN = (oid: string, number: string) =>
  `(select attname from pg_attribute where attrelid = ${oid} and attnum = ${number})`

describe('the schema', () => {
  let database: TestDatabase
  let superuser: Client
  beforeAll(async () => {
    database = await openTestDatabase()
    superuser = await database.connect('postgres')
  })
  afterAll(() => database.drop())

  const names = async (sql: string): Promise<string[]> =>
    (await superuser.query<{ name: string }>(sql)).rows.map(({ name }) => name)

  /** The rules of sharding and of the second wall, each as the names of what breaks it. */
  const RULES: Readonly<Record<string, string>> = {
    'workspace_id is part of every primary key, unique constraint and foreign key': `
      select t.relname || '.' || o.conname as name from (${TENANT_TABLE}) t join pg_constraint o on o.conrelid = t.oid
       where o.contype in ('p', 'u', 'f', 'x') and ${COLUMN('t.oid', 'o.conkey[1]')} is distinct from 'workspace_id'`,
    'a foreign key leads from workspace_id to workspace_id': `
      select t.relname || '.' || o.conname as name from (${TENANT_TABLE}) t join pg_constraint o on o.conrelid = t.oid
       where o.contype = 'f' and ${COLUMN('o.confrelid', 'o.confkey[1]')} is distinct from 'workspace_id'`,
    'every index begins with workspace_id': `
      select i.indexrelid::regclass::text as name from (${TENANT_TABLE}) t join pg_index i on i.indrelid = t.oid
       where ${COLUMN('t.oid', 'i.indkey[0]')} is distinct from 'workspace_id'`,
    'every table has a primary key': `
      select t.relname as name from (${TENANT_TABLE}) t
       where not exists (select from pg_constraint o where o.conrelid = t.oid and o.contype = 'p')`,
    'workspace_id is a uuid that must be given': `
      select t.relname as name from (${TENANT_TABLE}) t left join pg_attribute a on a.attrelid = t.oid and a.attname = 'workspace_id'
       where a.attnum is null or not a.attnotnull or a.atttypid <> 'uuid'::regtype or a.atthasdef`,
    'row-level security is enabled and forced': `
      select relname as name from (${TENANT_TABLE}) t where not (relrowsecurity and relforcerowsecurity)`,
    'the one policy asks for the workspace of the transaction, of every role': `
      select t.relname as name from (${TENANT_TABLE}) t where not exists (
        select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polroles = '{0}' and p.polwithcheck is null
           and pg_get_expr(p.polqual, t.oid) =
               '(workspace_id = (NULLIF(current_setting(''avow.workspace''::text, true), ''''::text))::uuid)')
          or (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1`,
    'there are no triggers': `
      select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not t.tgisinternal and c.relnamespace::regnamespace::text !~ '^pg_'`,
    'nothing counts by itself: ids and numbers come from the application': `
      select relname as name from pg_class where relkind = 'S'`,
    'the server cannot move a row to another workspace': `
      select relname as name from (${TENANT_TABLE}) t where has_column_privilege('${APP}', t.oid, 'workspace_id', 'update')`,
    'the server cannot change the log': `
      select relname as name from (${TENANT_TABLE}) t where relname = 'event' and
        (has_table_privilege('${APP}', t.oid, 'delete, truncate') or has_any_column_privilege('${APP}', t.oid, 'update'))`,
    'analysts see no name, no address, no text': `
      select relname as name from (${TENANT_TABLE}) t where relname in ('person_key', 'event_content', 'event', 'outbox', 'blob')
         and has_any_column_privilege('${READER}', t.oid, 'select')`,
    'everybody else has no right at all': `
      select relname as name from (${TENANT_TABLE}) t, aclexplode(t.relacl) g where g.grantee = 0`,
  }

  it.each(Object.entries(RULES))('%s', async (_, sql) => {
    expect(await names(sql)).toEqual([])
  })

  it.each([
    [
      'workspace_id is part of every primary key, unique constraint and foreign key',
      'alter table ticket add unique (id)',
    ],
    ['every index begins with workspace_id', 'create index on event (at)'],
    ['every table has a primary key', 'create table loose (workspace_id uuid not null)'],
    ['workspace_id is a uuid that must be given', 'create table loose (id uuid primary key)'],
    ['row-level security is enabled and forced', 'alter table step no force row level security'],
    [
      'the one policy asks for the workspace of the transaction, of every role',
      'create policy another on step using (true)',
    ],
    ['nothing counts by itself: ids and numbers come from the application', 'create sequence counter'],
    ['the server cannot move a row to another workspace', `grant update on step to ${APP}`],
    ['the server cannot change the log', `grant update (type) on event to ${APP}`],
    ['everybody else has no right at all', 'grant select on step to public'],
    [
      'there are no triggers',
      `create function f() returns trigger language plpgsql as 'begin return null; end';
       create trigger t before insert on step for each row execute function f()`,
    ],
  ])('the check “%s” sees it broken', async (rule, fault) => {
    await superuser.query('begin')
    try {
      await superuser.query(fault)
      expect(await names(RULES[rule] ?? '')).not.toEqual([])
    } finally {
      await superuser.query('rollback')
    }
  })

  it('is the golden dump; after a new migration: npm run schema -w packages/server', async () => {
    const golden = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8')
    expect(await dumpSchema(superuser)).toBe(golden)
  })
})
