import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callTicket, lastEntry } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { transaction } from '../../db/index.ts'
import { readRequest } from '../../site/request/read-request.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

describe('a text with the direction that its writer chose', () => {
  it('keeps it: in the answer, in its mail, on the page of the request, and in notes', async () => {
    const { ticket, number } = await d.open()
    const text = '3 × «ABC» صحيح'
    const answered = await callTicket(d.desk, 'replyToTicket', d.anna, number, {
      text,
      seen: 0,
      anyway: true,
      direction: 'rtl',
    })
    expect(lastEntry(answered, 'message.sent')?.direction).toBe('rtl')
    const { said, payload } = await transaction(d.database.store, { workspace: d.workspace }, async (tx) => ({
      ...(await readRequest(tx, ticket, 'UTC')),
      ...(await tx.db
        .selectFrom('outbox')
        .select('payload')
        .where('workspace_id', '=', d.workspace)
        .where('ticket_id', '=', ticket)
        .where('kind', '=', 'answer')
        .executeTakeFirstOrThrow()),
    }))
    expect(said.map(({ direction }) => direction)).toEqual([null, 'rtl'])
    expect(payload).toMatchObject({ direction: 'rtl' })
    const noted = await callTicket(d.desk, 'noteOnTicket', d.anna, number, { text, direction: 'ltr' })
    expect(lastEntry(noted, 'note.added')?.direction).toBe('ltr')
    const plain = await callTicket(d.desk, 'noteOnTicket', d.anna, number, { text })
    expect(lastEntry(plain, 'note.added')?.direction).toBeNull()
  })
})
