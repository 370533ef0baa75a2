import { randomBytes } from 'node:crypto'
import { keepBlob } from '../src/blobs/index.ts'
import { openTicket, type Store, type Transaction, transaction } from '../src/db/index.ts'
import { ALWAYS_OPEN } from './charters.ts'
import { publish } from './publish.ts'

const HOUR = 3_600_000

/**
 * A row in every tenant table of a workspace: what follows from a ticket by the handlers of the store, what stands beside
 * it written here. A new table needs a line here.
 */
export async function fillWorkspace(store: Store, workspace: string): Promise<void> {
  await publish(store, workspace, ALWAYS_OPEN)
  await transaction(store, { workspace }, async (tx) => {
    const person = await addPeople(tx)
    const said = (value: string) => [{ part: 'text', person, value }]
    const { ticket, seq } = await openTicket(tx, {
      by: 'customer',
      person,
      at: tx.now - 3 * HOUR,
      // No such tier: a rule that cannot be evaluated, which a person should see.
      fields: { facts: { tier: 'platinum' } },
      content: [{ part: 'customer', person, value: {} }],
    })
    await tx.append({
      id: tx.newId(),
      ticket,
      type: 'message.received',
      by: 'customer',
      person,
      content: said('secret'),
    })
    await addMail(tx, ticket, seq, person)
    await addTold(tx, ticket, person)
    await addDrafts(tx, person)
    await addRemedies(tx, ticket, person)
    await addFigures(tx)
  })
}

async function addPeople({ db, workspace: workspace_id, now, newId }: Transaction): Promise<string> {
  const id = newId()
  await db
    .insertInto('person')
    .values({ workspace_id, id, kind: 'staff', created_at: new Date(now) })
    .execute()
  await db.insertInto('position_holder').values({ workspace_id, position: 'team-lead', person_id: id }).execute()
  const hour = (count: number): Date => new Date(now + count * HOUR)
  await db
    .insertInto('absence')
    .values({ workspace_id, person_id: id, away_from: hour(1), away_until: hour(2), deputy_id: null })
    .execute()
  return id
}

async function addMail(tx: Transaction, ticket_id: string, seq: number, person: string): Promise<void> {
  const { db, workspace: workspace_id, now, newId } = tx
  const at = new Date(now)
  const sha256 = randomBytes(32)
  const blob_key = await keepBlob(tx, { key: newId(), sha256, size: 1 })
  const mailbox_id = newId()
  await db
    .insertInto('mailbox')
    .values({ workspace_id, id: mailbox_id, address: 'help@example.org', name: '' })
    .execute()
  await db.insertInto('team').values({ workspace_id, name: 'care', mailbox_id }).execute()
  await db
    .insertInto('mail_account')
    .values({
      workspace_id,
      mailbox_id,
      host: 'localhost',
      port: 993,
      security: 'tls',
      username: 'help',
      sealed_password: '',
      since: null,
    })
    .execute()
  await db.insertInto('mail_folder').values({ workspace_id, mailbox_id, name: 'INBOX', uid_validity: null }).execute()
  await db
    .insertInto('mail_sender')
    .values({ workspace_id, mailbox_id, host: 'localhost', port: 465, security: 'tls', sign_in: 'same' })
    .execute()
  await db
    .insertInto('mail_key')
    .values({
      workspace_id,
      id: newId(),
      domain: 'example.org',
      selector: 'one',
      kind: 'rsa',
      public_key: '',
      sealed_private: '',
      made_at: at,
    })
    .execute()
  await db
    .insertInto('mail_consent')
    .values({ workspace_id, mailbox_id, provider: 'google', sealed_access: '', expires_at: at })
    .execute()
  await db
    .insertInto('mail_consent_asked')
    .values({ workspace_id, mailbox_id, state_hash: sha256, session: '', sealed: '', asked_at: at })
    .execute()
  await db
    .insertInto('inbound_mail')
    .values({
      workspace_id,
      id: newId(),
      mailbox_id,
      acceptance_id: newId(),
      received_at: at,
      envelope_from: '',
      envelope_to: '',
      blob_key,
      sha256,
      size: 1,
    })
    .execute()
  const { key } = await db
    .selectFrom('person_key')
    .select('key')
    .where('workspace_id', '=', workspace_id)
    .where('ticket_id', '=', ticket_id)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('attachment')
    .values({ workspace_id, ticket_id, id: newId(), seq, person: key, blob_key, name: '', type: '', size: 1 })
    .execute()
  await db
    .insertInto('upload')
    .values({ workspace_id, id: newId(), actor: 'x', blob_key, sha256, size: 1, made_at: at })
    .execute()
  await db.insertInto('mail_reference').values({ workspace_id, ticket_id, message_id: 'x', seq }).execute()
  const address = randomBytes(32)
  await db.insertInto('automatic_mail').values({ workspace_id, id: newId(), address, at, was_held: false }).execute()
  await db
    .insertInto('outbox')
    .values({ workspace_id, ticket_id, id: newId(), kind: 'mail', once: ticket_id, payload: '{}', due: at })
    .execute()
}

