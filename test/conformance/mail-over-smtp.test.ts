import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { InboundMail, Intake } from '@avow/contract'
import { afterAll, describe, expect } from 'vitest'
import { rawSmtp, sendOne, sendRaw } from '../running/server-inside.ts'
import { type RunningDesk, removeDesks, startDesk } from '../running/start-desk.ts'
import { itOn } from './corpus.ts'

const CONNECTIONS = 8
const KEY = 'conformance-'.padEnd(40, 'k')
/** How soon the next mail is settled, whatever the one before it was. */
const NEXT_WITHIN = 5_000

/** A mail of the corpus as it goes over the wire; each of a sender of its own, since some are the same. */
interface Sent {
  readonly file: string
  readonly from: string
  readonly bytes: Buffer
  /** SHA-256 of what stands between DATA and the final dot. */
  readonly sha256: string
}

afterAll(removeDesks)

describe('real mail over SMTP, with the desk as it runs', () => {
  itOn('data/mail', 'is kept byte by byte and counted once, whatever it holds', async (folder) => {
    const desk = await startDesk({ env: { AVOW_DEMO: '0', AVOW_BOOTSTRAP_API_KEY: KEY } })
    const mails = mailsIn(folder)
    expect(mails.length).toBeGreaterThan(400)
    const waiting = [...mails]
    await Promise.all(Array.from({ length: CONNECTIONS }, () => sendInTurn(desk, waiting)))
    await settled(desk)

    const [counts, ...more] = (await ask<{ items: Intake[] }>(desk, '/mail/intake')).items
    expect(more).toEqual([])
    if (counts === undefined) throw new Error('there is no mailbox')
    const { received, ticketed, appended, suppressed, quarantined, pending } = counts
    expect([received, pending]).toEqual([mails.length, 0])
    expect(ticketed + appended + suppressed + quarantined).toBe(received)
    console.log(`${mails.length} mails: ${JSON.stringify(counts)}`)

    const rows = await listed(desk)
    const lost = mails.filter(
      ({ from, sha256 }) => rows.filter((row) => row.envelope_from === from && row.sha256 === sha256).length !== 1,
    )
    expect(lost.map(({ file }) => file)).toEqual([])
    for (const { envelope_from, raw, sha256 } of rows.filter((_, index) => index % 40 === 0)) {
      const answer = await fetch(desk.url + raw, { headers: { Authorization: `Bearer ${KEY}` } })
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([envelope_from, hashOf(bytes)]).toEqual([envelope_from, sha256])
    }

    const bad = rows.filter(({ outcome }) => outcome === 'quarantined')
    const raws = mails.filter(({ from }) => bad.some((row) => row.envelope_from === from)).map(({ bytes }) => bytes)
    for (const [index, bytes] of [...raws.slice(0, 5), ...poison()].entries()) await nextIsRead(desk, bytes, index)
  })
})

function mailsIn(folder: string): readonly Sent[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }, index) => {
    const bytes = readFileSync(join(parentPath, name))
    // The last line is ended by its sender, so that the dot stands on one of its own.
    const isEnded = bytes.length === 0 || bytes.subarray(-2).equals(Buffer.from('\r\n'))
    const wire = isEnded ? bytes : Buffer.concat([bytes, Buffer.from('\r\n')])
    return { file: join(parentPath, name), from: `file-${index}@corpus.example`, bytes, sha256: hashOf(wire) }
  })
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

async function sendInTurn({ smtpPort }: RunningDesk, waiting: Sent[]): Promise<void> {
  const smtp = await rawSmtp(smtpPort)
  await smtp.say('EHLO corpus.example')
  for (let mail = waiting.pop(); mail !== undefined; mail = waiting.pop()) {
    const reply = await sendRaw(smtp, { from: mail.from, to: ['anybody@desk.example'], mail: mail.bytes })
    if (!reply.startsWith('250 ')) throw new Error(`${mail.file}: ${reply}`)
  }
  smtp.close()
}

async function ask<T>({ url }: RunningDesk, path: string): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${KEY}` } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  // Our own API, by its own contract.
  return (await answer.json()) as T
}

async function settled(desk: RunningDesk): Promise<void> {
  for (;;) {
    const { items } = await ask<{ items: Intake[] }>(desk, '/mail/intake')
    if (items.every(({ pending }) => pending === 0)) return
    await wait(50)
  }
}

async function listed(desk: RunningDesk): Promise<readonly InboundMail[]> {
  const rows: InboundMail[] = []
  for (let cursor = ''; ; ) {
    const path = `/mail/messages?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`
    const { items, next } = await ask<{ items: InboundMail[]; next: string | null }>(desk, path)
    rows.push(...items)
    if (next === null) return rows
    cursor = next
  }
}

/** Mail that is hard on who reads it: nested, of many parts, with endless headers, a deep page. */
function poison(): readonly Buffer[] {
  const nested = Array.from(
    { length: 3000 },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
  )
  const parts = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(100_000)
  return [
    `Content-Type: multipart/mixed; boundary=b0\r\n\r\n${nested.join('')}`,
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`,
    `${'X-Header: x\r\n'.repeat(200_000)}\r\nbody\r\n`,
    `Subject: ${'a'.repeat(5_000_000)}\r\n\r\nbody\r\n`,
    `Content-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}deep\r\n`,
    `To: ${'a@b.example, '.repeat(200_000)}\r\n\r\nbody\r\n`,
  ].map((text) => Buffer.from(text))
}

async function nextIsRead(desk: RunningDesk, bytes: Buffer, index: number): Promise<void> {
  const to = ['anybody@desk.example']
  const before = await sendOne(desk.smtpPort, { from: `poison-${index}@corpus.example`, to, mail: bytes })
  expect(before).toMatch(/^250 /)
  const from = `next-${index}@corpus.example`
  const mail = `From: ${from}\r\nSubject: next\r\n\r\nStill there?\r\n`
  const sentAt = performance.now()
  expect(await sendOne(desk.smtpPort, { from, to, mail })).toMatch(/^250 /)
  for (;;) {
    const { items } = await ask<{ items: InboundMail[] }>(desk, '/mail/messages?limit=20')
    const outcome = items.find((row) => row.envelope_from === from)?.outcome ?? null
    expect([index, performance.now() - sentAt < NEXT_WITHIN]).toEqual([index, true])
    if (outcome !== null) return expect([index, outcome]).toEqual([index, 'ticketed'])
    await wait(25)
  }
}
