import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMail } from '../reading/index.ts'
import { composeMail, type Mail } from './compose-mail.ts'

const MAIL: Mail = {
  from: 'desk@shop.example',
  fromName: 'Shop desk',
  to: 'ada@example.com',
  toName: 'Ada',
  subject: 'Your parcel',
  text: 'It is on its way.',
  messageId: '<1@shop.example>',
  references: [],
  date: Date.UTC(2026, 0, 5, 9),
  language: 'en',
}

const compose = async (changes: Partial<Mail> = {}): Promise<string> =>
  (await composeMail({ ...MAIL, ...changes })).toString('latin1')

/** What the mail says when it is read again. */
const reread = async (changes: Partial<Mail> = {}) =>
  readMail(new Uint8Array(await composeMail({ ...MAIL, ...changes })))

const headersOf = (mail: string): string[] => mail.slice(0, mail.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/u)

it('says what it was given, in headers that it was given', async () => {
  const mail = await compose({ inReplyTo: '<0@example.com>', references: ['<a@example.com>', '<0@example.com>'] })
  expect(headersOf(mail).map((line) => line.replace(/boundary=.*/su, ''))).toEqual([
    'Content-Language: en',
    'From: Shop desk <desk@shop.example>',
    'To: Ada <ada@example.com>',
    'In-Reply-To: <0@example.com>',
    'References: <a@example.com> <0@example.com>',
    'Subject: Your parcel',
    'Message-ID: <1@shop.example>',
    'Date: Mon, 05 Jan 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;\r\n ',
  ])
})

it('is the same bytes for the same mail', async () => {
  expect(await compose()).toBe(await compose())
})

it('is plain ASCII in lines that end with CR and LF', async () => {
  const mail = await compose({ text: 'مرحبا\nΓειά\r\nZażółć\rperò', subject: 'Ζητήματα', language: 'ar' })
  expect(mail).toMatch(/^(?:[\t\x20-\x7e]*\r\n)+$/u)
})

it('tells other machines not to answer what a machine wrote', async () => {
  expect(headersOf(await compose({ autoSubmitted: 'auto-replied' }))).toEqual(
    expect.arrayContaining(['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All']),
  )
  expect(await compose()).not.toMatch(/^(?:Auto-Submitted|X-Auto-Response-Suppress):/mu)
})

describe('the two parts', () => {
  it('say the same, in the direction of the language', async () => {
    const { text, html } = await reread({
      language: 'ar-EG',
      text: 'مرحبا <b>\n\nانظر https://shop.example/a?b=1&c="\n> quoted',
    })
    expect(text.trim()).toBe('مرحبا <b>\n\nانظر https://shop.example/a?b=1&c="\n> quoted')
    expect(html).toContain('<html lang="ar-EG" dir="rtl">')
    expect(html).toContain('<p dir="auto">مرحبا &lt;b&gt;</p>')
    expect(html).toContain('href="https://shop.example/a?b=1&amp;c="')
    expect(html).toContain('<br>\n&gt; quoted</p>')
  })

  it('clean once more what an agent wrote in an editor', async () => {
    const { html } = await reread({ html: '<p onclick="x()">Hi <b>you</b><script>alert(1)</script></p>' })
    expect(html).toContain('<p>Hi <b>you</b></p>')
  })

  it('lead somewhere by the words of a footer, where the plain one writes the addresses', async () => {
    const footer = {
      language: 'ar',
      lines: [{ words: 'كيف كانت خدمتنا؟' }, { words: '5: <جيدة>', url: 'https://shop.example/rate/5?a=1&b=2' }],
    }
    const end = 'كيف كانت خدمتنا؟\n5: <جيدة>\nhttps://shop.example/rate/5?a=1&b=2'
    const link =
      '<a href="https://shop.example/rate/5?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">5: &lt;جيدة&gt;</a>'
    const alone = await reread({ text: `Hello\n\n-- \n${end}`, footer })
    expect(alone.text).toContain(end)
    expect(alone.html).toContain(
      `<p dir="auto">Hello</p>\n<p lang="ar" dir="rtl">-- <br>\nكيف كانت خدمتنا؟<br>\n${link}</p>\n</body>`,
    )
    const signature = { text: 'The shop', language: 'en' }
    const signed = await reread({ text: `Hello\n\n-- \nThe shop\n\n${end}`, footer, signature })
    expect(signed.html).toContain(
      `<p lang="en" dir="ltr">-- <br>\nThe shop</p>\n<p lang="ar" dir="rtl">كيف كانت خدمتنا؟<br>\n${link}</p>\n</body>`,
    )
  })

  it('write the whole text where its end is not the footer', async () => {
    const { html } = await reread({
      footer: { language: 'en', lines: [{ words: 'Else', url: 'https://shop.example/' }] },
    })
    expect(html).toContain(`<p dir="auto">${MAIL.text}</p>\n</body>`)
  })

  it('name no language that is none', async () => {
    const mail = await compose({ language: 'en"><script>\r\nBcc: x@example.com' })
    expect(mail).toContain('Content-Language: und')
    expect(mail).not.toContain('<script>')
  })
})

