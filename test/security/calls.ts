import { randomUUID } from 'node:crypto'
import type { ROUTES } from '@avow/contract'
import type { Company } from './company.ts'

/** A call of a route that means something in a company, as often as it is made. */
export interface SampleCall {
  /** Values of the path's parameters. */
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** What somebody who may gets; 200 where left out. */
  readonly answers?: readonly number[]
}

/** Of a server that is not there. */
const NOBODYS_ACCOUNT = { host: '127.0.0.1', port: 1, security: 'none', username: 'nobody' }

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
  readAnswering: ({ number }) => ({ params: { number } }),
  liftAddress: ({ number }) => ({ params: { number } }),
  readForwarding: ({ number }) => ({ params: { number }, query: { to: 'supplier@parts.example' } }),
  forwardTicket: ({ number, attachment }) => ({
    params: { number },
    body: { to: ['supplier@parts.example'], text: 'Can you see to it?', files: [attachment] },
    answers: [201],
  }),
  noteOnTicket: ({ number }) => ({ params: { number }, body: { text: 'Rang twice.' }, answers: [201] }),
  assignTicket: ({ number }) => ({ params: { number }, body: { to: null } }),
  changeState: ({ number }) => ({ params: { number }, body: { to: 'open' }, answers: [200, 422] }),
  changeFacts: ({ number }) => ({ params: { number }, body: { facts: { tier: 'gold' } } }),
  changeCustomer: ({ number }) => ({ params: { number }, body: { zone: 'Asia/Riyadh' } }),
  markSpam: ({ number }) => ({ params: { number }, body: { undo: true }, answers: [200, 422] }),
  // Into itself: refused, and nothing changes.
  mergeTicket: ({ number }) => ({ params: { number }, body: { into: number }, answers: [422] }),
  // Staff are nobody's customers: refused, and nothing changes.
  mergeCustomer: ({ colleague }) => ({ params: { id: colleague }, body: { into: colleague }, answers: [404] }),
  // None of its messages: refused, and nothing changes.
  moveMessages: ({ number }) => ({ params: { number }, body: { messages: ['none'], to: null }, answers: [422] }),
  recordEvent: ({ number }) => ({ params: { number }, body: { type: 'repair.booked' }, answers: [201] }),
  // Bytes are no JSON.
  keepUpload: () => ({ params: { upload: randomUUID() }, body: {}, answers: [415] }),
  dropUpload: () => ({ params: { upload: randomUUID() }, answers: [204] }),
  readAttachment: ({ number, attachment }) => ({ params: { number, attachment } }),
  // The message of this company shows no picture of another server.
  readPicture: ({ number }) => ({ params: { number, seq: 2, place: 0 }, answers: [404] }),
  readSlip: ({ number }) => ({ params: { number } }),
  listSkippedSteps: () => ({}),
  readProcedures: ({ number }) => ({ params: { number } }),
  readComplaint: ({ number }) => ({ params: { number } }),
  readScorecard: ({ number }) => ({ params: { number } }),
  // The charter of these companies has no values.
  sayOfScorecard: ({ number }) => ({ params: { number }, body: { value: 'V1', shown: 'yes' }, answers: [404] }),
  // The charter of these companies has no procedures.
  takeStep: ({ number }) => ({ params: { number, procedure: 'D1', step: 1 }, body: { act: 'done' }, answers: [404] }),
  // Nobody of this id.
  changeAbsence: () => ({ params: { id: randomUUID() }, body: { away: null }, answers: [404] }),
  readMe: () => ({}),
  // A key has no name.
  changeMe: () => ({ body: { language: 'en' }, answers: [200, 404] }),
  listStaff: () => ({}),
  addStaff: () => ({
    body: { name: 'Ben', email: `${randomUUID()}@staff.example`, password: 'a long enough one', roles: ['viewer'] },
    answers: [201],
  }),
  changeStaff: ({ colleague }) => ({ params: { id: colleague }, body: { team: 'care' } }),
  listNotices: () => ({}),
  // A notice is its reader's alone: for anybody else there is none.
  readNotice: ({ notice }) => ({ params: { id: notice }, answers: [204, 404] }),
  readObjectives: () => ({}),
  readImprovements: () => ({}),
  sayOfImprovement: () => ({
    body: { clause: 'P1', effort: 'small', owner: null, by: '2027-01-31', note: 'Answer sooner.' },
  }),
  listObservedWaits: () => ({}),
  noteObservedWait: () => ({ body: { of: 'Rival Ltd', date: '2026-01-05', wait_ms: 60_000 }, answers: [201] }),
  // None of this id.
  dropObservedWait: () => ({ params: { id: randomUUID() }, answers: [404] }),
  readHealth: () => ({}),
  listTemplates: () => ({}),
  readTemplate: () => ({ params: { template: 'shop' } }),
  readLaw: () => ({}),
  // Nothing that the law asked for waits here.
  finishLawTask: ({ notice }) => ({ params: { id: notice }, answers: [404] }),
  listApiKeys: () => ({}),
  createApiKey: () => ({ body: { name: 'script', roles: ['viewer'] }, answers: [201] }),
  revokeApiKey: ({ key }) => ({ params: { id: key }, answers: [204] }),
  readCharter: () => ({}),
  readHandbook: () => ({}),
  readDirection: () => ({}),
  readHandbookEdition: () => ({}),
  listVersions: () => ({}),
  readVersion: () => ({ params: { version: 1 } }),
  compareVersions: () => ({ params: { version: 1 } }),
  listDrafts: () => ({}),
  startDraft: () => ({ body: { note: 'Half an hour for all.' }, answers: [201] }),
  readDraft: ({ draft }) => ({ params: { id: draft } }),
  // The first writes there; the others made their edit before they saw it.
  editDraft: ({ draft }) => ({
    params: { id: draft },
    body: { base: 0, splices: [{ at: 0, remove: 0, insert: '#' }], edit: randomUUID() },
    answers: [201, 409],
  }),
  listDraftEdits: ({ draft }) => ({ params: { id: draft } }),
  describeDraft: ({ draft }) => ({ params: { id: draft }, body: { note: 'Half an hour for all.' } }),
  // The first gives it up: from then on it is closed.
  withdrawDraft: ({ draft }) => ({ params: { id: draft }, answers: [204, 409] }),
  listWarnings: ({ draft }) => ({ params: { id: draft } }),
  tickWarning: ({ draft }) => ({
    params: { id: draft, finding: 'f'.repeat(64) },
    body: { reason: 'It is meant so.' },
    answers: [404, 409],
  }),
  untickWarning: ({ draft }) => ({ params: { id: draft, finding: 'f'.repeat(64) }, answers: [200, 409] }),
  submitDraft: ({ draft }) => ({
    params: { id: draft },
    body: { seq: 1, effective: null, zone: 'UTC' },
    answers: [409],
  }),
  listDraftCredits: ({ draft }) => ({ params: { id: draft } }),
  compareSubmission: ({ draft }) => ({ params: { id: draft }, answers: [409] }),
  takeBackDraft: ({ draft }) => ({ params: { id: draft }, answers: [409] }),
  // A key approves nothing.
  approveDraft: ({ draft }) => ({
    params: { id: draft },
    body: { hash: 'f'.repeat(64), effective: null },
    answers: [403, 409],
  }),
  sendBackDraft: ({ draft }) => ({ params: { id: draft }, body: { reason: 'No.' }, answers: [409] }),
  listHolidayCountries: () => ({}),
  listHolidays: () => ({ query: { country: 'PL', from: '2026' } }),
  readHolidayFile: () => ({ body: { text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', from: 2026 } }),
  // What the company drafts is no charter.
  startTrial: ({ draft }) => ({ params: { id: draft }, body: {}, answers: [422] }),
  tryInReview: ({ draft }) => ({ params: { id: draft }, body: {}, answers: [422] }),
  listTrials: ({ draft }) => ({ params: { id: draft } }),
  readTrial: ({ draft, trial }) => ({ params: { id: draft, trial } }),
  listTrialTickets: ({ draft, trial }) => ({ params: { id: draft, trial } }),
  walkLadder: ({ draft }) => ({ body: { draft, clause: 'E1' }, answers: [404, 422] }),
  listBreaches: () => ({}),
  countBreaches: () => ({}),
  countFreshBreaches: () => ({}),
  correctCause: ({ number }) => ({
    params: { number, promise: 'P1', run: 1 },
    body: { cause: 'surge', reason: 'A storm.' },
    answers: [200, 409],
  }),
  listClauseNotices: () => ({}),
  // Nobody was told of the first version.
  acknowledgeClause: () => ({ params: { version: 1, clause: 'P1' }, answers: [404] }),
  readStanding: () => ({ params: { version: 1 } }),
  remindPeople: () => ({ params: { version: 1 }, body: {} }),
  countIntake: () => ({}),
  listMail: () => ({}),
  readRawMail: ({ inbound }) => ({ params: { id: inbound } }),
  readMail: ({ inbound }) => ({ params: { id: inbound } }),
  // Whoever comes after it was made a ticket, or read once more, finds it settled.
  leaveMail: ({ inbound }) => ({ params: { id: inbound }, answers: [204, 409] }),
  retryMail: ({ inbound }) => ({ params: { id: inbound }, answers: [204, 409] }),
  // The first makes the ticket, the others find it made.
  ticketFromMail: ({ inbound }) => ({ params: { id: inbound }, answers: [201, 409] }),
  listOutgoing: () => ({}),
  // It waits, and lies in no folder.
  readOutgoing: ({ outgoing }) => ({ params: { id: outgoing }, answers: [200, 404] }),
  retryOutgoing: ({ outgoing }) => ({ params: { id: outgoing }, answers: [204] }),
  readMailHealth: () => ({}),
  // Its mail is fetched from nowhere.
  fetchMailNow: ({ mailbox }) => ({ params: { id: mailbox }, answers: [204, 404] }),
  readCompany: () => ({}),
  changeCompany: () => ({ body: { languages: ['en', 'ar'] } }),
  listAddresses: () => ({}),
  addAddress: () => ({ body: { address: `${randomUUID()}@acme.example` }, answers: [201] }),
  changeAddress: ({ mailbox }) => ({ params: { id: mailbox }, body: { answers: true } }),
  // It is the one that answers.
  removeAddress: ({ mailbox }) => ({ params: { id: mailbox }, answers: [409] }),
  setMailAccount: ({ mailbox }) => ({ params: { id: mailbox }, body: { ...NOBODYS_ACCOUNT, password: 'secret' } }),
  // Nobody answers there: that is what the answer says.
  tryMailAccount: ({ mailbox }) => ({ params: { id: mailbox }, body: { ...NOBODYS_ACCOUNT, password: 'secret' } }),
  guessMailServers: () => ({ query: { address: 'care@gmail.com' } }),
  // A key has no session to come back to.
  beginMailConsent: ({ mailbox }) => ({
    params: { id: mailbox },
    body: { provider: 'google', client_id: 'us' },
    answers: [200, 400],
  }),
  // Nobody began it.
  finishMailConsent: () => ({ body: { state: 'acme.made-up', code: 'made-up' }, answers: [404] }),
  setMailSender: ({ mailbox }) => ({ params: { id: mailbox }, body: { ...NOBODYS_ACCOUNT, password: 'secret' } }),
  // Nobody is there: that is the answer.
  tryMailSender: ({ mailbox }) => ({ params: { id: mailbox }, body: { ...NOBODYS_ACCOUNT, password: 'secret' } }),
  removeMailSender: ({ mailbox }) => ({ params: { id: mailbox }, answers: [204] }),
  removeMailAccount: ({ mailbox }) => ({ params: { id: mailbox }, answers: [204] }),
  listMailDomains: () => ({}),
  // Names of examples are asked of nobody.
  readMailDomainRecords: ({ slug }) => ({ params: { domain: `${slug}.example` } }),
  makeMailKey: ({ slug }) => ({ params: { domain: `${slug}.example` }, body: { kind: 'ed25519' }, answers: [201] }),
  checkMailKey: ({ signingKey }) => ({ params: { id: signingKey } }),
  useMailKey: ({ signingKey }) => ({ params: { id: signingKey } }),
  // The first removes it, the others find it gone.
  removeMailKey: ({ signingKey }) => ({ params: { id: signingKey }, answers: [204, 404] }),
  listTeams: () => ({}),
  // Nobody belongs to it.
  setTeam: ({ mailbox }) => ({
    body: { name: 'nobody’s', mailbox, signatures: {}, signs_automatic: false },
    answers: [404],
  }),
  listAttention: () => ({}),
  removeDemo: () => ({ answers: [409] }),
  exportWorkspace: () => ({}),
  readRemedies: ({ number }) => ({ params: { number } }),
  // A company whose charter has no remedies.
  grantRemedy: ({ number }) => ({
    params: { number },
    body: { clause: 'R1', remedy: 'apology', amount: null, seen: 1_000_000 },
    answers: [422],
  }),
  listGrants: () => ({}),
  countGrants: () => ({}),
  // A company without a charter.
  readGrantShare: () => ({ answers: [200, 422] }),
  reviewGrant: ({ grant }) => ({
    params: { id: grant },
    body: { outcome: 'set-aside', reason: 'Once.' },
    answers: [422],
  }),
  approveGrant: ({ grant }) => ({ params: { id: grant }, body: { facts_hash: 'none' }, answers: [403, 409] }),
  refuseGrant: ({ grant }) => ({ params: { id: grant }, body: { reason: 'No.' }, answers: [403] }),
  carryOutGrant: ({ grant }) => ({ params: { id: grant }, answers: [422] }),
  listAudit: () => ({}),
  listSuggestions: () => ({}),
  suggest: ({ number }) => ({ body: { clause: 'P1', text: 'Half an hour.', ticket: number }, answers: [201] }),
  // The first decides it, the others find it decided.
  decideSuggestion: ({ suggestion }) => ({
    params: { id: suggestion },
    body: { accept: false, reason: 'Not now.' },
    answers: [200, 422],
  }),
  countOpinions: () => ({}),
  streamEvents: () => ({}),
}
