import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsIn } from './desk-database.ts'
import { runAvow } from './run-avow.ts'
import { type RunningDesk, removeDesks, startDesk } from './start-desk.ts'
import { until } from './until.ts'

const AVOW = fileURLToPath(new URL('../../node_modules/.bin/avow', import.meta.url))
const MAILBOX = 'care@bramble.example'
const MAILS = 300

let desk: RunningDesk
let folder: string
beforeAll(async () => {
  desk = await startDesk()
  folder = mkdtempSync(join(tmpdir(), 'avow-import-command-'))
})
afterAll(async () => {
  await desk.stop()
  rmSync(folder, { recursive: true, force: true })
  await removeDesks()
})

const run = (...args: readonly string[]): Promise<string> => runAvow(args, { AVOW_DATA: desk.data })
const mbox = (name: string, count: number): string => {
  const mails = Array.from({ length: count }, (_, n) => [
    'From ada@home.example Tue Oct  6 10:00:00 2026',
    'Received: from a by b; Mon, 5 Oct 2026 10:00:00 +0000',
    `Message-ID: <${name}-${n}@home.example>`,
    'From: ada@home.example',
    `Subject: ${name} ${n}`,
    '',
    'Where is my teapot?',
    '',
  ])
  const path = join(folder, name)
  writeFileSync(path, `${mails.flat().join('\n')}\n`)
  return path
}
const kept = async (name: string): Promise<number | undefined> => {
  const [row] = await rowsIn<{ count: number }>(
    desk,
    `select count(*)::int as count from inbound_mail m join ticket t on t.id = m.ticket_id
      where m.imported_at is not null and m.subject like '${name} %' and t.state = 'closed'`,
  )
  return row?.count
}

describe('avow import mail', () => {
  it('says how it is used, and what is wrong with what was typed', async () => {
    expect(await run('import', '--help')).toContain('avow import mail MAILBOX-ADDRESS PATH…')
    const file = mbox('wrong', 1)
    await expect(run('import', 'mail', MAILBOX)).rejects.toThrow('avow import mail MAILBOX-ADDRESS PATH…')
    await expect(run('import', 'mail', 'nobody@bramble.example', file)).rejects.toThrow(
      new RegExp(`There is no mailbox nobody@bramble\\.example\\. There are: .*${MAILBOX}`),
    )
    await expect(run('import', 'mail', MAILBOX, join(folder, 'none'))).rejects.toThrow('none cannot be read')
    await expect(run('import', 'mail', MAILBOX, file, '--mbox', 'mboxx')).rejects.toThrow('--mbox is “mboxx”')
    expect(await kept('wrong')).toBe(0)
  })

  it('ends with 1 where it finds no such mailbox or no desk, and makes nothing', async () => {
    const file = mbox('lost', 2)
    const mails = () => rowsIn<{ count: number }>(desk, 'select count(*)::int as count from inbound_mail')
    const before = await mails()
    await expect(run('import', 'mail', 'nobody@bramble.example', file)).rejects.toThrow('ended with 1:')
    expect(await mails()).toEqual(before)
    const elsewhere = join(folder, 'no-desk-here')
    for (const args of [
      ['import', 'mail', MAILBOX, file],
      ['user', 'list'],
      ['api-key', 'list'],
    ])
      await expect(runAvow(args, { AVOW_DATA: elsewhere, DATABASE_URL: '' })).rejects.toThrow(
        `ended with 1:\navow: There is no desk in ${elsewhere}: run this in the folder of the server, or set AVOW_DATA`,
      )
    expect(existsSync(elsewhere)).toBe(false)
  })

  it('says what it did beside a desk that runs, and where it is repeated that there is nothing new', async () => {
    const file = mbox('first', 3)
    const other = join(folder, 'notes')
    writeFileSync(other, 'no mail at all')
    expect(await run('import', 'mail', MAILBOX.toUpperCase(), file, other)).toBe(
      `${MAILBOX}: 3 mails read, 3 imported, 0 known already.\nNo mail was found in 1 files: ${other}\n`,
    )
    expect(await run('import', 'mail', MAILBOX, file)).toBe(`${MAILBOX}: 3 mails read, nothing new.\n`)
    expect(await kept('first')).toBe(3)
  })

  it('goes on where it was killed: each mail is there once', async () => {
    const file = mbox('resumed', MAILS)
    const child = spawn(process.execPath, [AVOW, 'import', 'mail', MAILBOX, file], {
      env: { ...process.env, AVOW_DATA: desk.data },
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await until(async () => ((await kept('resumed')) ?? 0) > 0)
    child.kill('SIGKILL')
    await ended
    expect(await run('import', 'mail', MAILBOX, file)).toContain(`${MAILBOX}: ${MAILS} mails read, `)
    await until(async () => (await kept('resumed')) === MAILS)
    expect(await run('import', 'mail', MAILBOX, file)).toBe(`${MAILBOX}: ${MAILS} mails read, nothing new.\n`)
    expect(await kept('resumed')).toBe(MAILS)
  })
})
