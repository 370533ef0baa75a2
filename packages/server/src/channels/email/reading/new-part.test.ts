import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newPart } from './new-part.ts'

const fresh = (text: string): string => newPart(text).fresh.trimEnd()

describe('a quotation at the end is folded', () => {
  const attributions = [
    'On Mon, 5 Jan 2026 at 10:00, Desk <desk@shop.example> wrote:',
    'On Mon, 5 Jan 2026 at 10:00, A Very Long Name of a Desk\n<desk@shop.example> wrote:',
    'Il giorno lun 5 gen 2026 alle ore 10:00 Desk <desk@shop.example> ha scritto:',
    'pon., 5 sty 2026 o 10:00 Desk <desk@shop.example> napisał(a):',
    'W dniu 5.01.2026 o 10:00, Desk napisał:',
    'Στις Δευ, 5 Ιαν 2026 στις 10:00 π.μ., ο χρήστης Desk <desk@shop.example> έγραψε:',
    'في الاثنين، ٥ يناير ٢٠٢٦ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة \u202aDesk\u202c\u200f <\u202adesk@shop.example\u202c\u200f>:',
  ]

  it.each(attributions)('after %j', (attribution) => {
    expect(fresh(`It never came.\n\n${attribution}\n> Your parcel is on its way.\n>\n> Desk\n`)).toBe('It never came.')
  })

  it('with an empty line behind the attribution', () => {
    expect(fresh('No.\n\nOn 5 Jan 2026, Desk wrote:\n\n> Well?\n')).toBe('No.')
  })

  it.each(['-----Original Message-----', '-----Messaggio originale-----', '-----Oryginalna wiadomość-----'])(
    'below %s',
    (line) => {
      expect(fresh(`No.\n\n${line}\nFrom: Desk\n\nWell?\n`)).toBe('No.')
    },
  )

  it.each([
    'From: Desk <desk@shop.example>\nSent: Monday, 5 January 2026 10:00\nTo: Ada\nSubject: Parcel',
    '*From:* Desk\n*Sent:* Monday\n*To:* Ada\n*Subject:* Parcel',
    'Da: Desk\nInviato: lunedì\nA: Ada\nOggetto: Pacco',
    'Od: Desk\nWysłano: poniedziałek\nDo: Ada\nTemat: Paczka',
    'Από: Desk\nΣτάλθηκε: Δευτέρα\nΠρος: Ada\nΘέμα: Δέμα',
    'من: Desk\nتاريخ الإرسال: الاثنين\nإلى: Ada\nالموضوع: طرد',
  ])('below the header lines of Outlook: %j', (block) => {
    expect(fresh(`No.\n\n________________________________\n${block}\n\nWell?\n`)).toBe('No.')
  })

  it('without marks, where the attribution names hour and address', () => {
    expect(fresh(`No.\n\n${attributions[0]}\nWell?\n`)).toBe('No.')
  })

  it('of several marked lines without attribution', () => {
    expect(fresh('No.\n\n> Well?\n> Desk\n')).toBe('No.')
  })

  it('with line ends of two characters', () => {
    expect(newPart('No.\r\n\r\nOn 5 Jan 2026, Desk wrote:\r\n> Well?\r\n')).toMatchObject({
      fresh: 'No.\r\n\r\n',
      quoted: 'On 5 Jan 2026, Desk wrote:\r\n> Well?\r\n',
    })
  })
})

describe('a quotation above the answer is folded', () => {
  it.each([
    ['On 5 Jan 2026, Desk wrote:\n> Well?\n\nNo.\n', 'No.'],
    ['Hi,\nOn 5 Jan 2026, Desk wrote:\n\n> Well?\n>\n> Desk\nNo.\n-- \nAda\n', 'Hi,\nNo.'],
  ])('%j', (text, expected) => {
    expect(fresh(text)).toBe(expected)
  })

  it('and stands between what is new', () => {
    expect(newPart('Hi,\nOn 5 Jan 2026, Desk wrote:\n> Well?\nNo.\n-- \nAda').pieces).toEqual([
      { text: 'Hi,\n', isQuoted: false },
      { text: 'On 5 Jan 2026, Desk wrote:\n> Well?\n', isQuoted: true },
      { text: 'No.\n', isQuoted: false },
      { text: '-- \nAda', isQuoted: true },
    ])
  })
})