async function addTold({ db, workspace: workspace_id, now, newId }: Transaction, ticket_id: string, person_id: string) {
  const at = new Date(now)
  const hash = randomBytes(32)
  await db
    .insertInto('scorecard')
    .values({ workspace_id, ticket_id, value: 'V1', shown: 'yes', note: '', said_by: person_id, said_at: at })
    .execute()
  await db
    .insertInto('notice')
    .values({ workspace_id, id: newId(), once: 'x', person_id, code: 'x', ticket_id, created_at: at })
    .execute()
  await db
    .insertInto('access_link')
    .values({ workspace_id, ticket_id, hash, purpose: 'follow', created_at: at, expires_at: at })
    .execute()
  await db
    .insertInto('idempotent_answer')
    .values({ workspace_id, key: 'x', path: '/', actor: 'x', body_hash: hash, created_at: at })
    .execute()
}

async function addDrafts({ db, workspace: workspace_id, now, newId }: Transaction, person_id: string): Promise<void> {
  const at = new Date(now)
  const draft_id = newId()
  const hash = '0'.repeat(64)
  const nobody = { created_by: null, changed_by: null, sent_back_at: null, sent_back_by: null, sent_back_reason: null }
  await db
    .insertInto('charter_draft')
    .values({
      workspace_id,
      id: draft_id,
      source: 'x',
      base: null,
      version: null,
      created_at: at,
      changed_at: at,
      ...nobody,
    })
    .execute()
  await db
    .insertInto('draft_edit')
    .values({ workspace_id, draft_id, seq: 1, edit_id: newId(), splices: '[]', removed: '[]', by: null, at })
    .execute()
  const submitted = { hash, canonical: 'x', source: 'x', effective: null, zone: 'UTC', by: null, at, ended_at: null }
  await db
    .insertInto('draft_submission')
    .values({ workspace_id, draft_id, round: 1, seq: 1, approvers: [], need: 1, ...submitted })
    .execute()
  await db
    .insertInto('draft_approval')
    .values({ workspace_id, draft_id, round: 1, person_id, hash, effective: null, at })
    .execute()
  await db
    .insertInto('draft_tick')
    .values({ workspace_id, draft_id, finding: hash, reason: 'It may stay.', by: null, at })
    .execute()
  await db
    .insertInto('trial')
    .values({ workspace_id, id: newId(), draft_id, seq: 1, started_at: at, beat_at: at, ended_at: null, trouble: null })
    .execute()
  await db
    .insertInto('clause_notice')
    .values({
      workspace_id,
      version: 1,
      clause: 'P1',
      person_id,
      difference: '{}',
      told_at: at,
      acknowledged_at: null,
      reminded_at: null,
    })
    .execute()
  await db
    .insertInto('suggestion')
    .values({
      workspace_id,
      id: newId(),
      clause: 'P1',
      version: null,
      kind: 'comment',
      text: 'x',
      ticket_id: null,
      grant_id: null,
      by: null,
      at,
      decided_by: null,
      decided_at: null,
      decision_reason: null,
      draft_id: null,
    })
    .execute()
  await db
    .insertInto('improvement')
    .values({
      workspace_id,
      clause: 'P1',
      effort: 'small',
      owner_id: person_id,
      by_day: '2026-01-05',
      note: '',
      state: 'open',
      said_by: person_id,
      said_at: at,
    })
    .execute()
  await db
    .insertInto('observed_wait')
    .values({
      workspace_id,
      id: newId(),
      company: 'x',
      channel: null,
      day: '2026-01-05',
      wait_ms: 1,
      note: '',
      by: null,
      at,
    })
    .execute()
  await db
    .insertInto('opinion')
    .values({
      workspace_id,
      version: 1,
      clause: 'P1',
      question: 'fair',
      day: '2026-01-05',
      visitor: randomBytes(32),
      answer: true,
      at,
    })
    .execute()
}

async function addRemedies(
  { db, workspace: workspace_id, now, newId }: Transaction,
  ticket_id: string,
  person_id: string,
): Promise<void> {
  const at = new Date(now)
  await db
    .insertInto('remedy_grant')
    .values({
      workspace_id,
      id: newId(),
      ticket_id,
      clause: 'R1',
      row: 1,
      remedy: 'x',
      minor: null,
      currency: null,
      state: 'asked',
      charter_hash: '0'.repeat(64),
      facts: '{}',
      facts_hash: 'x',
      asked_by: null,
      asked_at: at,
      decided_by: null,
      decided_at: null,
      decision_reason: null,
      done_by: null,
      done_at: null,
    })
    .execute()
  await db
    .insertInto('budget_spent')
    .values({ workspace_id, person_id, budget: 'remedies', clause: 'R1', period: 'x', currency: 'EUR', minor: 1 })
    .execute()
  await db
    .insertInto('audit')
    .values({ workspace_id, id: newId(), at, action: 'x', code: null, person_id, actor: 'x', ticket_id })
    .execute()
}

async function addFigures({ db, workspace: workspace_id, now }: Transaction): Promise<void> {
  const at = new Date(now)
  const period = { workspace_id, promise: 'P1', period: 'month' as const, first: '2026-01-01' }
  const counts = { kept: 1, broken: 0, cancelled: '{}', hash: '0'.repeat(64) }
  const beside = { put_off: 0, corrected: 0, unfulfilled: 0, median_ms: null, mean_ms: null, versions: 1 }
  await db
    .insertInto('figure_period')
    .values({ ...period, ...counts, ...beside, from: at, to: at, frozen_at: at })
    .execute()
  await db
    .insertInto('figure_correction')
    .values({ ...period, ...counts, n: 1, at })
    .execute()
}
