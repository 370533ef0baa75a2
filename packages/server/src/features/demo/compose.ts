/** Whole messages out of the texts: greeting, matter, mood, name. */
import type { Chance } from './chance.ts'
import type { Channel, DemoStaff, Reason } from './demo-data.ts'
import { capital, fillText, type Matter, type Saying } from './fill-text.ts'
import type { Ask, DemoTexts } from './texts/demo-texts.ts'
import { TEXTS } from './texts/index.ts'

/** What a ticket asks, and where the texts know it the answer that fits. */
export interface AskTopic {
  readonly ask: Ask
  readonly answer?: string
  /** The answer speaks of a link. */
  readonly link?: boolean
  /** Neither anger nor anything else is added. */
  readonly asItIs?: boolean
}

interface About {
  readonly reason: Reason
  readonly matter: Matter
  readonly channel: Channel
}

interface AnswerParts {
  /** It comes later than was promised. */
  readonly sorry?: boolean
  /** It names a parcel of its own. */
  readonly newParcel?: boolean
  /** Spoken or in a chat: no greeting, no name. */
  readonly plain?: boolean
}

export function composeAsk(topic: AskTopic, { matter, channel, reason }: About, chance: Chance): string {
  const texts = TEXTS[matter.language]
  const fill = (text: string) => fillText(text, { matter })
  if (channel === 'phone' || channel === 'counter' || channel === 'chat') {
    const opening = fill(chance.one(texts.spoken))
    const said = fill(topic.ask.brief)
    return opening === '' ? capital(said) : `${opening}${said}`
  }
  const text = fill(topic.ask.text)
  if (topic.asItIs || topic.ask.whole || (channel === 'email' && chance.happens(0.12))) return text
  const mood = chance.weighted<readonly string[]>([
    [[], 72],
    [angerOver(reason, texts), 15],
    [reason === 'late' ? [] : texts.kind, 13],
  ])
  const lines = [fill(chance.one(texts.openings)), text]
  if (mood.length > 0) lines.push(fill(chance.one(mood)))
  return [...lines, fill(chance.one(texts.closings))].join('\n\n')
}

/** Nobody is angry over a question, and over a delivery only who waits for one. */
function angerOver(reason: Reason, { angry }: DemoTexts): readonly string[] {
  if (reason === 'late') return angry
  return reason === 'damaged' || reason === 'wrong-item' ? angry.filter((_, index) => index !== 1) : []
}

export function composeAnswer(
  text: string,
  { matter }: About,
  agent: DemoStaff,
  chance: Chance,
  { sorry = false, newParcel = false, plain = false }: AnswerParts,
): string {
  const { greetings, closings, sorry: apologies } = TEXTS[matter.language].agent
  const saying: Saying = { matter, agent, ...(newParcel ? { tracking: parcelNumber(chance) } : {}) }
  const fill = (words: string) => fillText(words, saying)
  const said = sorry ? `${fill(chance.one(apologies))} ${capital(fill(text))}` : fill(text)
  if (plain) return capital(said)
  const body = matter.language === 'en' ? capital(said) : said
  return [fill(chance.one(greetings)), body, fill(chance.one(closings))].join('\n\n')
}

/** What the customer writes after the first message: mostly short. */
export function composeLater(
  text: string,
  { matter, channel }: About,
  agent: DemoStaff,
  chance: Chance,
  { newParcel = false }: AnswerParts,
): string {
  const saying: Saying = { matter, ...(newParcel ? { tracking: parcelNumber(chance) } : {}) }
  const called = agent.name.split(' ')[0] ?? ''
  const said = fillText(text.replaceAll('{agent}', called), saying)
  if (channel === 'chat' || chance.happens(0.55)) return said
  return `${said}\n\n${chance.happens(0.5) ? matter.customer.first : matter.customer.name}`
}

export function parcelNumber(chance: Chance): string {
  return `WK${chance.whole(10_000_000, 99_999_999)}PL`
}
