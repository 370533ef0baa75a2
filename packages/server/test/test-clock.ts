import type { Client } from 'pg'

/** The database's clock in the hand of a test. */
export interface TestClock {
  /** Moves the clock forward by ms; it keeps running. */
  advance(ms: number): Promise<void>
  /** Stops the clock at an instant, UTC ms. */
  stopAt(instant: number): Promise<void>
}

/**
 * Gives a database a clock of its own: a function of the name of PostgreSQL's, found before it. Connections opened from now
 * on read it.
 */
export async function makeClock(superuser: Client, database: string): Promise<TestClock> {
  await superuser.query(`
    create schema clock;
    create table clock.hand (ahead interval not null, stopped timestamptz);
    insert into clock.hand values ('0', null);
    create function clock.clock_timestamp() returns timestamptz language sql volatile as
      'select coalesce(stopped, pg_catalog.clock_timestamp() + ahead) from clock.hand';
    grant usage on schema clock to public;
    grant select on clock.hand to public;
    alter database ${superuser.escapeIdentifier(database)} set search_path = clock, pg_catalog, public`)
  return {
    async advance(ms) {
      await superuser.query(
        `update clock.hand set ahead = ahead + $1::double precision * interval '1 millisecond',
                stopped = stopped + $1::double precision * interval '1 millisecond'`,
        [ms],
      )
    },
    async stopAt(instant) {
      await superuser.query('update clock.hand set stopped = $1', [new Date(instant)])
    },
  }
}
