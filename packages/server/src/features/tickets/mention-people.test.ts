import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callTicket, lastEntry, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'
import { readRequest } from '../../site/request/read-request.ts'
import { listNotices } from '../attention/lists.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const idOf = ({ person }: Access) => person ?? ''
const note = (number: number, text: string, ...mentions: readonly string[]) =>
  callTicket(d.desk, 'noteOnTicket', d.anna, number, { text, mentions })
const told = async (access: Access, number: number) => {
  const { items } = await transaction(d.database.store, { workspace: access.workspace }, (tx) =>
    listNotices(tx, idOf(access)),
  )
  return items.filter(({ ticket }) => ticket === number).map(({ code }) => code)
}

describe('a note that mentions people', () => {
  it('tells each of them once, and says in the note whom it named', async () => {
    const { ticket, number } = await d.open()
    const carol = await d.hire('Carol')
    const noted = await note(number, '@Ben and @Carol, @Ben first: look.', idOf(d.ben), idOf(carol), idOf(d.ben))
    const entry = lastEntry(noted, 'note.added')
    expect(entry?.mentions.map(({ name }) => name)).toEqual(['Ben', 'Carol'])
    expect(entry?.fields).toEqual({})
    expect([await told(d.ben, number), await told(carol, number)]).toEqual([['mentioned'], ['mentioned']])
    // The log names them by keys.
    const envelopes = await transaction(d.database.store, { workspace: d.workspace }, ({ db }) =>
      db
        .selectFrom('event')
        .select('envelope')
        .where('workspace_id', '=', d.workspace)
        .where('ticket_id', '=', ticket)
        .execute(),
    )
    expect(JSON.stringify(envelopes)).not.toContain(idOf(d.ben))
  })

  it('tells nobody who wrote it, nobody who only stands in it, and again in another note', async () => {
    const { number } = await d.open()
    await note(number, '@Anna: look at this. @Ben need not.', idOf(d.anna))
    expect([await told(d.anna, number), await told(d.ben, number)]).toEqual([[], []])
    await note(number, '@Ben', idOf(d.ben))
    await note(number, '@Ben, once more', idOf(d.ben))
    expect(await told(d.ben, number)).toEqual(['mentioned', 'mentioned'])
  })

  it('is refused, and tells nobody, where one is nobody of the desk, or is not named in it', async () => {
    const { number } = await d.open()
    const refused = async (text: string, ...mentions: readonly string[]) =>
      (await refusalOf(note(number, text, ...mentions))).code
    expect(await refused('@Sam', idOf(d.stranger))).toBe('unknown-person')
    expect(await refused('@Ben and @Sam', idOf(d.ben), idOf(d.stranger))).toBe('unknown-person')
    expect(await refused('Nobody.', idOf(d.ben))).toBe('cannot-be')
    expect(await told(d.ben, number)).toEqual([])
    expect(lastEntry(await callTicket(d.desk, 'readTicket', d.anna, number), 'note.added')).toBeUndefined()
  })

  it('is seen by no customer, and an answer that names somebody tells nobody', async () => {
    const { ticket, number } = await d.open()
    await note(number, '@Ben: he is a pain.', idOf(d.ben))
    const answered = await callTicket(d.desk, 'replyToTicket', d.anna, number, {
      text: '@Ben will call you.',
      seen: 0,
      anyway: true,
      mentions: [idOf(d.ben)],
    })
    expect(lastEntry(answered, 'message.sent')?.mentions).toEqual([])
    expect(await told(d.ben, number)).toEqual(['mentioned'])
    const page = await transaction(d.database.store, { workspace: d.workspace }, (tx) => readRequest(tx, ticket, 'UTC'))
    expect(JSON.stringify(page)).not.toContain('pain')
    const mails = await transaction(d.database.store, { workspace: d.workspace }, ({ db }) =>
      db
        .selectFrom('outbox')
        .select('payload')
        .where('workspace_id', '=', d.workspace)
        .where('ticket_id', '=', ticket)
        .execute(),
    )
    expect(JSON.stringify(mails)).not.toContain('pain')
  })
})
