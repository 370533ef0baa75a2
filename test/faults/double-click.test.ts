import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../running/until.ts'
import { type FaultDesk, openFaultDesk } from './mail-desk.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const AT_ONCE = 20
const ROUNDS = LONG ? 20 : 1

let desk: FaultDesk
beforeAll(async () => {
  desk = await openFaultDesk()
})
afterAll(() => desk?.close())

/** A mail that no ticket was wanted of; its id. */
async function setAside(subject: string): Promise<string> {
  expect(await desk.send(subject, { headers: 'Auto-Submitted: auto-replied\r\n' })).toMatch(/^250/)
  await desk.reading.idle()
  const { items } = await desk.api.call('listMail', { query: { outcome: 'suppressed' } })
  return items.find((mail) => mail.subject === subject)?.id ?? ''
}

const press = (id: string, once: string) => desk.api.ask('ticketFromMail', { params: { id }, once })

/** Presses until the first press has its answer, as a page does that is told to wait. */
async function pressed(id: string, once: string): Promise<string> {
  return until(async () => {
    const answer = await press(id, once)
    const text = await answer.text()
    return text.includes('key-running') ? undefined : `${answer.status} ${text}`
  })
}

async function ticketsOf(subject: string): Promise<number> {
  const { items } = await desk.api.call('listTickets', { query: { limit: 100 } })
  return items.filter((ticket) => ticket.subject === subject).length
}

describe('fault F21: “Make a ticket of it” pressed many times at once', () => {
  it(`fault F21: with one key ${AT_ONCE} times: one ticket, and one answer`, { timeout: 600_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const subject = `one key ${round}`
      const id = await setAside(subject)
      const once = randomUUID()
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => pressed(id, once)))
      expect(new Set(answers).size).toBe(1)
      expect(answers[0]).toMatch(/^201 /)
      expect(await ticketsOf(subject)).toBe(1)
    }
  })

  it('fault F21: with a key of its own each time: one ticket, and the others hear that it is there', {
    timeout: 600_000,
  }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const subject = `no key ${round}`
      const id = await setAside(subject)
      const answers = await Promise.all(Array.from({ length: 4 }, () => press(id, randomUUID())))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
      expect(await ticketsOf(subject)).toBe(1)
    }
  })
})
