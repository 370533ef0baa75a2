import type { Money, Spent } from '@avow/core'
import { type JsonObject, type Transaction, Words } from '../../db/index.ts'
import type { BudgetPeriods } from './periods.ts'

interface Given extends Money {
  readonly clause: string
}

interface SpentRow extends Given {
  readonly budget: 'remedies' | 'kindness'
  readonly period: string
}

interface Rows {
  readonly facts: JsonObject
  readonly subject: string | null
  readonly who: GrantedBefore['who'] | null
  readonly positions: readonly string[]
  readonly given: readonly Given[] | null
  readonly spent: readonly SpentRow[] | null
}

/** What counts at the gate beside the ticket's history. */
export interface GrantedBefore {
  /** The ticket's facts, personal ones too. */
  readonly facts: JsonObject
  readonly subject: string | null
  readonly who: { readonly name: string | null; readonly email: string | null }
  /** That the person holds. */
  readonly positions: readonly string[]
  /** On the ticket, by whomever. */
  readonly given: readonly Given[]
  /** By the person: of today, and of days and periods beside. */
  readonly spent: readonly SpentRow[]
}

export interface Counted {
  readonly spent: Spent
  /** What the person was kind with, by authority clause and period, e.g. `A1 month/2026-11-01`; by currency. */
  readonly kindness: ReadonlyMap<string, readonly Money[]>
}

/** A ticket, by what is known of it. */
export type WhichTicket = { readonly id: string } | { readonly number: number }

/** Of a person's days those that can be today's, in whatever zone. */
const DAYS = new Words(`to_char(clock_timestamp() at time zone 'UTC' - interval '2 days', 'YYYY-MM-DD')`)

/** In one statement, with the ticket's row locked. `person`: whose positions and budgets count; undefined for nobody's. */
export async function readGrantedBefore(
  tx: Transaction,
  which: WhichTicket,
  person: string | undefined,
): Promise<GrantedBefore> {
  const { workspace } = tx
  const who = person ?? null
  const [id, number] = 'id' in which ? [which.id, null] : [null, which.number]
  const [row] = await tx.read<Rows>`
    select t.facts,
           (select subject from ticket_preview where "workspace_id" = ${workspace} and ticket_id = t.id) as subject,
           (select jsonb_build_object('name', name, 'email', email) from person
             where "workspace_id" = ${workspace} and id = ${who}) as who,
           array(select position from position_holder
                  where "workspace_id" = ${workspace} and person_id = ${who} order by position) as positions,
           (select jsonb_agg(to_jsonb(g)) from (
              select clause, currency, sum(minor) as minor from remedy_grant
               where "workspace_id" = ${workspace} and ticket_id = t.id and state in ('granted', 'done')
                 and not is_bend and minor is not null group by clause, currency) g) as given,
           (select jsonb_agg(to_jsonb(b)) from (
              select budget, clause, period, currency, minor from budget_spent
               where "workspace_id" = ${workspace} and person_id = ${who}
                 and (budget = 'kindness' or period >= ${DAYS})) b) as spent
      from ticket t
     where t."workspace_id" = ${workspace} and (t.id = ${id}::uuid or t.number = ${number}::bigint)`
  return {
    facts: row?.facts ?? {},
    subject: row?.subject ?? null,
    who: row?.who ?? { name: null, email: null },
    positions: row?.positions ?? [],
    given: row?.given ?? [],
    spent: row?.spent ?? [],
  }
}

/** What of it counts in the periods of now: for the judge, and at the gate. */
export function countedIn({ given, spent }: GrantedBefore, { today }: BudgetPeriods): Counted {
  return {
    spent: {
      ticket: given,
      today: spent.filter(({ budget, period }) => budget === 'remedies' && period === today),
      clauses: Object.fromEntries(Map.groupBy(given, ({ clause }) => clause)),
    },
    kindness: Map.groupBy(
      spent.filter(({ budget }) => budget === 'kindness'),
      ({ clause, period }) => `${clause} ${period}`,
    ),
  }
}
