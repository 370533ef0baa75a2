import { expect, it } from 'vitest'
import { attachmentName } from './attachment-name.ts'

it.each([
  ['report.pdf', 'report.pdf'],
  ['فاتورة رقم ٣.pdf', 'فاتورة رقم ٣.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\a.txt', 'a.txt'],
  ['..', '1.bin'],
  ['/', '1.bin'],
  ['.htaccess', 'htaccess'],
  ['a\r\nContent-Type: text/html', 'html'],
  ['a\u0000.exe', 'a.exe'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['"><img src=x onerror=alert(1)>.png', '___img src=x onerror=alert(1)_.png'],
  ['con.txt', '_con.txt'],
  ['a.txt. . ', 'a.txt'],
])('%j is kept as %j', (given, expected) => {
  expect(attachmentName(given, 'application/octet-stream', 1)).toBe(expected)
})

it('names what has no name by its place and type', () => {
  expect([attachmentName(null, 'image/png', 3), attachmentName('', 'x/y', 4)]).toEqual(['3.png', '4.bin'])
})

it('keeps the ending of a very long name', () => {
  const name = attachmentName(`${'ά'.repeat(500)}.pdf`, 'application/pdf', 1)
  expect(name).toMatch(/^ά{116}\.pdf$/)
})