it('carries files under clean names', async () => {
  const { attachments, text } = await reread({
    attachments: [
      { name: '../φωτο.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]) },
      { name: 'mail.eml', type: 'message/rfc822', bytes: Buffer.from('Subject: x\n\ny') },
    ],
  })
  expect(attachments.map(({ name, type }) => [name, type])).toEqual([
    ['φωτο.png', 'image/png'],
    ['mail.eml', 'message/rfc822'],
  ])
  expect(attachments[0]?.bytes).toEqual(new Uint8Array([1, 2, 3]))
  expect(text.trim()).toBe(MAIL.text)
})

describe('nobody can write into it what was not meant', () => {
  const breaks = [
    '\r\nBcc: evil@example.com\r\n',
    '\nBcc: evil@example.com',
    '\rBcc: evil@example.com',
    '\u0000',
    '\u2028Bcc: x',
  ]

  it.each(breaks)('with %j in a name, the subject or a file name', async (evil) => {
    const mail = await compose({
      fromName: `a${evil}`,
      toName: `b${evil}`,
      subject: `c${evil}`,
      references: [`<x${evil}@example.com>`],
      inReplyTo: `<x${evil}@example.com>`,
      attachments: [{ name: `d${evil}`, type: 'text/plain', bytes: new Uint8Array() }],
    })
    expect(headersOf(mail).filter((line) => /^bcc:/iu.test(line))).toEqual([])
    expect(mail).not.toMatch(/^(?:In-Reply-To|References):/mu)
    expect(mail.match(/^(?:From|To|Subject|Message-ID):/gmu)).toHaveLength(4)
  })

  it.each([
    ...breaks.map((evil) => `ada@example.com${evil}`),
    'a@example.com,b@example.com',
    'a@example.com b@example.com',
    'a@b@example.com',
    '<a@example.com>',
    'Ada <a@example.com>',
    'a;b@example.com',
    'a"b@example.com',
    'nobody',
    '',
  ])('with the address %j', async (evil) => {
    for (const changes of [{ to: evil }, { from: evil }, { replyTo: evil }]) {
      await expect(composeMail({ ...MAIL, ...changes })).rejects.toMatchObject({ code: 'address' })
    }
  })

  it('with an id or a type of content', async () => {
    await expect(compose({ messageId: '<1@x>\r\nBcc: y' })).rejects.toMatchObject({ code: 'message-id' })
    const attachments = [{ name: 'a', type: 'text/html\r\nX: y', bytes: new Uint8Array() }]
    await expect(compose({ attachments })).rejects.toMatchObject({ code: 'attachment-type' })
  })

  it('with any name and subject at all', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\r', '\n', ':', '<', '>', '@', ',', '"', '\\', 'a') }),
    )
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, async (fromName, toName, subject) => {
        const mail = await reread({ fromName, toName, subject })
        expect(mail.from?.address).toBe(MAIL.from)
        expect(mail.fromIsDoubtful).toBeNull()
        expect(mail.to.map(({ address }) => address)).toEqual([MAIL.to])
        expect(mail.headers.map(({ name }) => name).filter((name) => name !== 'subject')).toEqual([
          'content-language',
          'from',
          'to',
          'message-id',
          'date',
          'mime-version',
          'content-type',
        ])
      }),
    )
  })
})

describe('the direction that a writer chose', () => {
  const signature = { text: 'Ada\nCare', language: 'en' }
  const text = 'ABC: صحيح\n\n3 × DEF\n\n-- \nAda\nCare\n\nRate us'

  it('is that of each paragraph of the words, and of nothing beneath them', async () => {
    const { html } = await reread({ text, signature, direction: 'rtl' })
    expect([...(html ?? '').matchAll(/<p[^>]* dir="(\w+)"/gu)].map(([, way]) => way)).toEqual([
      'rtl',
      'rtl',
      'ltr',
      'auto',
    ])
  })

  it('is, where none was chosen, that of the first letter of each', async () => {
    const { html } = await reread({ text, signature })
    expect([...(html ?? '').matchAll(/<p[^>]* dir="(\w+)"/gu)].map(([, way]) => way)).toEqual([
      'auto',
      'auto',
      'ltr',
      'auto',
    ])
  })
})
