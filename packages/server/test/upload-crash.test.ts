import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folderBlobs, sweepBlobs } from '../src/blobs/index.ts'
import { transaction } from '../src/db/index.ts'
import { openTicketDesk, type TicketDesk } from './ticket-desk.ts'
import type { UploadChild } from './upload-child.ts'

const DAY = 86_400_000

let d: TicketDesk
let folder: string
let connection: UploadChild['connection']
beforeAll(async () => {
  d = await openTicketDesk()
  folder = mkdtempSync(join(tmpdir(), 'avow-upload-'))
  const { host, port, user = '', password } = await d.database.connect('avow_app')
  connection = { host, port, user, password: String(password), database: d.database.name }
})
afterAll(async () => {
  await d.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a process to its end; answers the signal that ended it, or how it ended by itself. */
function run(child: UploadChild, failpoint: string): Promise<string | number | null> {
  const { promise, resolve } = Promise.withResolvers<string | number | null>()
  spawn(process.execPath, [join(import.meta.dirname, 'upload-child.ts'), JSON.stringify(child)], {
    env: { ...process.env, AVOW_FAILPOINT: failpoint, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  }).once('exit', (code, signal) => resolve(signal ?? code))
  return promise
}

/** What is there of a ticket's answers: their files, what leaves with them, and the upload that still waits. */
const state = (ticket: string, id: string) =>
  transaction(d.desk.store, { workspace: d.workspace }, async ({ db }) => {
    const files = await db
      .selectFrom('attachment')
      .select(['id', 'blob_key'])
      .where('workspace_id', '=', d.workspace)
      .where('ticket_id', '=', ticket)
      .execute()
    const mails = await db
      .selectFrom('outbox')
      .select('payload')
      .where('workspace_id', '=', d.workspace)
      .where('ticket_id', '=', ticket)
      .where('kind', '=', 'answer')
      .execute()
    const waiting = await db
      .selectFrom('upload')
      .select('id')
      .where('workspace_id', '=', d.workspace)
      .where('id', '=', id)
      .execute()
    return { files, sent: mails.map(({ payload }) => payload['files']), waiting: waiting.length }
  })

it.each([
  ['stored', { done: false, waiting: 0 }],
  ['noted', { done: false, waiting: 1 }],
  ['taken', { done: false, waiting: 1 }],
  ['said', { done: false, waiting: 1 }],
  ['done', { done: true, waiting: 0 }],
] as const)(
  'a process that dies once the file is %s leaves all of the answer or none, and the next try ends it',
  async (step, after) => {
    const { ticket, number } = await d.open()
    const child = {
      connection,
      folder,
      workspace: d.workspace,
      person: d.anna.person ?? '',
      number,
      id: randomUUID(),
      text: `the words of ${step}`,
    }
    expect(await run(child, step)).toBe('SIGKILL')
    const then = await state(ticket, child.id)
    expect(then.waiting).toBe(after.waiting)
    expect(then.files).toHaveLength(after.done ? 1 : 0)
    expect(then.sent).toEqual(after.done ? [then.files.map(({ id }) => id)] : [])

    if (!after.done) expect(await run(child, '')).toBe(0)
    const ended = await state(ticket, child.id)
    expect(ended.waiting).toBe(0)
    expect(ended.sent).toEqual([ended.files.map(({ id }) => id)])
    expect(ended.files).toHaveLength(1)

    // A day later nothing is left of what was lost on the way, and what went along is still there.
    const blobs = folderBlobs(join(folder, 'blobs'))
    await sweepBlobs(d.desk.store, blobs, d.workspace, Date.now() + 2 * DAY)
    const left: string[] = []
    for await (const { key } of blobs.list(d.workspace)) left.push(key)
    expect(left).toContain(ended.files[0]?.blob_key)
    expect(left).toHaveLength(new Set(left).size)
    expect(left.length).toBe(['stored', 'noted', 'taken', 'said', 'done'].indexOf(step) + 1)
  },
)
