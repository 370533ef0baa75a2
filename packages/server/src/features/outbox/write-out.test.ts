import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { noteReferences } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { sendMail } from './send-mail.ts'
import { writeOut } from './write-out.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

/** The head of an answer on a ticket, as it leaves. */
function answerOn(ticket: string): Promise<string> {
  return transaction(d.desk.store, { workspace: d.workspace, tickets: [ticket] }, async (tx) => {
    const { id: mailbox } = await tx.db
      .selectFrom('mailbox')
      .select('id')
      .where('workspace_id', '=', tx.workspace)
      .executeTakeFirstOrThrow()
    const words = { to: 'carla@home.example', subject: 'Re: The kettle', text: 'Use the new lid.', language: 'en' }
    const id = await sendMail(tx, { kind: 'answer', once: tx.newId(), ticket, mailbox, ...words })
    const row = await tx.db
      .selectFrom('outbox')
      .select(['id', 'kind', 'ticket_id', 'payload'])
      .where('workspace_id', '=', tx.workspace)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const written = await writeOut(tx, d.desk.keys, row)
    return ((await written?.bytes(d.desk.blobs)) ?? Buffer.alloc(0)).toString().split('\r\n\r\n')[0] ?? ''
  })
}

describe('a mail as it leaves', () => {
  it('is called an answer only where it answers a mail', async () => {
    const { ticket } = await d.open()
    const first = await answerOn(ticket)
    expect(first).toContain('\r\nSubject: The kettle\r\n')
    expect(first).not.toContain('In-Reply-To:')
    await transaction(d.desk.store, { workspace: d.workspace }, (tx) =>
      noteReferences(tx, [{ messageId: '<1@home.example>', ticket, seq: 1 }]),
    )
    const second = await answerOn(ticket)
    expect(second).toContain('\r\nSubject: Re: The kettle\r\n')
    expect(second).toContain('\r\nIn-Reply-To: <1@home.example>\r\n')
  })
})
