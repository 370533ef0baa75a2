import { afterEach, describe, expect, it } from 'vitest'
import { createMailReader, type MailReader, type MailReaderOptions } from './mail-reader.ts'

const SMALL = Buffer.from('From: a@example.com\r\nSubject: small\r\n\r\nx')
/** Each line costs the parser some time and memory. */
const HEAVY = Buffer.from(`From: a@example.com\r\n\r\n${'\n'.repeat(20_000_000)}`)

let reader: MailReader

function start(options: Partial<MailReaderOptions> = {}): MailReader {
  reader = createMailReader({ workers: 1, deadlineMs: 60_000, ...options })
  return reader
}

afterEach(() => reader.close())

it('reads a mail in its process and leaves the bytes to the caller', async () => {
  const raw = Buffer.from(
    [
      'From: a@example.com',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: image/png; name=a.png',
      'Content-Transfer-Encoding: base64',
      '',
      'AQID',
      '--b--',
    ].join('\r\n'),
  )
  const before = Buffer.from(raw)
  expect(await start().read(raw)).toMatchObject({ attachments: [{ name: 'a.png', bytes: new Uint8Array([1, 2, 3]) }] })
  expect(raw).toEqual(before)
})

it('hands over the sender of the envelope', async () => {
  expect(await start().read(SMALL, { envelopeFrom: '' })).toMatchObject({ automatic: 'null-return-path' })
})

it('sanitises in its process', async () => {
  expect(await start().sanitise('<img src="cid:a" onerror=x>', { a: '/a' })).toEqual({
    html: '<img src="/a" />',
    hasRemoteImages: false,
    tooLarge: false,
  })
})

it('answers every mail, however many wait', async () => {
  start({ workers: 2 })
  const mails = Array.from({ length: 500 }, (_, at) => reader.read(Buffer.from(`Subject: ${at}\r\n\r\n`)))
  const subjects = (await Promise.all(mails)).map((mail) => ('subject' in mail ? mail.subject : mail.unreadable))
  expect(subjects).toEqual(Array.from({ length: 500 }, (_, at) => String(at)))
})

it.each([
  ['one lane', ['attacked', 'attacked']],
  ['two lanes at once', ['attacked', 'attacked too']],
])('breaks off what takes long in %s for others that wait, and reads it in the end', async (_, attacked) => {
  start({ workers: 2, deadlineMs: 8_000 })
  const order: string[] = []
  const read = async (raw: Buffer<ArrayBuffer>, lane: string): Promise<void> => {
    const mail = await reader.read(raw, { lane })
    order.push('unreadable' in mail ? 'given up' : 'read')
  }
  await Promise.all([...attacked.map((lane) => read(HEAVY, lane)), read(SMALL, 'other'), read(SMALL, 'another')])
  expect(order).toEqual(['read', 'read', ...attacked.map(() => 'given up')])
})

describe('a mail that cannot be read', () => {
  it('says why, and the next one is read', async () => {
    start()
    const nested = Array.from(
      { length: 500 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    )
    const poison = Buffer.from(nested.join(''))
    const answers = await Promise.all([reader.read(poison), reader.read(SMALL)])
    expect(answers).toMatchObject([{ unreadable: 'nested-too-deep' }, { subject: 'small' }])
  })

  it('fault F28: is given up at the deadline, and the next one is read by a new process', async () => {
    start({ deadlineMs: 500 })
    const answers = await Promise.all([reader.read(HEAVY), reader.read(SMALL), reader.read(HEAVY), reader.read(SMALL)])
    expect(answers).toMatchObject([
      { unreadable: 'took-too-long' },
      { subject: 'small' },
      { unreadable: 'took-too-long' },
      { subject: 'small' },
    ])
  })

  it('may not take more memory than a process has, and the next one is read by a new process', async () => {
    start({ memoryMb: 64 })
    const answers = await Promise.all([reader.read(HEAVY), reader.read(SMALL)])
    expect(answers).toMatchObject([{ unreadable: 'took-too-much-memory' }, { subject: 'small' }])
  })
})

it('says nothing about the mail when it is closed', async () => {
  start()
  const waiting = Promise.allSettled([reader.read(HEAVY), reader.read(SMALL)])
  await reader.close()
  const closed = { status: 'rejected', reason: { code: 'ECLOSED' } }
  expect(await waiting).toMatchObject([closed, closed])
  await expect(reader.read(SMALL)).rejects.toMatchObject({ code: 'ECLOSED' })
})
