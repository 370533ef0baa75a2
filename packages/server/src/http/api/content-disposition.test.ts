import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentDisposition, safeName } from './content-disposition.ts'

describe('contentDisposition', () => {
  it('says a name in ASCII for old clients and in full for all others', () => {
    expect(contentDisposition('Rechnung für März.pdf')).toBe(
      `attachment; filename="Rechnung f_r M_rz.pdf"; filename*=UTF-8''Rechnung%20f%C3%BCr%20M%C3%A4rz.pdf`,
    )
  })

  it('never lets a name leave its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const header = contentDisposition(name)
        expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[\w%.~-]+$/)
      }),
    )
  })

  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..\\boot.ini', '_boot.ini'],
    ['report\u202Efdp.exe', 'report_fdp.exe'],
    ['a\r\nSet-Cookie: x=1', 'a__Set-Cookie_ x=1'],
    ['.htaccess', 'htaccess'],
    ['', 'file'],
    ['...', 'file'],
  ])('makes %j safe to save: %j', (given, safe) => {
    expect(safeName(given)).toBe(safe)
  })
})
