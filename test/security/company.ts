import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { keepBlob } from '../../packages/server/src/blobs/index.ts'
import { makeSigningKey } from '../../packages/server/src/channels/email/index.ts'
import { type Transaction, transaction } from '../../packages/server/src/db/index.ts'
import { addApiKey } from '../../packages/server/src/features/api-keys/index.ts'
import { raiseAttention, tellPeople } from '../../packages/server/src/features/attention/index.ts'
import { writeAudit } from '../../packages/server/src/features/audit/index.ts'
import { startDraft } from '../../packages/server/src/features/drafts/index.ts'
import { keepKey } from '../../packages/server/src/features/mail-keys/index.ts'
import { sendMail } from '../../packages/server/src/features/outbox/index.ts'
import { findOrAddCustomer } from '../../packages/server/src/features/people/index.ts'
import { suggest } from '../../packages/server/src/features/suggestions/index.ts'
import { openRequest } from '../../packages/server/src/features/tickets/index.ts'
import type { TestApp } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'

/** Ids of a company's things: what a stranger must not reach, even knowing them. */
export interface Company {
  readonly workspace: string
  readonly slug: string
  readonly number: number
  readonly attachment: string
  readonly mailbox: string
  /** By which mail of its domain is signed. */
  readonly signingKey: string
  readonly inbound: string
  readonly outgoing: string
  readonly key: string
  readonly colleague: string
  readonly notice: string
  readonly draft: string
  /** Of the draft. */
  readonly trial: string
  readonly grant: string
  readonly suggestion: string
}

/** Stands in everything that a company writes: where it is read elsewhere, something leaked. */
export function markOf(slug: string): string {
  return `marked-as-${slug}`
}

/** A company with a charter and one of each thing that routes name by id. `reader`: whose the notice is. */
export async function foundCompany(app: TestApp, slug: string, reader: string, workspace: string): Promise<Company> {
  const { desk } = app
  const mark = markOf(slug)
  await publish(desk.store, workspace, ALWAYS_OPEN)
  const { id: key } = await addApiKey(desk.store, { workspace, name: mark, roles: ['viewer'] })
  const colleague = await app.signInAs(['agent'], workspace)
  const attached = await desk.blobs.put(workspace, Readable.from([mark]))
  const raw = await desk.blobs.put(
    workspace,
    Readable.from([`From: ${mark}@customer.example\r\nSubject: ${mark}\r\n\r\n${mark}\r\n`]),
  )
  const signing = await makeSigningKey('ed25519')
  const made = await transaction(desk.store, { workspace }, async (tx) => {
    const mailbox = await addMailbox(tx, slug, mark)
    await keepKey(tx, desk.keys, { domain: `${slug}.example`, kind: 'ed25519', made: signing })
    const { ticket, number } = await openRequest(tx, {
      channel: 'email',
      by: 'customer',
      mailbox,
      customer: await findOrAddCustomer(tx, { email: `${mark}@customer.example`, name: mark }),
      customerSays: { name: mark, address: `${mark}@customer.example` },
      message: {
        subject: mark,
        text: mark,
        attachments: [{ blob: attached, name: `${mark}.png`, type: 'image/png', isInline: false }],
      },
    })
    const inbound = await addInbound(tx, mailbox, await keepBlob(tx, raw), mark)
    const outgoing = await sendMail(tx, {
      kind: 'answer',
      once: randomUUID(),
      ticket,
      to: `${mark}@customer.example`,
      subject: mark,
      text: mark,
      language: 'en',
      mailbox,
    })
    const draft = await startDraft(tx, colleague.person, { source: `# ${mark}`, note: mark })
    await raiseAttention(tx, { once: mark, code: 'mail-quarantined', ticket, data: { mark } })
    const grant = tx.newId()
    await tx.db
      .insertInto('remedy_grant')
      .values({
        workspace_id: workspace,
        id: grant,
        ticket_id: ticket,
        clause: 'R1',
        row: 1,
        remedy: mark,
        minor: 100,
        currency: 'EUR',
        state: 'asked',
        reason: mark,
        charter_hash: '0'.repeat(64),
        facts: JSON.stringify({ mark }),
        facts_hash: mark,
        asked_by: colleague.person,
        asked_at: new Date(tx.now),
        decided_by: null,
        decided_at: null,
        decision_reason: null,
        done_by: null,
        done_at: null,
      })
      .execute()
    const suggestion = await suggest(tx, colleague.person, { clause: 'P1', kind: 'comment', text: mark, grant })
    await writeAudit(tx, { action: mark, actor: `user:${mark}`, person: colleague.person, ticket, data: { mark } })
    await tellPeople(tx, { people: [reader], once: mark, code: 'escalated', ticket, data: { mark } })
    const trial = tx.newId()
    const at = new Date(tx.now)
    const change = { ticket, promise: mark, run: 1, week: null, before: null, after: null }
    await tx.db
      .insertInto('trial')
      .values({
        workspace_id: workspace,
        id: trial,
        draft_id: draft,
        seq: 0,
        state: 'done',
        started_at: at,
        beat_at: at,
        ended_at: at,
        trouble: null,
        changes: JSON.stringify([change]),
      })
      .execute()
    return { draft, trial, ticket, number, mailbox, inbound, outgoing, grant, suggestion }
  })
  const found = await transaction(desk.store, { workspace }, async ({ db }) => ({
    attachment: await db
      .selectFrom('attachment')
      .select('id')
      .where('workspace_id', '=', workspace)
      .executeTakeFirstOrThrow(),
    signingKey: await db
      .selectFrom('mail_key')
      .select('id')
      .where('workspace_id', '=', workspace)
      .executeTakeFirstOrThrow(),
    notice: await db.selectFrom('notice').select('id').where('workspace_id', '=', workspace).executeTakeFirstOrThrow(),
  }))
  return {
    workspace,
    slug,
    number: made.number,
    attachment: found.attachment.id,
    mailbox: made.mailbox,
    signingKey: found.signingKey.id,
    inbound: made.inbound,
    outgoing: made.outgoing,
    key,
    colleague: colleague.person,
    notice: found.notice.id,
    draft: made.draft,
    trial: made.trial,
    grant: made.grant,
    suggestion: made.suggestion,
  }
}

async function addMailbox(tx: Transaction, slug: string, mark: string): Promise<string> {
  const id = tx.newId()
  await tx.db
    .insertInto('mailbox')
    .values({ workspace_id: tx.workspace, id, address: `care@${slug}.example`, name: mark, language: null, zone: null })
    .execute()
  return id
}

async function addInbound(tx: Transaction, mailbox: string, blob: string, mark: string): Promise<string> {
  const id = tx.newId()
  const kept = await tx.db
    .selectFrom('blob')
    .select(['sha256', 'size'])
    .where('workspace_id', '=', tx.workspace)
    .where('key', '=', blob)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('inbound_mail')
    .values({
      workspace_id: tx.workspace,
      id,
      mailbox_id: mailbox,
      acceptance_id: tx.newId(),
      received_at: new Date(tx.now),
      envelope_from: `${mark}@customer.example`,
      envelope_to: 'care@acme.example',
      blob_key: blob,
      ...kept,
      outcome: 'quarantined',
      reason: 'limits',
    })
    .execute()
  return id
}
