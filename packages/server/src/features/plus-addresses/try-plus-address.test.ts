import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { letterOf, post, rowsOfAcceptance } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import { acceptMail, ourMessageId } from '../../channels/email/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { notePlus, setMailAccount } from '../mail-accounts/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import { tryPlusAddress } from './index.ts'

const DAY = 86_400_000
const CARE = 'support@care.example'

let house: MailHouse
let workspace: string
let mailbox: string

beforeAll(async () => {
  house = await openMailHouse()
  workspace = await house.database.makeWorkspace('care')
  await publish(house.database.store, workspace, ALWAYS_OPEN)
  mailbox = await house.makeMailbox(workspace, CARE)
})
afterAll(() => house.close())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  transaction(house.database.store, { workspace }, work)

const connect = (host: string) =>
  run((tx) =>
    setMailAccount(tx, house.desk.keys, mailbox, {
      host,
      port: 993,
      security: 'tls',
      username: 'support',
      password: 'hush',
      folders: ['INBOX'],
      since: undefined,
    }),
  )
const tried = () => tryPlusAddress(house.desk.store, { workspace, mailbox })
const trials = async () => {
  const rows = await run(({ db }) =>
    db
      .selectFrom('outbox')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('kind', '=', 'plus-trial')
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ id }) => id)
}
const takesPlus = async () => (await run(mailboxesOf)).find(({ id }) => id === mailbox)?.takesPlus
const ago = (days: number) =>
  run(({ db, now }) =>
    db
      .updateTable('mail_account')
      .set({ plus_tried_at: new Date(now - days * DAY) })
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .execute(),
  )
/** The mailbox has another address; mail to both comes in. */
const rename = async (address: string): Promise<void> => {
  await run(({ db }) =>
    db
      .updateTable('mailbox')
      .set({ address })
      .where('workspace_id', '=', workspace)
      .where('id', '=', mailbox)
      .execute(),
  )
  await house.database.store.control
    .insertInto('control.mailbox_address')
    .values({ address, workspace_id: workspace, mailbox_id: mailbox, is_default: false })
    .execute()
}
/** The last mail of a trial, Message-ID and all. */
async function lastTrial(): Promise<string> {
  const last = (await trials()).at(-1) ?? ''
  const id = ourMessageId(house.desk.keys, workspace, last, 'care.example')
  return letterOf({ from: CARE, headers: { 'Message-ID': id } })
}
async function comesBack(to = CARE): Promise<string | null> {
  const [row] = await post(house, workspace, { to: [to], raw: await lastTrial() })
  return row?.reason ?? null
}
let uid = 0
async function isFetchedFrom(folder: string): Promise<string | null> {
  const { desk, reading } = house
  // Each was delivered in its own way.
  const mail = Buffer.from(`X-Folder: ${folder}\r\n${await lastTrial()}`)
  const acceptance = await acceptMail(
    { store: desk.store, blobs: desk.blobs, next: reading, onStep: () => undefined },
    {
      from: CARE,
      to: [{ workspace, mailbox, address: CARE }],
      bytes: Readable.from([mail]),
      fetched: { folder, uidValidity: 1, uid: ++uid },
    },
  )
  await reading.idle()
  const [row] = await rowsOfAcceptance(house, workspace, acceptance)
  return row?.reason ?? null
}

describe('addresses with a plus', () => {
  it('are given where mail is sent to us, and where it is fetched only once one of ours came back', async () => {
    expect(await takesPlus()).toBe(true)
    await connect('imap.care.example')
    expect(await takesPlus()).toBe(false)
    await tried()
    await tried()
    expect(await trials()).toHaveLength(1)
    expect(await comesBack()).toBe('plus-trial')
    expect(await takesPlus()).toBe(true)
    await ago(365)
    await tried()
    expect(await trials()).toHaveLength(1)
  })

  it('are tried again with another address, another account, and a month after what brought nothing', async () => {
    await connect('imap.other.example')
    expect(await takesPlus()).toBe(false)
    await tried()
    expect(await trials()).toHaveLength(2)
    await ago(29)
    await tried()
    expect(await trials()).toHaveLength(2)
    await ago(31)
    await tried()
    expect(await trials()).toHaveLength(3)
    await run((tx) => notePlus(tx, mailbox, CARE, 'refused'))
    await ago(31)
    await tried()
    expect(await trials()).toHaveLength(4)
    await rename('hello@care.example')
    await run((tx) => notePlus(tx, mailbox, 'hello@care.example', 'taken'))
    expect(await takesPlus()).toBe(false)
    await tried()
    expect(await trials()).toHaveLength(5)
    expect(await comesBack('hello@care.example')).toBe('plus-trial')
    expect(await takesPlus()).toBe(true)
  })

  it('are not proven by the copy that a server keeps of what was sent, where its folder is fetched too', async () => {
    await connect('imap.third.example')
    await tried()
    expect(await isFetchedFrom('Sent')).toBe('loop')
    expect(await takesPlus()).toBe(false)
    expect(await isFetchedFrom('INBOX')).toBe('plus-trial')
    expect(await takesPlus()).toBe(true)
  })

  it('are not proven by a mail of the trial that comes in at another mailbox', async () => {
    const other = 'other@care.example'
    await house.makeMailbox(workspace, other)
    expect(await comesBack(other)).toBe('loop')
  })
})
