import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database.ts'
import { makeMailbox } from '../../../../test/mail.ts'
import { folderBlobs } from '../../../blobs/index.ts'
import { type Store, transaction } from '../../../db/index.ts'
import type { Acceptance } from './accept-mail.ts'
import { AcceptTogether } from './accept-together.ts'
import type { MailRow } from './mail-row.ts'
import type { NextReader } from './next-reader.ts'

const client = { address: '127.0.0.1', helo: 'client.example' }

let database: TestDatabase
let folder: string
let [workspace, mailbox, other, elsewhere]: [string, string, string, string] = ['', '', '', '']
beforeAll(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'avow-together-'))
  workspace = await database.makeWorkspace('care')
  other = await database.makeWorkspace('other')
  mailbox = await makeMailbox(database, workspace, 'support@care.example')
  elsewhere = await makeMailbox(database, other, 'help@other.example')
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** What the reader was handed, and how many transactions began. */
function desk(overrides: Partial<Acceptance> = {}) {
  const taken = new Map<string, { readonly row: MailRow; readonly raw: Uint8Array | undefined }>()
  const next: NextReader = {
    leaseMs: () => 20_000,
    take(rows, raw) {
      for (const row of rows) taken.set(row.id, { row, raw: raw?.get(row.id) })
    },
    look: () => undefined,
  }
  let commits = 0
  const store: Store = database.store
  const acceptance = { store, blobs: folderBlobs(folder), next, onStep: () => undefined, ...overrides }
  const together = new AcceptTogether({
    ...acceptance,
    overQuota: async (tx, sent) => {
      commits += 1
      return (await overrides.overQuota?.(tx, sent)) ?? sent.map(() => false)
    },
  })
  return { together, taken, commits: () => commits }
}

const chunks = async function* (...parts: readonly (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}
const mailTo = (to: string, bytes: AsyncIterable<Uint8Array>, from = 'carla@home.example') => ({
  ...{ from, client, bytes },
  to: [{ workspace, mailbox: to, address: 'support@care.example' }],
})
const rowsOf = (acceptance: string, of = workspace) =>
  transaction(database.store, { workspace: of }, ({ db }) =>
    db
      .selectFrom('inbound_mail')
      .selectAll()
      .where('workspace_id', '=', of)
      .where('acceptance_id', '=', acceptance)
      .execute(),
  )

describe('small mails that come in at the same time', () => {
  it('are kept in few transactions, each with its own row and bytes', async () => {
    const { together, taken, commits } = desk()
    const mails = Array.from({ length: 9 }, (_, number) => `Subject: ${number}\r\n\r\nhello ${number}\r\n`)
    const accepted = await Promise.all(mails.map((mail) => together.accept(mailTo(mailbox, chunks(mail)))))
    expect(commits()).toBe(2)
    for (const [index, mail] of mails.entries()) {
      const [row, ...more] = await rowsOf(accepted[index] ?? '')
      expect(more).toEqual([])
      const sha256 = createHash('sha256').update(mail).digest()
      expect(row).toMatchObject({ sha256, size: mail.length, fence: 1, attempts: 1, outcome: null })
      // Whoever reads it has the bytes already.
      expect(Buffer.from(taken.get(row?.id ?? '')?.raw ?? []).toString()).toBe(mail)
    }
    expect(taken.size).toBe(mails.length)
  })

  it('are each answered for themselves where the database will not have one', async () => {
    const { together } = desk()
    const mails = [mailbox, randomUUID(), mailbox].map((to, number) => mailTo(to, chunks(`Subject: ${number}\r\n\r\n`)))
    // The first is on its way when the others come: those two are kept together.
    const ended = await Promise.allSettled(mails.map((mail) => together.accept(mail)))
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    for (const end of ended) if (end.status === 'fulfilled') expect(await rowsOf(end.value)).toHaveLength(1)
  })

  it('go into each workspace that they name', async () => {
    const { together, taken } = desk()
    const to = [
      { workspace, mailbox, address: 'support@care.example' },
      { workspace: other, mailbox: elsewhere, address: 'help@other.example' },
    ]
    const acceptance = await together.accept({ from: '', client, to, bytes: chunks('a\n', 'b') })
    expect([...(await rowsOf(acceptance)), ...(await rowsOf(acceptance, other))]).toMatchObject([
      { envelope_to: 'support@care.example', has_bare_newlines: true },
      { envelope_to: 'help@other.example', has_bare_newlines: true },
    ])
    expect(taken.size).toBe(2)
  })

  it('are set aside each by its own quota', async () => {
    const { together, taken } = desk({
      overQuota: async (_, sent) => sent.map(({ from }) => from === 'flood@home.example'),
    })
    const froms = ['carla@home.example', 'flood@home.example', 'mario@home.example']
    const accepted = await Promise.all(froms.map((from) => together.accept(mailTo(mailbox, chunks('x'), from))))
    const rows = await Promise.all(accepted.map((acceptance) => rowsOf(acceptance)))
    expect(rows.flat().map(({ outcome, reason, fence }) => [outcome, reason, fence])).toEqual([
      [null, null, 1],
      ['quarantined', 'limit', 0],
      [null, null, 1],
    ])
    expect([...taken.values()].map(({ row }) => row.envelopeFrom)).toEqual(['carla@home.example', 'mario@home.example'])
  })
})

describe('a larger mail', () => {
  it('is written as it comes in, and has all its bytes', async () => {
    const { together, taken } = desk()
    const parts = Array.from({ length: 5 }, (_, number) => Buffer.alloc(30_000, `${number}`))
    const [row] = await rowsOf(await together.accept(mailTo(mailbox, chunks(...parts))))
    expect(row).toMatchObject({ size: 150_000, sha256: createHash('sha256').update(Buffer.concat(parts)).digest() })
    expect(taken.get(row?.id ?? '')?.raw).toBeUndefined()
  })

  it('that nobody begins to keep lets go of its sender, who hears why', async () => {
    const full = {
      ...folderBlobs(folder),
      put: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    }
    const { together } = desk({ blobs: full })
    let isLetGo = false
    const endless = async function* (): AsyncIterable<Uint8Array> {
      try {
        for (;;) yield Buffer.alloc(50_000)
      } finally {
        isLetGo = true
      }
    }
    await expect(together.accept(mailTo(mailbox, endless()))).rejects.toThrow('full')
    expect(isLetGo).toBe(true)
  })

  it('that breaks off is not kept, and says why', async () => {
    const { together } = desk()
    const broken = async function* (): AsyncIterable<Uint8Array> {
      yield Buffer.alloc(100_000)
      throw new Error('lost')
    }
    await expect(together.accept(mailTo(mailbox, broken()))).rejects.toThrow('lost')
  })
})
