import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MboxFormat, type MboxMail, mboxMails } from './mbox.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const DATED = 'From ada@home.example Mon Jan  5 10:00:00 2026'

async function* inChunks(file: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size)
}

async function read(
  file: string | Buffer,
  { size = 7, most = 1_000_000, format }: { size?: number; most?: number; format?: MboxFormat } = {},
): Promise<MboxMail[]> {
  const mails: MboxMail[] = []
  for await (const mail of mboxMails(inChunks(Buffer.from(file), size), { most, format })) mails.push(mail)
  return mails
}
const texts = async (...args: Parameters<typeof read>): Promise<string[]> =>
  (await read(...args)).map(({ bytes }) => bytes.toString())

describe('an mbox', () => {
  it('is its mails, without the lines that begin them and the blank ones that end them', async () => {
    const file = `${DATED}\nSubject: one\n\nfirst\n\n${DATED}\nSubject: two\n\n\n${DATED}\r\nSubject: three\r\n\r\nthird\r\n\r\n`
    expect(await texts(file)).toEqual([
      'Subject: one\n\nfirst\n',
      'Subject: two\n\n',
      'Subject: three\r\n\r\nthird\r\n',
    ])
    const mails = await read(file)
    expect(mails.map(({ separator }) => separator)).toEqual([DATED, DATED, DATED])
    expect(mails.at(-1)?.end).toBe(file.length)
  })

  it('keeps a body that speaks of somebody who is “From here”, quoted or not', async () => {
    const body = 'From here on\n\nFrom now on it rains.\n\nFrom Monday 10:00 to 2026\n'
    expect(await texts(`${DATED}\nSubject: a\n\n${body}\n${DATED}\nSubject: b\n\nb\n`)).toEqual([
      `Subject: a\n\n${body}`,
      'Subject: b\n\nb\n',
    ])
    expect(await texts(`${DATED}\nSubject: a\n\n>From here\n>>From there\n> From\nx>From y\n\n`)).toEqual([
      'Subject: a\n\nFrom here\n>From there\n> From\nx>From y\n',
    ])
  })

  it('takes one mark away where lines with marks got none (mboxo)', async () => {
    expect(await texts(`${DATED}\nSubject: a\n\n>From here\n>>From there\n\n`, { format: 'mboxo' })).toEqual([
      'Subject: a\n\nFrom here\n>>From there\n',
    ])
  })

  it('ends a mail where its Content-Length says so, if the next begins there (mboxcl, mboxcl2)', async () => {
    const body = `hello\n\n${DATED}\nnot: a mail\n`
    const file = `${DATED}\nContent-Length: ${body.length}\n\n${body}\n${DATED}\nContent-Length: 999\n\nwrong\n\n${DATED}\nSubject: c\n\nc\n`
    expect(await texts(file)).toEqual([
      `Content-Length: ${body.length}\n\n${body}`,
      'Content-Length: 999\n\nwrong\n',
      'Subject: c\n\nc\n',
    ])
    const quoted = `${DATED}\nContent-Length: 22\n\n>From here\n>>From two\n\n`
    expect(await texts(quoted)).toEqual(['Content-Length: 22\n\nFrom here\n>>From two\n'])
    expect(await texts(quoted, { format: 'mboxcl2' })).toEqual(['Content-Length: 22\n\n>From here\n>>From two\n'])
  })

  it('is read where mail programs begin mails otherwise', async () => {
    for (const separator of [
      'From - Mon Jan 05 10:00:00 2026',
      'From 1789@xxx Mon Jan 05 10:00:00 +0000 2026',
      'From ???@??? Mon Jan 05 10:00:00 2026',
      'From ada at home.example  Mon Jan  5 10:00:00 2026',
      'From ',
      'From - ',
    ])
      expect(await texts(`${separator}\nSubject: a\n\na\n\n${separator}\nSubject: b\n\nb\n`)).toEqual([
        'Subject: a\n\na\n',
        'Subject: b\n\nb\n',
      ])
  })

  it('is none where nothing begins a mail, and what stands before the first is passed over', async () => {
    expect(await texts('')).toEqual([])
    expect(await texts('hello\n')).toEqual([])
    expect(await texts(`\n\nhello\n\n${DATED}\nSubject: a\n\na\n`)).toEqual(['Subject: a\n\na\n'])
  })

  it('gives of a mail that is too large its beginning, and how large it was, and then the next', async () => {
    const large = `Subject: large\n\n${'0123456789\n'.repeat(3_000)}`
    const mails = await read(`${DATED}\n${large}\n${DATED}\nSubject: b\n\nb\n`, { most: 100, size: 1_000 })
    expect(mails.map(({ bytes }) => bytes.toString())).toEqual([large.slice(0, 100), 'Subject: b\n\nb\n'])
    expect(mails.map(({ wholeSize }) => wholeSize)).toEqual([large.length, undefined])
  })

  it('gives back what was written into it (mboxrd), however it is cut into chunks', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '',
        'From ',
        'From here',
        '>From here',
        '>>From',
        `${DATED}`,
        'Subject: x',
        '>',
        'f',
        ' From ',
      ),
      fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/gu, ' ')),
    )
    const end = fc.constantFrom('\n', '\r\n')
    const mail = fc.tuple(fc.array(line, { maxLength: 12 }), end).map(([lines, newline]) => ({
      text: ['Subject: x', 'X: y', '', ...lines, ''].join(newline),
      newline,
    }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(mail, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 90 }),
        async (mails, size) => {
          const file = mails
            .map(({ text, newline }) => `${DATED}${newline}${text.replace(/^(>*From )/gmu, '>$1')}${newline}`)
            .join('')
          expect(await texts(file, { size })).toEqual(mails.map(({ text }) => text))
        },
      ),
      { numRuns: LONG ? 20_000 : 300 },
    )
  })
})
