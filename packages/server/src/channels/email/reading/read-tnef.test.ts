import { describe, expect, it } from 'vitest'
import { readMail } from './read-mail.ts'
import { readTnef } from './read-tnef.ts'

const u16 = (n: number): Buffer => Buffer.from([n & 255, n >> 8])
const u32 = (n: number): Buffer => Buffer.from(new Uint32Array([n]).buffer)
const text = (words: string): Buffer => Buffer.from(`${words}\0`)

/** One attribute: level, id, length, value, checksum. */
function attribute(level: 1 | 2, id: number, value: Buffer): Buffer {
  const sum = value.reduce((total, byte) => (total + byte) & 0xffff, 0)
  return Buffer.concat([Buffer.from([level]), u32(id), u32(value.length), value, u16(sum)])
}

const filled = (value: Buffer): Buffer => Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)])

/** A property of variable length with one value. */
const property = (type: number, id: number, value: Buffer): Buffer =>
  Buffer.concat([u16(type), u16(id), u32(1), u32(value.length), filled(value)])

const properties = (...each: readonly Buffer[]): Buffer => Buffer.concat([u32(each.length), ...each])

const tnef = (...attributes: readonly Buffer[]): Buffer => Buffer.concat([u32(0x223e9f78), u16(1), ...attributes])

const file = (name: string, bytes: Buffer, ...more: readonly Buffer[]): Buffer =>
  Buffer.concat([
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, text(name)),
    attribute(2, 0x0006800f, bytes),
    ...more,
  ])

const CODE_PAGE = attribute(1, 0x00069007, Buffer.concat([u32(1253), u32(0)]))
const UTF_16 = (words: string): Buffer => Buffer.from(`${words}\0`, 'utf16le')
const NAMED = Buffer.concat([
  u16(0x0003),
  u16(0x8001),
  Buffer.alloc(16),
  u32(1),
  u32(10),
  filled(UTF_16('name')),
  u32(7),
])

const WHOLE = tnef(
  CODE_PAGE,
  attribute(1, 0x0002800c, Buffer.from('ca\xe1\xeb\xe7\xec\xdd\xf1\xe1\0', 'latin1')),
  attribute(
    1,
    0x00069003,
    properties(
      NAMED,
      Buffer.concat([u16(0x000b), u16(0x0e1f), u32(1)]),
      Buffer.concat([u16(0x1003), u16(0x1234), u32(2), u32(5), u32(6)]),
      property(0x0102, 0x1013, Buffer.from('<p>Καλημέρα</p>')),
      Buffer.concat([u16(0x0003), u16(0x3fde), u32(65_001)]),
    ),
  ),
  file(
    'SHORT~1.PDF',
    Buffer.from('%PDF-1'),
    attribute(
      2,
      0x00069005,
      properties(
        property(0x001f, 0x3707, UTF_16('Τιμολόγιο.pdf')),
        property(0x001e, 0x370e, text('application/PDF')),
        property(0x001e, 0x3712, text('<bill@shop>')),
      ),
    ),
  ),
  file('two.bin', Buffer.from([1, 2, 3])),
)

