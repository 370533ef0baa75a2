import type { Grant } from '@avow/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eur, openRemedyDesk, type RemedyDesk } from '../../../test/remedy-desk.ts'
import { HANDLERS } from '../../handlers.ts'

let desk: RemedyDesk
let given: Grant | undefined
beforeAll(async () => {
  desk = await openRemedyDesk({
    handlers: {
      ...HANDLERS,
      // The server ends between the first grant and its answer.
      async grantRemedy(call, of) {
        const answer = await HANDLERS.grantRemedy(call, of)
        if (given !== undefined) return answer
        given = answer
        throw new Error('ended here')
      },
    },
  })
})
afterAll(() => desk?.close())

it('a grant whose answer never left is not given again: its repeat gets the answer that was kept with it', async () => {
  const ticket = await desk.open()
  const body = { amount: eur(100) }
  expect((await desk.grant(desk.anna, ticket, body, 'once')).status).toBe(500)
  const again = await desk.grant(desk.anna, ticket, body, 'once')
  expect([again.status, again.body]).toEqual([201, given])
  expect((await desk.remedies(desk.anna, ticket)).grants).toHaveLength(1)
})

it('of repeats that come at once, one grants and all get its answer', async () => {
  const ticket = await desk.open()
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => desk.grant(desk.anna, ticket, { amount: eur(100) }, 'at once')),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect((await desk.remedies(desk.anna, ticket)).grants).toHaveLength(1)
})

it('a key that was used for another body is refused', async () => {
  const ticket = await desk.open()
  await desk.grant(desk.anna, ticket, { amount: eur(100) }, 'other body')
  const other = await desk.grant(desk.anna, ticket, { amount: eur(200) }, 'other body')
  expect([other.status, other.body]).toMatchObject([422, { code: 'key-reused' }])
  expect((await desk.remedies(desk.anna, ticket)).grants).toHaveLength(1)
})
