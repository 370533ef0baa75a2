import type { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eur, openRemedyDesk, type RemedyDesk } from '../../../test/remedy-desk.ts'
import { APP, OWNER } from '../../db/index.ts'

let desk: RemedyDesk
let app: Client
beforeAll(async () => {
  desk = await openRemedyDesk()
  app = await desk.app.database.connect(APP)
})
afterAll(() => desk?.close())

const COPIES = 5000

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Plan[]
}

it('finds the ticket by an index in whatever it sends, so that a large desk grants as quickly as a small one', async () => {
  const ticket = await desk.open()
  await copyTickets()
  const { statements } = desk.app.database
  const before = statements.length
  const granted = await desk.grant(desk.anna, ticket, { amount: eur(100) })
  expect(granted.status).toBe(201)
  const places: string[] = []
  for (const { sql } of statements.slice(before))
    if (/^\s*(select|with|update|insert)\b[^;]*$/i.test(sql)) places.push(...placesOf(await planOf(sql)))
  expect(places).toContain('ticket_workspace_id_number_key: workspace_id number')
  expect(places).toContain('ticket_pkey: workspace_id id')
  expect(places.filter((place) => !/: workspace_id (id|number)$/.test(place))).toEqual([])
})

/** What a table of few rows is read by says nothing of a large one. */
async function copyTickets(): Promise<void> {
  const owner = await desk.app.database.connect(OWNER)
  await owner.query(`set avow.workspace = '${desk.app.workspace}'`)
  await owner.query(
    `insert into ticket select copy.* from ticket, generate_series(1, $1) as n,
       jsonb_populate_record(ticket, jsonb_build_object('id', gen_random_uuid(), 'number', 100000 + n)) as copy`,
    [COPIES],
  )
  await owner.query('analyze ticket')
}

/** Where it looks among the tickets, and by which columns. */
function placesOf(plan: Plan): readonly string[] {
  const index = plan['Index Name']
  const by = [...(plan['Index Cond'] ?? '').matchAll(/\((\w+) = /g)].map(([, column]) => column)
  const own =
    index === undefined
      ? plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] === 'ticket'
        ? ['ticket: whole']
        : []
      : /^ticket_(?!preview|number)/.test(index)
        ? [`${index}: ${by.join(' ')}`]
        : []
  return [...own, ...(plan.Plans ?? []).flatMap(placesOf)]
}
/** How the server's role does it, whatever the values are. */
async function planOf(sql: string): Promise<Plan> {
  const { rows } = await app.query<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(
    `explain (generic_plan, format json) ${sql}`,
  )
  const [row] = rows
  if (row === undefined) throw new Error(`no plan of ${sql}`)
  return row['QUERY PLAN'][0].Plan
}
