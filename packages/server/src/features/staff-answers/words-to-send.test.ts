import { describe, expect, it } from 'vitest'
import { wordsToSend } from './words-to-send.ts'

const OURS = '##- Write your answer above this line -##\n\nWhere is my lamp?'
const sent = (fresh: string) => wordsToSend(fresh, [])

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

  it('leaves no file behind: only the pictures of a signature, and what proves who wrote', () => {
    const logo = { type: 'image/png', isInline: true, contentId: 'logo@x' }
    const proof = { type: 'application/pkcs7-signature', isInline: false }
    expect(wordsToSend('Yes.', [logo, proof])).toEqual({ text: 'Yes.' })
    const files = [
      { type: 'application/pdf', isInline: true, contentId: 'a@x' },
      { type: 'image/png', isInline: false },
      { type: 'message/rfc822', isInline: false },
    ]
    for (const file of files) expect(wordsToSend('Yes.', [logo, file])).toEqual({ unsendable: 'files' })
  })
})