describe('a part of Outlook', () => {
  it('is read: text by its code page, HTML by its own, files under their long names', () => {
    const read = readTnef(WHOLE)
    expect(read).toMatchObject({
      text: 'caαλημέρα',
      html: '<p>Καλημέρα</p>',
      files: [
        { name: 'Τιμολόγιο.pdf', type: 'application/pdf', contentId: 'bill@shop' },
        { name: 'two.bin', type: null, contentId: null, bytes: new Uint8Array([1, 2, 3]) },
      ],
    })
  })

  it('may hold a message that holds a message: what they say and their files lie beside each other', () => {
    const wrap = (inner: Buffer): Buffer =>
      tnef(
        attribute(2, 0x00069002, Buffer.alloc(14)),
        attribute(2, 0x00018010, text('Fwd')),
        attribute(2, 0x00069005, properties(property(0x000d, 0x3701, Buffer.concat([Buffer.alloc(16), inner])))),
      )
    expect(readTnef(wrap(wrap(WHOLE)))?.files.map(({ name }) => name)).toEqual(['Fwd.txt', 'Τιμολόγιο.pdf', 'two.bin'])
    let deep = WHOLE
    for (let each = 0; each < 50; each++) deep = wrap(deep)
    expect(readTnef(deep)?.files).toHaveLength(1)
  })

  it('that is cut off or changed anywhere is left as it came, or read in part, and never a fault', () => {
    for (let end = 0; end < WHOLE.length; end++) expect(() => readTnef(WHOLE.subarray(0, end))).not.toThrow()
    for (let at = 0; at < WHOLE.length; at++)
      for (const byte of [0, 0x7f, 0xff]) {
        const changed = Buffer.from(WHOLE)
        changed[at] = byte
        expect(() => readTnef(changed)).not.toThrow()
      }
  })

  it('that claims more than it has costs nothing', () => {
    const claims = [
      tnef(Buffer.concat([Buffer.from([1]), u32(0x0002800c), u32(0xffffffff)])),
      tnef(attribute(1, 0x00069003, u32(0xffffffff))),
      tnef(attribute(1, 0x00069003, Buffer.concat([u32(1), u16(0x1001), u16(1), u32(0xffffffff)]))),
      tnef(attribute(1, 0x00069003, Buffer.concat([u32(1), u16(0x101e), u16(1), u32(0xffffffff)]))),
      tnef(...Array.from({ length: 20_000 }, () => attribute(2, 0x00069002, Buffer.alloc(0)))),
    ]
    for (const claim of claims) expect(readTnef(claim)?.files ?? []).toEqual([])
  })
})

describe('a mail with winmail.dat', () => {
  const mail = (body: readonly string[], part: Buffer): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(
      [
        'From: a@example.com',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        ...body,
        '--b',
        'Content-Type: application/ms-tnef; name="winmail.dat"',
        'Content-Transfer-Encoding: base64',
        '',
        part.toString('base64'),
        '--b--',
      ].join('\r\n'),
    )
  const PLAIN = ['Content-Type: text/plain', '', 'The bill is attached.']

  it('has its files as its own, and its own words where it has any', async () => {
    const read = await readMail(mail(PLAIN, WHOLE))
    expect(read.text.trim()).toBe('The bill is attached.')
    expect(read.html).toBe('<p>Καλημέρα</p>')
    expect(read.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['Τιμολόγιο.pdf', 'application/pdf'],
      ['two.bin', 'application/octet-stream'],
    ])
  })

  it('says what that says where it says nothing itself', async () => {
    expect((await readMail(mail(['Content-Type: text/plain', '', ''], WHOLE))).text).toBe('caαλημέρα')
  })

  it('says what it says in RTF alone', async () => {
    // “hello world”, as the specification of compressed RTF has it (MS-OXRTFCP 3.2.1).
    const rtf = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'
    const only = (...more: readonly Buffer[]) =>
      tnef(attribute(1, 0x00069003, properties(property(0x0102, 0x1009, Buffer.from(rtf, 'hex')), ...more)))
    const read = await readMail(mail(['Content-Type: text/plain', '', ''], only()))
    expect([read.text, read.attachments]).toEqual(['hello world', []])
    const html = property(0x0102, 0x1013, Buffer.from('<p>in HTML</p>'))
    expect((await readMail(mail(['Content-Type: text/plain', '', ''], only(html)))).text.trim()).toBe('in HTML')
  })

  it('keeps the part where it is broken, or says something only in Outlook’s own way', async () => {
    const broken = await readMail(mail(PLAIN, WHOLE.subarray(0, 60)))
    expect(broken.attachments.map(({ name }) => name)).toEqual(['winmail.dat'])
    const mute = await readMail(mail(PLAIN, tnef(file('../../a<b>.txt', Buffer.from('x')))))
    expect(mute.attachments.map(({ name }) => name)).toEqual(['a_b_.txt', 'winmail.dat'])
  })
})
