import { describe, expect, it } from 'vitest'
import { type ReadOptions, readMail } from './read-mail.ts'

/** A mail from its lines, as bytes of their own. */
function bytes(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(lines.join('\r\n'))
}

const read = (lines: readonly string[], options?: ReadOptions) => readMail(bytes(lines), options)

const PLAIN = ['From: Ada <ada@example.com>', 'To: desk@shop.example', 'Subject: Hello', '', 'My parcel is late.', '']

describe('a plain mail', () => {
  it('is read whole', async () => {
    const mail = await read([
      'From: =?utf-8?Q?Zo=C3=AB?= <zoe@example.com>',
      'To: Desk <desk@shop.example>, other@shop.example',
      'Cc: Friends: a@example.com, b@example.com;',
      'Reply-To: private@example.org',
      'Subject: =?utf-8?B?zpPOtc65zqwgz4POsc+C?=',
      'Message-ID: <1@example.com>',
      'In-Reply-To: <0@shop.example> (yours)',
      'References: <a@shop.example>',
      ' <0@shop.example> <a@shop.example>',
      'Date: Mon, 5 Jan 2026 10:00:00 +0100',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      'Πού είναι το δέμα μου;',
    ])
    expect(mail).toMatchObject({
      from: { address: 'zoe@example.com', name: 'Zoë' },
      fromIsDoubtful: null,
      to: [
        { address: 'desk@shop.example', name: 'Desk' },
        { address: 'other@shop.example', name: '' },
      ],
      cc: [
        { address: 'a@example.com', name: '' },
        { address: 'b@example.com', name: '' },
      ],
      replyTo: [{ address: 'private@example.org', name: '' }],
      subject: 'Γειά σας',
      messageId: '<1@example.com>',
      inReplyTo: '<0@shop.example>',
      references: ['<a@shop.example>', '<0@shop.example>'],
      date: Date.UTC(2026, 0, 5, 9),
      html: null,
      attachments: [],
      automatic: null,
    })
    expect(mail.text.trim()).toBe('Πού είναι το δέμα μου;')
  })

  it('needs nothing but a body', async () => {
    expect(await read(['', 'help'])).toMatchObject({
      from: null,
      fromIsDoubtful: 'missing',
      subject: '',
      messageId: null,
      inReplyTo: null,
      references: [],
      date: null,
    })
  })

  it('may be empty', async () => {
    expect(await readMail(new Uint8Array(0))).toMatchObject({ text: '', headers: [], attachments: [] })
  })

  it('may lie inside a larger buffer, whose other bytes are not read', async () => {
    const inside = bytes(['From: a@example.com', '', 'SECRETmineSECRET'])
    const at = inside.length - 'mineSECRET'.length
    expect((await readMail(new Uint8Array(inside.buffer, at, 4))).text).not.toContain('SECRET')
  })

  it('is read in whatever character set it names', async () => {
    const header = bytes(['From: a@example.com', 'Content-Type: text/plain; charset=iso-8859-6', '', ''])
    const raw = Buffer.concat([header, Buffer.from('e5d1cdc8c7', 'hex')])
    expect((await readMail(new Uint8Array(raw))).text.trim()).toBe('مرحبا')
  })
})

describe('what a sender puts into one line', () => {
  it('loses breaks, NUL and characters that turn direction', async () => {
    const subject = Buffer.from('invoice\u202etxt.exe\u0000\r\nBcc: x@example.com').toString('base64')
    const mail = await read([`Subject: =?utf-8?B?${subject}?=`, '', ''])
    expect(mail.subject).toBe('invoicetxt.exe Bcc: x@example.com')
  })

  it('is no word of ours', async () => {
    const mail = await read(['X-Avow-Ticket: 1', 'x-AVOW-mailbox: 2', 'X-Other: 3', ...PLAIN])
    expect(mail.headers.map(({ name }) => name)).toEqual(['x-other', 'from', 'to', 'subject'])
  })
})

describe('text and HTML', () => {
  it('gives the plain part where there is one, and the HTML untouched', async () => {
    const mail = await read([
      'From: a@example.com',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      '',
      'plain',
      '--b',
      'Content-Type: text/html',
      '',
      '<p onclick="x()">rich</p>',
      '--b--',
    ])
    expect([mail.text.trim(), mail.html?.trim()]).toEqual(['plain', '<p onclick="x()">rich</p>'])
  })

  it('makes text of HTML that came alone', async () => {
    const mail = await read(['Content-Type: text/html; charset=utf-8', '', '<p>Good day</p><p>Ada</p>'])
    expect(mail.text).toBe('Good day\n\nAda')
  })

  it('leaves out NUL, which no store takes', async () => {
    const mail = await read(['Content-Type: text/html', '', 'a\u0000b'])
    expect([mail.text, mail.html?.trim()]).toEqual(['ab', 'ab'])
  })
})

