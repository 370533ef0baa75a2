import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'
import { attentionHandlers, raiseAttention, settleAttention, tellPeople } from './index.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const run = <T>(work: (tx: Transaction) => Promise<T>) => transaction(d.desk.store, { workspace: d.workspace }, work)
const call = (access: Access) => ({
  access,
  params: undefined,
  query: undefined,
  body: undefined,
  signal: new AbortController().signal,
})

describe('what needs a person', () => {
  const list = async (access = d.anna) => (await attentionHandlers.listAttention(call(access), d.desk)).items

  it('is raised once, settled, and raised again', async () => {
    const { ticket, number } = await d.open()
    const raise = (tries: number) =>
      run((tx) => raiseAttention(tx, { once: 'x/1', code: 'past-horizon', ticket, data: { tries } }))
    await raise(1)
    await raise(2)
    expect(await list()).toMatchObject([{ code: 'past-horizon', ticket: number, data: { tries: 2 } }])
    expect(await list(d.stranger)).toEqual([])
    await run((tx) => settleAttention(tx, ['x/1', 'x/2']))
    expect(await list()).toEqual([])
    await raise(3)
    expect(await list()).toHaveLength(1)
  })
})

describe('notices', () => {
  const list = async (access: Access) => (await attentionHandlers.listNotices(call(access), d.desk)).items
  const read = (access: Access, id: string) => attentionHandlers.readNotice({ ...call(access), params: { id } }, d.desk)

  it('reach those who are told, once, and are read by them alone', async () => {
    const { ticket, number } = await d.open()
    const people = [d.anna.person ?? '', d.ben.person ?? '', d.ben.person ?? '']
    const tell = () =>
      run((tx) => tellPeople(tx, { people, once: 'E1/1', code: 'escalated', ticket, data: { step: 1 } }))
    await tell()
    await tell()
    const [notice, ...more] = await list(d.anna)
    expect(more).toEqual([])
    expect(notice).toMatchObject({ code: 'escalated', ticket: number, data: { step: 1 }, read_at: null })
    for (const other of [d.ben, d.stranger, d.key])
      await expect(read(other, notice?.id ?? '')).rejects.toThrow('no notice of this id')
    await read(d.anna, notice?.id ?? '')
    const [first] = await list(d.anna)
    await read(d.anna, notice?.id ?? '')
    expect(first?.read_at).not.toBeNull()
    expect(await list(d.anna)).toEqual([first])
    expect(await list(d.ben)).toMatchObject([{ read_at: null }])
    expect(await list(d.key)).toEqual([])
  })
})