describe('what a program adds is folded', () => {
  it.each([
    'Sent from my iPhone',
    'Sent from my Galaxy',
    'Get Outlook for iOS',
    'Inviato da iPhone',
    'Wysłane z iPhone’a',
    'Στάλθηκε από το iPhone μου',
    'أُرسلت من الـ iPhone',
    'Von meinem iPhone gesendet',
  ])('%s', (line) => {
    expect(fresh(`No.\n\n${line}\n`)).toBe('No.')
    expect(fresh(`No.\n\n${line}\n\nOn 5 Jan 2026, Desk wrote:\n> Well?\n`)).toBe('No.')
  })

  it('the footer of a mailing list', () => {
    const rule = '_'.repeat(47)
    expect(fresh(`No.\n\n${rule}\nlamps mailing list\nlamps@lists.example\nhttps://lists.example/lamps\n`)).toBe('No.')
  })
})

describe('a signature is folded', () => {
  it.each([
    ['No.\n-- \nAda\nTel 1\n', 'No.'],
    ['No.\n--\nAda\n', 'No.'],
    ['No.\n-- \nAda\n\nOn 5 Jan 2026, Desk wrote:\n> Well?\n', 'No.'],
    ['No.\n\nOn 5 Jan 2026, Desk wrote:\n> Well?\n-- \nAda\n', 'No.'],
  ])('%j', (text, expected) => {
    expect(fresh(text)).toBe(expected)
  })
})

describe('nothing that the author may have written is folded', () => {
  it.each([
    ['an answer below words that nobody’s program attributes', 'You say:\n> Well?\n> Well?\nNo.'],
    ['answers between', 'On 5 Jan 2026, Desk wrote:\n> One?\nYes.\n> Two?\nNo.'],
    [
      'a word that the program broke out of the quotation',
      'No.\n\nOn 5 Jan 2026, Desk wrote:\n> Well, we\nthink\n> so',
    ],
    ['only a quotation', '> Well?\n> Desk\n'],
    ['a sentence that ends like an attribution', 'No.\n\nOn 5 May your colleague wrote:\nplease wait. I did.'],
    ['one marked line', 'Choose\n> Settings'],
    ['a face', 'Bad service\n>:('],
    ['a journey', 'Please change my ticket.\n\nFrom: Rome\nTo: Milan\nDate: 5 May\n\nI have a bicycle.'],
    [
      'a forwarded mail',
      'See.\n\n---------- Forwarded message ---------\nFrom: X\nDate: 1 May\nSubject: Y\nTo: Z\n\nText',
    ],
    ['a dash between paragraphs', `One\n--\n${'A long second part.\n'.repeat(6)}`.trimEnd()],
    ['a long text behind dashes with a space', `One\n-- \n${'line\n'.repeat(16)}`.trimEnd()],
    ['a sentence like a telephone’s', 'No.\n\nSent from my desk, which is easier than my phone.'],
    ['another', 'No.\nSent from my phone'],
    ['a form', `Name:\n${'_'.repeat(30)}\nPlease sign and return.`],
    ['only a signature', '-- \nAda'],
    ['an empty text', ''],
  ])('%s', (_, text) => {
    expect(fresh(text)).toBe(text.trimEnd())
  })
})

it('keeps every character, in any text', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      '> x',
      '-- ',
      '--',
      '',
      'On 5 Jan 2026, A wrote:',
      'From: a',
      'Sent: b',
      'Subject: c',
      '\r',
      '-----Original Message-----',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      const text = lines.join(end)
      const parted = newPart(text)
      expect(parted.pieces.map((piece) => piece.text).join('')).toBe(text)
      const said = (isQuoted: boolean) => parted.pieces.filter((piece) => piece.isQuoted === isQuoted)
      for (const [isQuoted, joined] of [[false, parted.fresh] as const, [true, parted.quoted] as const])
        expect(
          said(isQuoted)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(joined)
      if (text.trim() !== '') expect(parted.fresh.trim()).not.toBe('')
    }),
  )
})

it.each([
  ['marked lines with answers', '> a\nb\n'.repeat(200_000)],
  ['attributions', 'On 5 Jan 2026 at 10:00, a@b.example wrote:\n\n'.repeat(30_000)],
  ['one line', `On ${'1 '.repeat(1_000_000)}wrote:`],
])('takes a megabyte of %s', (_, text) => {
  expect(newPart(text).fresh.length).toBeGreaterThan(0)
})
