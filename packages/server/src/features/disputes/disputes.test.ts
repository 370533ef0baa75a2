import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { callTicket, lastEntry } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import type { Access } from '../../http/handler.ts'
import { lawHandlers } from '../law/index.ts'

const OMBUDSMAN = 'The ombudsman, ring 0800 1.'
const LAWFUL = ALWAYS_OPEN.replace('charter: always-open', 'charter: lawful')
  .replace(
    'facts:\n',
    `law:
  jurisdictions: [PL, UK]
  sectors: [consumer, finance, telecom]
  dispute body: { en: "${OMBUDSMAN}" }
facts:
`,
  )
  .replace(
    '  - id: P4\n',
    '  - { id: P8, clock: resolution, when: { channel: email }, law: [PL-1, UK-T1], table: [{ target: 14 days }] }\n  - id: P4\n',
  )
const DAY = 86_400_000

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
  await publish(d.desk.store, d.workspace, LAWFUL)
})
afterAll(() => d.close())

const complaintOf = async (number: number, access: Access = d.anna) => {
  const request = {
    access,
    params: { number },
    query: undefined,
    body: undefined,
    signal: new AbortController().signal,
  }
  return (await lawHandlers.readComplaint(request, d.desk)).complaint
}
const stagesOf = async (number: number) =>
  (await complaintOf(number))?.stages.flatMap(({ stage, at }) => (at === null ? [] : [stage]))

describe('a complaint that a row of law binds', () => {
  it('goes through the stages by what happens on its ticket', async () => {
    const { ticket, number } = await d.open()
    expect(await stagesOf(number)).toEqual(['received'])
    await callTicket(d.desk, 'assignTicket', d.anna, number, { to: d.anna.person })
    await callTicket(d.desk, 'noteOnTicket', d.anna, number, { text: 'The lid is of another kettle.' })
    expect(await stagesOf(number)).toEqual(['received', 'assessed', 'investigated'])
    await callTicket(d.desk, 'replyToTicket', d.anna, number, {
      text: 'A new lid is on its way.',
      seen: 0,
      anyway: true,
    })
    expect(await stagesOf(number)).toEqual(['received', 'acknowledged', 'assessed', 'investigated'])
    await callTicket(d.desk, 'replyToTicket', d.anna, number, {
      text: 'It is yours.',
      seen: 0,
      anyway: true,
      state: 'solved',
    })
    expect(await stagesOf(number)).toEqual(['received', 'acknowledged', 'assessed', 'investigated', 'answered'])
    expect((await complaintOf(number))?.deadline).toBeNull()
    await d.write(ticket)
    expect(await stagesOf(number), 'an answer is not taken back').toContain('answered')
  })

  it('carries the dispute body in the answer that settles it, once, and in no other', async () => {
    const { number } = await d.open()
    const said = async (text: string, state: string) =>
      lastEntry(
        await callTicket(d.desk, 'replyToTicket', d.anna, number, { text, state, seen: 0, anyway: true }),
        'message.sent',
      )?.text
    expect(await said('We look into it.', 'open')).toBe('We look into it.')
    const closing = `If this answer does not settle it, you may go to: ${OMBUDSMAN}`
    expect(await said('Here is your money.', 'solved')).toBe(`Here is your money.\n\n${closing}`)
    expect(await said(`Or ask: ${OMBUDSMAN}`, 'solved')).toBe(`Or ask: ${OMBUDSMAN}`)
    expect((await complaintOf(number))?.dispute_body).toBe(OMBUDSMAN)
  })

  it('has a letter for a person to send before the limit, and none before, after, or once answered', async () => {
    const letterAfter = async (days: number) => {
      const { number } = await d.open({ at: Date.now() - days * DAY })
      return { number, complaint: await complaintOf(number) }
    }
    expect((await letterAfter(5)).complaint?.letter).toBeNull()
    const { number, complaint } = await letterAfter(13)
    expect(complaint?.letter).toMatchObject({ row: 'PL-1', limit: complaint?.deadline, language: 'en' })
    const lines = complaint?.letter?.text.split('\n\n') ?? []
    expect(lines[0]).toMatch(new RegExp(`^We received your complaint on .+ It has the number ${number}\\.$`))
    expect(lines[1]).toMatch(/^You are to have our answer by .+ 11:59.PM/)
    expect(lines.slice(2)).toEqual([
      'It is being looked into. By then we write to you what we decide and why, or why we need longer.',
      `If our answer does not settle it, or does not come by then, you may go to: ${OMBUDSMAN}`,
    ])
    await callTicket(d.desk, 'replyToTicket', d.anna, number, { text: 'Done.', seen: 0, anyway: true, state: 'solved' })
    expect((await complaintOf(number))?.letter).toBeNull()
    const late = (await letterAfter(20)).complaint
    expect(late?.letter).toBeNull()
    expect(late?.stages.find(({ stage }) => stage === 'deadlock')?.at).not.toBeNull()
  })

  it('is none where no promise is bound, and nobody else’s', async () => {
    const { number } = await d.open({ channel: 'form' })
    expect(await complaintOf(number)).toBeNull()
    const answered = await callTicket(d.desk, 'replyToTicket', d.anna, number, {
      text: 'Here it is.',
      state: 'solved',
      seen: 0,
      anyway: true,
    })
    expect(lastEntry(answered, 'message.sent')?.text).toBe('Here it is.')
    await expect(complaintOf(number, d.stranger)).rejects.toThrow('There is no ticket')
  })
})
