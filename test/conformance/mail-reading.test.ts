/** Real mail: odd, malformed, of every program and many character sets. What cannot be read must be accounted for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createMailReader, type MailReader, newPart } from '@avow/server/mail-reading'
import { afterAll, beforeAll, expect } from 'vitest'
import { itOn } from './corpus.ts'

let reader: MailReader

beforeAll(() => {
  reader = createMailReader({ workers: 1, deadlineMs: 60_000 })
})

afterAll(() => reader.close())

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort()
}

/** Messages as they came over the network: the line ends that files lost are put back. */
const BARE_LINE_FEED = /(?<!\r)\n/gu

itOn('data/mail', 'every mail is read, whatever its line ends', async (folder) => {
  const files = filesIn(folder)
  expect(files.length).toBeGreaterThanOrEqual(453)
  const unreadable: string[] = []
  for (const file of files) {
    const raw = readFileSync(join(folder, file))
    const whole = Buffer.from(raw.toString('latin1').replace(BARE_LINE_FEED, '\r\n'), 'latin1')
    const [asFile, asSent] = await Promise.all([reader.read(raw), reader.read(whole)])
    if ('unreadable' in asFile || 'unreadable' in asSent) {
      unreadable.push(file)
      continue
    }
    expect([file, asSent.headers]).toEqual([file, asFile.headers])
    expect([file, asSent.attachments.length]).toEqual([file, asFile.attachments.length])
    const { pieces } = newPart(asFile.text)
    expect(pieces.map(({ text }) => text).join('')).toBe(asFile.text)
    for (const line of [asFile.subject, asFile.from?.name ?? '', ...asFile.attachments.map(({ name }) => name)]) {
      expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    }
    if (asFile.html !== null) {
      expect(await reader.sanitise(asFile.html)).toMatchObject({ tooLarge: false, html: expect.any(String) })
    }
  }
  expect(unreadable).toEqual([])
})

itOn('data/mail/bounces', 'a bounce is known for one', async (folder) => {
  const missed: string[] = []
  for (const file of filesIn(folder)) {
    const mail = await reader.read(readFileSync(join(folder, file)))
    if (!('automatic' in mail) || mail.automatic === null) missed.push(file)
  }
  // A complaint that a person's mailbox sends on, and the warning of a mailing list, both without any sign.
  expect(missed).toEqual(['arf-24.eml', 'lhost-fml-03.eml'])
})

itOn('data/mail/talon', 'an answer is parted from what it quotes', async (folder) => {
  const programs = ['aol', 'apple_mail', 'comcast', 'gmail', 'hotmail', 'outlook', 'sparrow', 'yahoo']
  for (const program of programs) {
    const mail = await reader.read(readFileSync(join(folder, `${program}.eml`)))
    expect([program, 'text' in mail ? newPart(mail.text).fresh.trim() : mail.unreadable]).toEqual([program, 'Hello'])
  }
})
