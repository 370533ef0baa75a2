import { expect, it } from 'vitest'
import { fileNameOf } from './file-name.ts'

it('keeps names in any script', () => {
  for (const name of ['rachunek.pdf', 'فاتورة.pdf', 'Απόδειξη αγοράς.jpg', 'fattura (2).xml'])
    expect(fileNameOf(name)).toBe(name)
})

it('leaves no path, no header, no turned direction', () => {
  expect(fileNameOf('../../etc/passwd')).toBe('_.._etc_passwd')
  expect(fileNameOf('C:\\boot.ini')).toBe('C__boot.ini')
  expect(fileNameOf('a"\r\nSet-Cookie: x.txt')).toBe('a___Set-Cookie_ x.txt')
  expect(fileNameOf('invoice\u202efdp.exe')).toBe('invoice_fdp.exe')
  expect(fileNameOf('.htaccess')).toBe('htaccess')
})

it('has a name where there is none, and keeps the ending of a long one', () => {
  expect(fileNameOf('')).toBe('attachment')
  expect(fileNameOf(' . ')).toBe('attachment')
  const long = fileNameOf(`${'x'.repeat(400)}.jpeg`)
  expect(long).toHaveLength(150)
  expect(long.endsWith('x.jpeg')).toBe(true)
})
