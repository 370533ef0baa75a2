import type { MailAccount } from '@avow/contract'
import { expect, test } from 'vitest'
import { mailboxState } from './mailbox-state.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const out_week = { written: 2, sent: 2, waiting: 0, deferred: 0, given_up: 0 }
const well = { account: null, oldest_waiting_at: null, out_week }
const account: MailAccount = {
  host: 'imap.example',
  port: 993,
  security: 'tls',
  username: 'care',
  folders: [],
  since: null,
  consent: null,
  fetched_at: null,
  failure: null,
  plus: null,
}
const failure = { code: 'sign-in', said: 'no', at: '2026-11-22T11:00:00.000Z', next_try: null } as const

test('a mailbox stands as the worst that is true of it', () => {
  expect(mailboxState(well, now)).toBe('well')
  expect(mailboxState({ ...well, account }, now)).toBe('well')
  expect(mailboxState({ ...well, oldest_waiting_at: '2026-11-22T11:55:00.000Z' }, now)).toBe('well')
  expect(mailboxState({ ...well, oldest_waiting_at: '2026-11-22T11:54:59.999Z' }, now)).toBe('late')
  expect(mailboxState({ ...well, out_week: { ...out_week, given_up: 1 } }, now)).toBe('given-up')
  const failing = { account: { ...account, failure }, oldest_waiting_at: '2026-11-22T10:00:00.000Z', out_week }
  expect(mailboxState(failing, now)).toBe('failing')
})