describe('attachments', () => {
  const withFile = (...headers: string[]) =>
    read([
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'see file',
      '--b',
      ...headers,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('<script>').toString('base64'),
      '--b--',
    ])

  it('come with clean names and their bytes', async () => {
    const { attachments } = await withFile(
      'Content-Type: image/PNG; name="x.png"',
      'Content-Disposition: attachment; filename="../../etc/fa\u202egnp.exe"',
    )
    expect(attachments).toEqual([
      {
        name: 'fagnp.exe',
        type: 'image/png',
        contentId: null,
        isInline: false,
        bytes: new TextEncoder().encode('<script>'),
      },
    ])
  })

  it('are known by their Content-ID where the HTML shows them', async () => {
    const { attachments } = await withFile(
      'Content-Type: image/gif',
      'Content-ID: <logo@x>',
      'Content-Disposition: inline',
    )
    expect(attachments[0]).toMatchObject({ name: '1.gif', contentId: 'logo@x', isInline: true })
  })

  it('keep a mail inside the mail whole, its words apart', async () => {
    const mail = await read([
      'From: a@example.com',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'look at this',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: other@example.com',
      '',
      'words of another',
      '--b--',
    ])
    expect(mail.text.trim()).toBe('look at this')
    expect(mail.attachments.map(({ name, type }) => [name, type])).toEqual([['1.eml', 'message/rfc822']])
  })

  it('are never of a type that could part a header', async () => {
    const { attachments } = await withFile('Content-Type: image/png"x y; name=a.png')
    expect(attachments[0]?.type).toMatch(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/)
  })
})

describe('limits', () => {
  const reasonOf = (lines: readonly string[]) =>
    read(lines).then(
      () => 'read',
      (error: unknown) => (error instanceof Error && 'reason' in error ? error.reason : String(error)),
    )

  it('hold for depth', async () => {
    const nested = Array.from({ length: 2000 }, (_, depth) => [
      `Content-Type: multipart/mixed; boundary=b${depth}`,
      '',
      `--b${depth}`,
    ])
    expect(await reasonOf(nested.flat())).toBe('nested-too-deep')
  })

  it('hold for parts', async () => {
    const parts = '--b\r\n\r\nx\r\n'.repeat(100_000)
    expect(await reasonOf(['Content-Type: multipart/mixed; Boundary="b"', ''].concat(parts))).toBe('too-many-parts')
  })

  it('hold for header bytes', async () => {
    expect(await reasonOf([`X-Long: ${'x'.repeat(5_000_000)}`, '', ''])).toBe('headers-too-large')
  })

  it('hold for header lines', async () => {
    expect(await reasonOf([...Array.from({ length: 5000 }, (_, at) => `X-${at}: y`), '', ''])).toBe('headers-too-large')
  })

  it('hold for text', async () => {
    expect(await reasonOf([...PLAIN, 'x'.repeat(10_000_001)])).toBe('text-too-large')
  })

  it('leave dashes in a long text alone', async () => {
    expect(await reasonOf([...PLAIN, ...Array.from({ length: 5000 }, () => '-----------')])).toBe('read')
  })
})

it.each([
  ['no boundary named', ['Content-Type: multipart/mixed', '', '--b', '', 'x', '--b--']],
  ['boundary that never comes', ['Content-Type: multipart/mixed; boundary=b', '', 'x']],
  ['cut off within a part', ['Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Ty']],
  ['unknown character set', ['Content-Type: text/plain; charset=klingon', '', 'x']],
  ['UTF-7', ['Content-Type: text/plain; charset=utf-7', '', '+ADw-script+AD4-']],
  ['broken base64', ['Content-Transfer-Encoding: base64', '', '!!!!=====a']],
  ['no empty line', ['From: a@example.com', 'Subject: x']],
  ['only NUL', ['\u0000\u0000\u0000']],
  ['bare CR', ['From: a@example.com\rTo: b@example.com\r\rx']],
])('reads a mail with %s', async (_, lines) => {
  await expect(read(lines)).resolves.toHaveProperty('text')
})
