import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Transaction, transaction } from '../../packages/server/src/db/index.ts'
import { countIntake } from '../../packages/server/src/features/mail/count-intake.ts'
import { IMPORT_STEPS } from '../../packages/server/src/features/mail/index.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../packages/server/test/database.ts'
import type { ImportChildOptions } from '../../packages/server/test/import-child.ts'
import { makeMailbox } from '../../packages/server/test/mail.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { corpusFile } from '../conformance/corpus-file.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const MAILS = LONG ? 3_000 : 250
/** At each step, and as many more at any instant. */
const KILLS = LONG ? 10 : 1
/** A kill at an instant comes within so many ms of the start. */
const WITHIN = 4_000
const CHILD = join(import.meta.dirname, '../../packages/server/test/import-child.ts')
const FROM = 'From ada@home.example Mon Oct  5 10:00:00 2026'

let database: TestDatabase
let folder: string
let workspace: string
let connection: ImportChildOptions['connection']
beforeAll(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'avow-imported-'))
  workspace = await database.makeWorkspace('imported')
  await publish(database.store, workspace, ALWAYS_OPEN)
  const { host, port, user = '', password } = await database.connect('avow_app')
  connection = { host, port, user, password: String(password), database: database.name }
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)

interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly said: string
}
async function importing(
  address: string,
  mailbox: string,
  paths: readonly string[],
  stop: { step?: string; afterMs?: number } = {},
): Promise<Ended> {
  const options: ImportChildOptions = { connection, folder, workspace, mailbox, address, paths }
  const child = spawn(process.execPath, [CHILD, JSON.stringify(options)], {
    env: { ...process.env, AVOW_FAILPOINT: stop.step ?? '', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  if (stop.afterMs !== undefined) void wait(stop.afterMs).then(() => child.kill('SIGKILL'))
  const said = await text(child.stdout)
  return { signal: await ended, said }
}

async function intakeOf(address: string): Promise<Record<string, number>> {
  const { items } = await run(countIntake)
  const { mailbox: _address, ...counts } = items.find(({ mailbox }) => mailbox === address) ?? {
    mailbox: '',
    received: 0,
  }
  const { received, ...parts } = counts
  expect(Object.values(parts).reduce((sum, n) => sum + Number(n), 0)).toBe(received)
  return counts
}

it(`an import that is killed at each step and at any instant loses no mail and doubles none (${MAILS} mails)`, async () => {
  const address = 'killed@acme.example'
  const mailbox = await makeMailbox(database, workspace, address)
  const file = join(folder, 'killed.mbox')
  // Each third answers the one before.
  const mails = Array.from({ length: MAILS }, (_, n) => {
    const names = n % 3 === 2 ? `References: <m${n - 1}@home.example>\n` : ''
    const sender = n % 3 === 2 ? n - 1 : n
    return `Message-ID: <m${n}@home.example>\n${names}From: ada${sender}@home.example\nTo: ${address}\nSubject: mail ${n}\n\n>From ${n}\n`
  })
  writeFileSync(file, '')
  for (let round = 0; round < KILLS; round++) {
    // More of them for each round, which ends with all settled: no mail is in hand at more losses than are taken for its own fault.
    const more = mails.slice(Math.floor((MAILS * round) / KILLS), Math.floor((MAILS * (round + 1)) / KILLS))
    appendFileSync(file, more.map((mail) => `${FROM}\n${mail}\n`).join(''))
    for (const [index, step] of IMPORT_STEPS.entries()) {
      const { signal } = await importing(address, mailbox, [file], { step: `${step}:${1 + ((index + round) % 2)}` })
      expect(signal).toBe('SIGKILL')
      await intakeOf(address)
    }
    await importing(address, mailbox, [file], { afterMs: Math.random() * WITHIN })
    await intakeOf(address)
    if (round < KILLS - 1) await importing(address, mailbox, [file])
  }
  expect(JSON.parse((await importing(address, mailbox, [file])).said)).toMatchObject({ mails: MAILS, cut: 0 })
  const thirds = Math.floor(MAILS / 3)
  expect(await intakeOf(address)).toEqual({
    received: MAILS,
    ticketed: MAILS - thirds,
    appended: thirds,
    suppressed: 0,
    quarantined: 0,
    pending: 0,
  })
  const subjects = await run(async ({ db }) => {
    const { rows } = await sql<{ subject: string; text: string }>`
      select subject, text from inbound_mail where "workspace_id" = ${workspace} and mailbox_id = ${mailbox}`.execute(
      db,
    )
    return rows
  })
  expect(new Set(subjects.map(({ subject }) => subject)).size).toBe(MAILS)
  for (const { subject, text: said } of subjects) expect(said).toBe(`From ${subject.slice('mail '.length)}`)
  // Once more brings nothing.
  expect(JSON.parse((await importing(address, mailbox, [file])).said)).toMatchObject({ mails: MAILS, kept: 0 })
  expect(await intakeOf(address)).toMatchObject({ received: MAILS })
})

it('odd mails of the world are all taken in, and each is settled', async ({ skip }) => {
  const mail = corpusFile('data/mail')
  skip(!existsSync(mail), `no outside mail at ${mail}: set AVOW_CORPUS`)
  const address = 'odd@acme.example'
  const mailbox = await makeMailbox(database, workspace, address)
  const { said } = await importing(address, mailbox, [mail])
  const tally = JSON.parse(said) as { mails: number; kept: number; others: readonly string[] }
  const whole = readdirSync(mail, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(tally.mails).toBeGreaterThan(200)
  expect(tally.mails).toBeGreaterThanOrEqual(whole.filter(({ name }) => name.endsWith('.eml')).length)
  expect(await intakeOf(address)).toMatchObject({ received: tally.kept, pending: 0 })
})
