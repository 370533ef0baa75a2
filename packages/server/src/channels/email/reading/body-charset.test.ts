import { describe, expect, it } from 'vitest'
import { readMail } from './read-mail.ts'

/** The text of a mail whose body is these bytes under this name. */
async function textOf(charset: string, bytes: Buffer): Promise<string> {
  const head = `From: a@example.com\r\n${charset === '' ? '' : `Content-Type: text/plain; charset=${charset}\r\n`}\r\n`
  const { text } = await readMail(new Uint8Array(Buffer.concat([Buffer.from(head), bytes])))
  return text.trim()
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const hex = (text: string): Buffer => Buffer.from(text, 'hex')

describe('a text is read', () => {
  it.each([
    ['utf-7', latin('Hi Mom -+Jjo--! 1 +- 1 = 2'), 'Hi Mom -☺-! 1 + 1 = 2'],
    ['unicode-1-1-utf-7', latin('+ZeVnLIqe-'), '日本語'],
    ['iso-2022-jp', hex('1b2442467c4b5c1b2842'), '日本'],
    ['shift_jis', hex('93fa967b'), '日本'],
    ['euc-kr', hex('b0a1'), '가'],
    ['gb18030', hex('c4e3bac3'), '你好'],
    ['gb2312', hex('c4e3bac3'), '你好'],
    ['big5', hex('a741a66e'), '你好'],
    ['koi8-r', hex('f0d2c9d7c5d4'), 'Привет'],
    ['koi8-u', hex('f0d2c9d7a6d4'), 'Привіт'],
    ['windows-1250', hex('9aed'), 'ší'],
    ['windows-1251', hex('cff0e8e2e5f2'), 'Привет'],
    ['windows-1253', hex('caebe7ece5'), 'Κλημε'],
    ['windows-1254', hex('fdfe'), 'ış'],
    ['windows-1255', hex('f9ece5ed'), 'שלום'],
    ['windows-1256', hex('e3d1cdc8c7'), 'مرحبا'],
    ['windows-1257', hex('e0e8'), 'ąč'],
    ['iso-8859-2', hex('b1e6'), 'ąć'],
    ['iso-8859-7', hex('e1e2'), 'αβ'],
    ['iso-8859-15', hex('a4'), '€'],
  ])('in %s', async (charset, bytes, expected) => {
    expect(await textOf(charset, bytes)).toBe(expected)
  })
})

describe('a text under a wrong name is read as what it is', () => {
  it.each([
    ['us-ascii', Buffer.from('café żółw'), 'café żółw'],
    ['iso-8859-1', Buffer.from('zażółć gęślą'), 'zażółć gęślą'],
    ['windows-1252', Buffer.from('مرحبا'), 'مرحبا'],
    ['x-unknown', Buffer.from('żółw'), 'żółw'],
    ['uft-8', Buffer.from('żółw'), 'żółw'],
    ['"\'utf-8\'"', Buffer.from('żółw'), 'żółw'],
    ['', Buffer.from('żółw'), 'żółw'],
    ['utf-8', latin('caf\xe9 d\xe9j\xe0'), 'café déjà'],
    ['', latin('caf\xe9'), 'café'],
    ['us-ascii', latin('\x93caf\xe9\x94'), '“café”'],
    ['x-unknown', latin('caf\xe9'), 'café'],
  ])('%s', async (charset, bytes, expected) => {
    expect(await textOf(charset, bytes)).toBe(expected)
  })

  it('but a fault in UTF-8 costs no more than its character', async () => {
    expect(await textOf('utf-8', Buffer.concat([Buffer.from('żółw '), latin('\xe9'), Buffer.from(' ż')]))).toBe(
      'żółw � ż',
    )
  })

  it('and what is right under its name stays', async () => {
    expect(await textOf('iso-8859-1', latin('caf\xe9'))).toBe('café')
    expect(await textOf('koi8-r', Buffer.from('ż'))).not.toBe('ż')
  })
})

it('names of files are read in every way in which programs write them', async () => {
  const parts = [
    "filename*0*=UTF-8''%ce%a4%ce; filename*1*=%b9%ce%bc.pdf",
    "filename*=iso-2022-jp'ja'%1b%24BF%7cK%5c%1b%28B.pdf",
    "filename*=gb18030''%c4%e3%ba%c3.pdf",
    'filename="=?windows-1251?B?z/Do4uXy?=.pdf"',
    'filename="Рахунок.pdf"',
    'filename*0="a very "; filename*1="long name.pdf"',
  ].map((name) => `--b\r\nContent-Disposition: attachment; ${name}\r\n\r\nx\r\n`)
  const raw = `From: a@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`
  const { attachments } = await readMail(new TextEncoder().encode(raw))
  expect(attachments.map(({ name }) => name)).toEqual([
    'Τιμ.pdf',
    '日本.pdf',
    '你好.pdf',
    'Привет.pdf',
    'Рахунок.pdf',
    'a very long name.pdf',
  ])
})
