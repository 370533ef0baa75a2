/** Who writes, about what, on which channel. */
import { formatDate, isOpen, localDay } from '@avow/core'
import type { Chance } from './chance.ts'
import { type AskTopic, parcelNumber } from './compose.ts'
import type { Opening } from './conversation.ts'
import type { Channel, DemoCustomer, Language, Reason } from './demo-data.ts'
import { type DeskHours, MINUTE } from './desk-hours.ts'
import type { Season } from './season.ts'
import { agentFor } from './staff.ts'
import type { Ask, Talk } from './texts/demo-texts.ts'
import { TEXTS } from './texts/index.ts'
import { PRODUCTS } from './texts/products.ts'

/** What the open board asks of a ticket; the rest is left to chance. */
export interface Wished {
  readonly channel?: Channel
  readonly reason?: Reason
  /** It shows on a photo. */
  readonly shows?: true
}

const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['email', 47],
  ['form', 17],
  ['chat', 17],
  ['phone', 12],
  ['counter', 4],
  ['letter', 3],
]

export function chooseOpening(
  createdAt: number,
  customers: readonly DemoCustomer[],
  season: Season,
  hours: DeskHours,
  chance: Chance,
  wished: Wished = {},
): Opening {
  const customer = customers[Math.floor(customers.length * chance.next() ** 1.5)] ?? chance.one(customers)
  const language: Language = customer.language !== 'en' && chance.happens(0.04) ? 'en' : customer.language
  const channel = wished.channel ?? possible(chance.weighted(CHANNELS), createdAt, hours)
  const reason = wished.reason ?? chance.weighted(season.reasons(createdAt))
  const topic = chooseTopic(reason, language, chance, wished.shows)
  const { of, old } = topic.ask
  const product = chance.one(PRODUCTS.filter(({ kinds }) => of === undefined || kinds.includes(of)))
  const days = daysSince(reason, old === true, chance)
  const today = localDay(hours.zone, createdAt)
  const bought = today - days
  return {
    channel,
    reason,
    topic,
    customer,
    agent: agentFor(language, reason, chance),
    createdAt,
    rush: season.rush(createdAt),
    strike: season.isStrike(createdAt),
    matter: {
      language,
      customer,
      product,
      other: chance.one(PRODUCTS.filter((another) => another !== product)),
      order: `BR-${400_000 + (bought % 2000) * 90 + chance.whole(0, 89)}`,
      bought,
      boughtText: formatDate(bought),
      days,
      later: today + chance.whole(4, 12),
      tracking: parcelNumber(chance),
    },
  }
}

/** What nobody wants, in one of the shop’s languages. */
export function spamOpening(
  createdAt: number,
  spammers: readonly DemoCustomer[],
  season: Season,
  hours: DeskHours,
  chance: Chance,
): Opening {
  const wished: Wished = { channel: chance.happens(0.8) ? 'email' : 'form', reason: 'other' }
  const opening = chooseOpening(createdAt, spammers, season, hours, chance, wished)
  const { subject, text } = chance.one(TEXTS[opening.matter.language].spam)
  return { ...opening, topic: { ask: { subject, text, brief: text }, asItIs: true }, isSpam: true }
}

/** Nobody calls or comes by at night; letters come with the morning’s post. */
function possible(channel: Channel, createdAt: number, { office, chat }: DeskHours): Channel {
  if (channel === 'email' || channel === 'form') return channel
  const calendar = channel === 'chat' ? chat : office
  return isOpen(calendar, createdAt) && isOpen(calendar, createdAt + 10 * MINUTE) ? channel : 'email'
}

function chooseTopic(reason: Reason, language: Language, chance: Chance, shows = false): AskTopic {
  const texts = TEXTS[language]
  if (reason === 'question') return talk(chance.one(texts.questions))
  if (reason === 'other')
    return chance.happens(0.18) ? { ask: chance.one(texts.praise), asItIs: true } : talk(chance.one(texts.others))
  const asks = { damaged: texts.damaged, late: texts.late, 'wrong-item': texts.wrong, 'change-of-mind': texts.mind }
  return { ask: chance.one<Ask>(asks[reason].filter(({ of }) => !shows || of !== 'electric')) }
}

function talk(asked: Talk): AskTopic {
  return { ask: asked, answer: asked.answer, link: asked.link === true }
}

/** Days between the purchase and the question. */
function daysSince(reason: Reason, isOld: boolean, chance: Chance): number {
  if (isOld) return chance.whole(35, 500)
  if (reason === 'late') return chance.whole(5, 9)
  if (reason === 'change-of-mind' && chance.happens(0.12)) return chance.whole(16, 40)
  return chance.whole(3, 12)
}
