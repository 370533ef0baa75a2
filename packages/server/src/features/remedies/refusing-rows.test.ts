import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRemedyDesk, type RemedyDesk } from '../../../test/remedy-desk.ts'

const CHARTER = new URL('../../../../../charters/retail-desk.yaml', import.meta.url)

let desk: RemedyDesk
beforeAll(async () => {
  desk = await openRemedyDesk({ charter: readFileSync(CHARTER, 'utf8') })
})
afterAll(() => desk?.close())

const pending = {
  request: 'cancel',
  identified: true,
  own: true,
  confirmed: true,
  'order-status': 'pending',
  reason: 'no longer needed',
  paid: { minor: 4590, currency: 'USD' },
}
const refund = (minor: number) => ({ clause: 'R1', remedy: 'refund', amount: { minor, currency: 'USD' } })

describe('a row that refuses', () => {
  it('R7: is no offer, and says by which exclusions', async () => {
    const number = await desk.open({ ...pending, 'order-status': 'delivered' })
    const { offers, refusals } = await desk.remedies(desk.anna, number)
    expect(offers).toEqual([])
    expect(refusals).toEqual([
      { clause: 'R1', row: 4, passed_over: [7], tell: ['X3'] },
      { clause: 'R9', row: 2, passed_over: [], tell: ['X17'] },
    ])
  })

  it('R7: is refused at the gate, which names clause, row and exclusion, and notes it', async () => {
    const number = await desk.open({ ...pending, 'order-status': 'items changed' })
    const answer = await desk.grant(desk.anna, number, refund(4590))
    expect(answer).toMatchObject({
      status: 422,
      code: 'not-offered',
      body: { detail: 'Row 3 of R1 allows nothing here (X4), and so no refund.' },
    })
    expect((await desk.audit())[0]).toMatchObject({ code: 'not-offered', ticket: number })
  })

  it('gives way once the facts are others', async () => {
    const number = await desk.open({ ...pending, confirmed: false })
    expect(await desk.grant(desk.anna, number, refund(4590))).toMatchObject({ code: 'not-offered' })
    const confirmed = await desk.open(pending)
    expect(await desk.grant(desk.anna, confirmed, refund(4591))).toMatchObject({ code: 'beyond-limit' })
    expect(await desk.grant(desk.anna, confirmed, refund(4590))).toMatchObject({ status: 201 })
  })
})
