import type { TicketEvent } from '@avow/core'

export interface Story {
  readonly name: string
  readonly email?: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly images?: boolean
  readonly channel: string
  readonly language: string
  /** Minutes before now. */
  readonly ago: number
  readonly facts?: Record<string, string>
  readonly assignee?: number
  readonly attachment?: string
  readonly later?: readonly {
    after: number
    type: string
    by: TicketEvent['by']
    text?: string
    quoted?: string
    more?: object
  }[]
}

const letter = `<table width="100%" bgcolor="#f4f4f4"><tr><td align="center"><table width="520" bgcolor="#ffffff" cellpadding="16"><tr><td><h2 style="color:#334">Order 20418</h2><p style="font-family:Georgia">The <b>lamp</b> came with the wrong cable. See the picture:</p><img data-src="https://pictures.example/lamp.png" alt="the lamp" width="200" height="120"><p><a href="https://example.org/track/20418">Track the parcel</a></p></td></tr></table></td></tr></table>`

const base: readonly Story[] = [
  {
    name: 'Julia Marsh',
    email: 'julia.marsh@example.org',
    subject: 'Broken on arrival – order 20418',
    text: 'Hello,\n\nthe walnut lamp from order 20418 arrived today in pieces. The box looked fine from the outside, but there was next to no padding inside. It was meant as a present for Saturday, so I would need a new one quickly. I paid 89.00 €.\n\nKind regards,\nJulia Marsh',
    channel: 'email',
    language: 'en',
    ago: 135,
    facts: { tier: 'silver', reason: 'damaged' },
    assignee: 0,
    attachment: 'lamp-in-pieces.jpg',
    later: [
      { after: 4, type: 'ticket.assigned', by: 'system', more: { to: 'anna' } },
      {
        after: 20,
        type: 'note.added',
        by: 'agent',
        text: 'Asked the warehouse: three lamps of this batch came back this week. Padding.',
      },
    ],
  },
  {
    name: 'محمد العلي',
    email: 'mohammed@example.org',
    subject: 'لم يصل الطلب رقم 20391 حتى الآن',
    text: 'السلام عليكم،\n\nطلبت طقم أكواب قبل أسبوعين (الطلب رقم 20391) ولم يصل حتى الآن. صفحة التتبع تقول “In transit” منذ يوم 28 نوفمبر.\n\nأرجو إفادتي بموعد الوصول أو إعادة المبلغ.\n\nمع التحية،\nمحمد العلي',
    channel: 'form',
    language: 'ar',
    ago: 200,
    facts: { reason: 'late' },
    assignee: 0,
  },
  {
    name: 'Zofia Wiśniewska',
    email: 'z.wisniewska@example.org',
    subject: 'Zły kolor zasłon',
    text: 'Dzień dobry,\n\nzamówiłam zasłony w kolorze szałwii, a dostałam granatowe. Jak je wymienić?\n\nZofia Wiśniewska',
    channel: 'email',
    language: 'pl',
    ago: 1300,
    facts: { tier: 'gold', reason: 'wrong-item' },
  },
  {
    name: 'Νίκος Παπαδόπουλος',
    email: 'nikos@example.org',
    subject: 'Ερώτηση για το τραπέζι «Ιθάκη»',
    text: 'Καλημέρα σας,\n\nτο τραπέζι «Ιθάκη» ανοίγει και από τις δύο πλευρές;\n\nΕυχαριστώ,\nΝίκος',
    channel: 'form',
    language: 'el',
    ago: 25,
    facts: { reason: 'question' },
  },
  {
    name: 'Lorenzo De Santis',
    email: 'lorenzo@example.org',
    subject: 'Cavo sbagliato nella confezione',
    text: 'Order 20418. The lamp came with the wrong cable.',
    html: letter,
    images: true,
    channel: 'email',
    language: 'it',
    ago: 60,
    facts: { reason: 'wrong-item' },
    assignee: 4,
  },
  {
    name: 'Henrietta Featherstonehaugh-Cholmondeley',
    email: 'henrietta.featherstonehaugh-cholmondeley@averylongdomainname.example',
    subject: 'Re: Re: Fwd: Your answer of the 14th about the mattress that was delivered to the wrong door twice',
    text: 'I am still waiting.',
    channel: 'email',
    language: 'en',
    ago: 2900,
    facts: { tier: 'gold', reason: 'late' },
    assignee: 1,
    later: [
      {
        after: 300,
        type: 'message.sent',
        by: 'agent',
        text: 'Dear Ms Featherstonehaugh-Cholmondeley,\n\nwe have asked the carrier and will write again tomorrow before noon.\n\nMarek',
        more: { who: 'x' },
      },
      {
        after: 1500,
        type: 'message.received',
        by: 'customer',
        text: 'Tomorrow has come and gone.',
        quoted: 'On Mon 7 Dec, Bramble wrote:\n> we have asked the carrier and will write again tomorrow before noon.',
      },
    ],
  },
  {
    name: 'Tom Baker',
    email: 'tom@example.org',
    subject: 'Do you deliver to Cork?',
    text: 'Hi, do you deliver to Cork, and what does it cost for a sofa?',
    channel: 'chat',
    language: 'en',
    ago: 1,
    facts: { reason: 'question' },
  },
  {
    name: 'Layla Haddad',
    email: 'layla@example.org',
    subject: 'Waiting for the repair of my kettle',
    text: 'Please tell me when the kettle is back.',
    channel: 'phone',
    language: 'en',
    ago: 4000,
    facts: { reason: 'damaged' },
    assignee: 0,
    later: [
      { after: 2, type: 'message.sent', by: 'agent', text: 'Could you send us a photo of the base?' },
      { after: 3, type: 'status.changed', by: 'agent', more: { to: 'waiting-for-customer' } },
    ],
  },
  {
    name: 'Piotr Nowak',
    email: 'piotr@example.org',
    subject: 'Faktura do zamówienia 20302',
    text: 'Proszę o fakturę.',
    channel: 'email',
    language: 'pl',
    ago: 5000,
    facts: { reason: 'other' },
    assignee: 2,
    later: [
      { after: 30, type: 'message.sent', by: 'agent', text: 'W załączeniu faktura.' },
      { after: 31, type: 'status.changed', by: 'agent', more: { to: 'solved' } },
    ],
  },
]

export const STORIES: readonly Story[] = [
  ...base,
  ...Array.from({ length: 40 }, (_, at): Story => {
    const story = base[at % base.length] ?? base[0]
    if (story === undefined) throw new Error('no stories')
    const { later: _then, assignee: _assignee, ...rest } = story
    return {
      ...rest,
      ago: 30 + at * 37,
      subject: `${story.subject} (${at + 2})`,
      ...(at % 3 === 0 ? { assignee: at % 5 } : {}),
    }
  }),
]
