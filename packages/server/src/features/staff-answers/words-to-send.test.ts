import { FILE_LIMITS } from '@avow/contract'
import { describe, expect, it } from 'vitest'
import { wordsToSend } from './words-to-send.ts'

const OURS = '##- Write your answer above this line -##\n\nWhere is my lamp?'
const sent = (fresh: string) => {
  const { files, ...rest } = { files: [], ...wordsToSend(fresh, []) }
  expect(files).toEqual([])
  return rest
}

describe('what of a mail of staff is sent to the customer', () => {
  it('is what stands there, where nothing else does', () => {
    expect(sent('\nIt is on its way.\n\nYours,\nAnna\n')).toEqual({ text: 'It is on its way.\n\nYours,\nAnna' })
  })

  it.each([
    ['our line alone', OURS],
    ['with who wrote it when', `On Mon, 23 Nov 2026 at 10:00, Care <support@care.example> wrote:\n${OURS}`],
    [
      'with the head of a mail',
      `From: Care <support@care.example>\nSent: Monday\nTo: Anna\nSubject: Ticket 4\n\n${OURS}`,
    ],
  ])('is not our own mail, even where nothing marks it: %s', (_, below) => {
    expect(sent(`It is on its way.\n\n${below}`)).toEqual({ text: 'It is on its way.' })
  })

  it.each([
    ['a head in words that nobody knows', 'Fra: Care <support@care.example>\nTil: Anna'],
    ['a line that leads to it, in words that nobody knows', 'Care skrev den 23. november:'],
  ])('is nothing, where what is above our line may be of the quotation: %s', (_, lead) => {
    expect(sent(`It is on its way.\n\n${lead}\n${OURS}`)).toEqual({ unsendable: 'quoted' })
  })

  it.each([
    ['> Do you want A?\nYes.'],
    ['Yes.\n > see above'],
    ['-----Original Message-----\nFrom: Ben\nSent: Monday\nTo: Anna\nSubject: internal\n\nHe is a pain.'],
    [
      '---------- Forwarded message ---------\nFrom: Ben <ben@desk.example>\nDate: Mon\nSubject: internal\n\nHe is a pain.',
    ],
    ['Begin forwarded message:\n\nFrom: Ben <ben@desk.example>\nSubject: internal\nDate: Monday\n\nHe is a pain.'],
    ['Yes.\n---------- Videresendt melding ----------\nHe is a pain.'],
    ['Write to support+s41-14-g1m-abcdefghijklmnop@care.example'],
    ['a'.repeat(100_001)],
  ])('is nothing in doubt: %s', (fresh) => expect(sent(fresh)).toEqual({ unsendable: 'quoted' }))

  it('may hold what looks a little like the head of a mail', () => {
    const text = 'Please send us:\n\nName: yours\nDate: of the order\n\nAnna\nPhone: 12\nE-mail: anna@desk.example'
    expect(sent(text)).toEqual({ text })
  })

  it('is nothing where nothing is left', () => {
    expect(sent(' \n')).toEqual({ unsendable: 'empty' })
    expect(sent(OURS)).toEqual({ unsendable: 'empty' })
  })

  const blob = { key: 'k', sha256: Buffer.alloc(32), size: 10 }
  const logo = { blob, name: 'logo.png', type: 'image/png', isInline: true, contentId: 'logo@x' }

  it('leaves no file behind: only the pictures of a signature, and what proves who wrote', () => {
    const proof = { blob, name: 'smime.p7s', type: 'application/pkcs7-signature', isInline: false }
    expect(wordsToSend('Yes.', [logo, proof])).toEqual({ text: 'Yes.', files: [] })
    const files = [
      { blob, name: 'a.pdf', type: 'application/pdf', isInline: true, contentId: 'a@x' },
      { blob, name: '../b.png', type: 'image/png', isInline: false },
    ]
    expect(wordsToSend('Yes.', [logo, ...files])).toEqual({
      text: 'Yes.',
      files: [
        { blob, name: 'a.pdf', type: 'application/pdf', isInline: false },
        { blob, name: 'b.png', type: 'image/png', isInline: false },
      ],
    })
  })

  it.each([
    ['a mail', { name: 'a.eml', type: 'message/rfc822' }],
    ['a mail that says it is bytes', { name: 'Fwd.MSG', type: 'application/octet-stream' }],
    ['what holds files unseen', { name: 'winmail.dat', type: 'application/ms-tnef' }],
    ['a program', { name: 'a.exe', type: 'application/pdf' }],
    ['nothing', { blob: { ...blob, size: 0 } }],
    ['too much', { blob: { ...blob, size: FILE_LIMITS.each + 1 } }],
  ])('sends nothing where a file is %s', (_, file) => {
    const whole = { blob, name: 'a.pdf', type: 'application/pdf', isInline: false }
    expect(wordsToSend('Yes.', [logo, whole, { ...whole, ...file }])).toEqual({ unsendable: 'files' })
  })

  it('sends nothing where files are too many, or too large together', () => {
    const files = (n: number, size: number) =>
      Array.from({ length: n }, () => ({
        blob: { ...blob, size },
        name: 'a.pdf',
        type: 'application/pdf',
        isInline: false,
      }))
    expect(wordsToSend('Yes.', files(FILE_LIMITS.most, 1))).toHaveProperty('files.length', FILE_LIMITS.most)
    expect(wordsToSend('Yes.', files(FILE_LIMITS.most + 1, 1))).toEqual({ unsendable: 'files' })
    expect(wordsToSend('Yes.', files(2, FILE_LIMITS.together / 2 + 1))).toEqual({ unsendable: 'files' })
  })
})
