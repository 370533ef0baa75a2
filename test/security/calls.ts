import { randomUUID } from 'node:crypto'
import type { ROUTES } from '@avow/contract'
import type { Company } from './company.ts'

/** A call of a route that means something in a company, as often as it is made. */
export interface SampleCall {
  /** Values of the path's parameters. */
  readonly params?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  /** What somebody who may gets; 200 where left out. */
  readonly answers?: readonly number[]
}

/** How each route is called. A new route has no row here, and does not compile. */
export const CALLS: { readonly [Name in keyof typeof ROUTES]: (company: Company) => SampleCall } = {
  listTickets: () => ({}),
  countViews: () => ({}),
  readTicket: ({ number }) => ({ params: { number } }),
  createTicket: () => ({
    body: { channel: 'phone', customer: { name: 'Carla' }, subject: 'A kettle', text: 'It leaks.' },
    answers: [201],
  }),
  replyToTicket: ({ number }) => ({
    params: { number },
    body: { text: 'We are on it.', seen: 0, anyway: true },
    answers: [201],
  }),
  noteOnTicket: ({ number }) => ({ params: { number }, body: { text: 'Rang twice.' }, answers: [201] }),
  assignTicket: ({ number }) => ({ params: { number }, body: { to: null } }),
  changeState: ({ number }) => ({ params: { number }, body: { to: 'open' }, answers: [200, 422] }),
  changeFacts: ({ number }) => ({ params: { number }, body: { facts: { tier: 'gold' } } }),
  markSpam: ({ number }) => ({ params: { number }, body: { undo: true }, answers: [200, 422] }),
  recordEvent: ({ number }) => ({ params: { number }, body: { type: 'repair.booked' }, answers: [201] }),
  readAttachment: ({ number, attachment }) => ({ params: { number, attachment } }),
  readSlip: ({ number }) => ({ params: { number } }),
  readMe: () => ({}),
  listStaff: () => ({}),
  addStaff: () => ({
    body: { name: 'Ben', email: `${randomUUID()}@staff.example`, password: 'a long enough one', roles: ['viewer'] },
    answers: [201],
  }),
  changeStaff: ({ colleague }) => ({ params: { id: colleague }, body: { team: 'care' } }),
  listNotices: () => ({}),
  // A notice is its reader's alone: for anybody else there is none.
  readNotice: ({ notice }) => ({ params: { id: notice }, answers: [204, 404] }),
  listApiKeys: () => ({}),
  createApiKey: () => ({ body: { name: 'script', roles: ['viewer'] }, answers: [201] }),
  revokeApiKey: ({ key }) => ({ params: { id: key }, answers: [204] }),
  readCharter: () => ({}),
  countIntake: () => ({}),
  listMail: () => ({}),
  readRawMail: ({ inbound }) => ({ params: { id: inbound } }),
  // The first makes the ticket, the others find it made.
  ticketFromMail: ({ inbound }) => ({ params: { id: inbound }, answers: [201, 409] }),
  listOutgoing: () => ({}),
  // It waits, and lies in no folder.
  readOutgoing: ({ outgoing }) => ({ params: { id: outgoing }, answers: [200, 404] }),
  listAttention: () => ({}),
  removeDemo: () => ({ answers: [409] }),
  exportWorkspace: () => ({}),
  streamEvents: () => ({}),
}
