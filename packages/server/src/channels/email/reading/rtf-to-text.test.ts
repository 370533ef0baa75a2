import { describe, expect, it } from 'vitest'
import { unpackRtf } from './compressed-rtf.ts'
import { rtfToText } from './rtf-to-text.ts'

const hex = (bytes: string): Buffer => Buffer.from(bytes.replaceAll(/\s/g, ''), 'hex')
const text = (document: string): string | undefined => rtfToText(Buffer.from(document, 'latin1'))

/** The two examples of MS-OXRTFCP (3.2): one plain, one whose references run into what they write. */
const HELLO = hex(`2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232
  0af32068656c090020627705b06c647d0a800fa0`)
const CROSSING = hex('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0')

describe('compressed RTF', () => {
  it('becomes what the specification says', () => {
    expect(unpackRtf(HELLO)?.toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
    expect(unpackRtf(CROSSING)?.toString('latin1')).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}')
  })

  it('may be not compressed at all', () => {
    const head = Buffer.alloc(16)
    head.writeUInt32LE(7, 4)
    head.write('MELA', 8, 'latin1')
    expect(unpackRtf(Buffer.concat([head, Buffer.from('{\\rtf1}and more')]))?.toString()).toBe('{\\rtf1}')
  })

  it('that is cut off or changed is no fault, and never becomes more than its bytes can', () => {
    for (let end = 0; end < HELLO.length; end++) expect(() => unpackRtf(HELLO.subarray(0, end))).not.toThrow()
    for (let at = 0; at < HELLO.length; at++)
      for (const byte of [0, 0x7f, 0xff]) {
        const changed = Buffer.from(HELLO)
        changed[at] = byte
        expect(unpackRtf(changed)?.length ?? 0).toBeLessThanOrEqual(HELLO.length * 9)
      }
    const claims = Buffer.concat([HELLO.subarray(0, 16), Buffer.alloc(1_000_000, 0xff)])
    claims.writeUInt32LE(0xffffffff, 4)
    expect(unpackRtf(claims)?.length ?? 0).toBeLessThanOrEqual(4_000_000)
    expect(unpackRtf(Buffer.from('not at all, whatever it is'))).toBeUndefined()
  })
})

describe('the words of RTF', () => {
  it('are those of its paragraphs, without what only looks', () => {
    expect(
      text(
        '{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\colortbl;\\red0\\green0\\blue255;}{\\stylesheet{\\s0 Normal;}}' +
          '{\\*\\generator Riched20;}{\\info{\\author Nobody}}\\pard\\f0\\fs20 Hello,\\par\r\n\\par the {\\b lamp} is broken\\tab {\\i (again)}.' +
          '{\\pict\\pngblip 89504e47}{\\v secret}{\\object{\\objdata 0105}}\\line\\bullet  \\{one\\}\\emdash two\\~three}',
      ),
    ).toBe('Hello,\n\nthe lamp is broken\t(again).\n• {one}—two\u00a0three')
  })

  it('are in the alphabet of the document, of the font, or of Unicode', () => {
    expect(text("{\\rtf1\\ansi\\ansicpg1253 \\'ca\\'e1\\'eb\\'e7\\'ec\\'dd\\'f1\\'e1}")).toBe('Καλημέρα')
    const fonts = '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset178 B;}{\\f2\\fcharset238 C;}{\\f3\\fcharset128 D;}}'
    expect(
      text(
        `{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}\\f0 caf\\'e9 {\\f1 \\'e3\\'d1\\'cd\\'c8\\'c7} \\f2 \\'bf\\'f3\\'b3w \\f3\\'93\\'fa\\plain  \\'e9}`,
      ),
    ).toBe('café مرحبا żółw 日 é')
    expect(text("{\\rtf1\\uc1 \\u1605?\\u1585\\'3f\\u-10179?\\u-8704? {\\uc2\\u8364ab}c\\uc0\\u8364 d}")).toBe(
      'مر😀 €c€d',
    )
  })

  it('of a page that Outlook wrapped are there once, without its tags', () => {
    expect(
      text(
        '{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Hello {\\*\\htmltag84 <b>}\\htmlrtf {\\b\\htmlrtf0 you\\htmlrtf }\\htmlrtf0 {\\*\\htmltag92 </b>}\\htmlrtf\\par}\\htmlrtf0 {\\*\\htmltag72 </p>}}',
      ),
    ).toBe('Hello you')
  })

  it('of fields are what they show, and nothing is followed', () => {
    const field = '{\\field{\\*\\fldinst HYPERLINK "https://evil.example/"}{\\fldrslt our page}}'
    expect(text(`{\\rtf1 See ${field}{\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}{\\fldrslt }}.}`)).toBe(
      'See our page.',
    )
    expect(text('{\\rtf1 a\\bin5 }}}}}b{\\*\\unknown c}d}')).toBe('abd')
  })

  it('that are cut off, never closed, too deep or lie are read as far as they go', () => {
    const whole = "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset161 A;}}\\f0\\u960? \\'e1{\\b b}\\bin99999999 x}"
    for (let end = 0; end < whole.length; end++) expect(() => text(whole.slice(0, end))).not.toThrow()
    expect(text('{\\rtf1 a')).toBe('a')
    expect(text('{\\rtf1 a}}}}}b')).toBe('ab')
    expect(text(`{\\rtf1 ${'{'.repeat(500_000)}a${'}'.repeat(500_000)}b}`)).toBe('ab')
    expect(text(`{\\rtf1 ${'a'.repeat(3_000_000)}`)?.length).toBe(1_000_000)
    expect(text(`{\\rtf1 ${'\\u55357?'.repeat(300_000)}`)).not.toMatch(/\p{Cs}/u)
    expect(text('no RTF')).toBeUndefined()
  })
})
