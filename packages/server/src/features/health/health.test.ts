import { DEFINITION_PROMPTS } from '@avow/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { publish } from '../../../test/publish.ts'
import { transaction } from '../../db/index.ts'
import { raiseAttention } from '../attention/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest } from '../tickets/index.ts'

let d: DraftDesk
beforeAll(async () => {
  d = await openDraftDesk()
})
afterAll(() => d?.close())

const health = async () => (await d.call(d.author, 'GET', '/health-check')).body

const GOOD = `
avow: 1
charter: good
languages: [en]
zone: UTC
positions: [agent]
complaints: Write to us.
calendars: { always: { open: always, holidays until: 2099-12-31 } }
promises:
  - { id: P1, audience: public, objective: O1, clock: resolution, says: "Within {target}.", measured: [share: 95% a month], table: [{ target: 1 h of always }] }
objectives: [{ id: O1, says: Fast., measure: kept(P1), target: 95%, by: 2099-12-31 }]
procedures: [{ id: D1, objective: O1, standards: [P1], steps: [{ ask: photo }] }]
exclusions: [{ id: X1, says: No. }]
definition:
${DEFINITION_PROMPTS.map((prompt, index) => `  - { id: Q${index + 1}, answers: ${prompt}, says: So it is. }`).join('\n')}
`

/** The author of such a desk holds every position of its charter; here two of them are given up. */
const leave = (positions: readonly string[]) =>
  transaction(d.app.desk.store, { workspace: d.workspace }, ({ db }) =>
    db
      .deleteFrom('position_holder')
      .where('workspace_id', '=', d.workspace)
      .where('position', 'in', positions)
      .execute(),
  )

it('a bad workspace has exactly the gaps that it has, and a share of the checks passed', async () => {
  await leave(['agent', 'team-lead'])
  const { gaps, ...score } = await health()
  expect(gaps).toEqual([
    { check: 'definition', names: [...DEFINITION_PROMPTS], count: 6 },
    { check: 'figures', names: ['P1', 'P2', 'P3', 'P4'], count: 4 },
    { check: 'complaints', names: ['P1', 'P3'], count: 2 },
    { check: 'exclusions', names: [], count: 0 },
    { check: 'objectives', names: [], count: 0 },
    { check: 'positions', names: ['agent', 'team-lead'], count: 2 },
    { check: 'mailboxes', names: [], count: 0 },
  ])
  expect(score).toMatchObject({ passed: 5, percent: 41 })
  expect(score.checks).toHaveLength(12)
})

it('a good one has none', async () => {
  await publish(d.app.desk.store, d.workspace, GOOD)
  await d.hire(['agent'], ['agent'])
  await transaction(d.app.desk.store, { workspace: d.workspace }, (tx) =>
    tx.db
      .insertInto('mailbox')
      .values({
        workspace_id: d.workspace,
        id: tx.newId(),
        address: 'help@good.example',
        name: 'Good',
        language: 'en',
        zone: null,
      })
      .execute(),
  )
  expect(await health()).toMatchObject({ gaps: [], passed: 12, percent: 100 })
})

it('a ticket that could not be judged and an address that is gone are gaps of the desk', async () => {
  await transaction(d.app.desk.store, { workspace: d.workspace }, async (tx) => {
    const { ticket } = await openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer: await findOrAddCustomer(tx, { email: 'carla@customer.example', name: 'Carla' }),
      at: tx.now,
      message: { subject: 'The kettle leaks', text: 'It leaks from the lid.' },
    })
    const raise = (clause: string) =>
      raiseAttention(tx, { once: `unevaluated/${clause}`, code: 'rule-unevaluated', ticket, data: { clause } })
    await raise('P1')
    await raise('P2')
    await tx.db
      .updateTable('mailbox')
      .set({ removed_at: new Date(tx.now) })
      .where('workspace_id', '=', d.workspace)
      .execute()
  })
  const { gaps, percent } = await health()
  expect(gaps).toEqual([
    { check: 'mailboxes', names: [], count: 0 },
    { check: 'evaluated', names: [], count: 1 },
  ])
  expect(percent).toBe(83)
})
