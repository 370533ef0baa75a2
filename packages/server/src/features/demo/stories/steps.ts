/** What the stories of a ticket have in common: to wait, to be answered, to be settled. */
import type { Conversation, Opening } from '../conversation.ts'
import { after, DAY, HOUR } from '../desk-hours.ts'
import { NOTES } from '../notes.ts'
import { TEAM_LEAD } from '../staff.ts'
import type { Exchange } from '../texts/demo-texts.ts'
import { TEXTS } from '../texts/index.ts'

/** The same answer again takes the office a part of what the charter’s P2 promises; now and then more. */
export function answerNext(c: Conversation, text: string, parts: { readonly newParcel?: boolean } = {}): void {
  c.work(nextAnswerMinutes(c))
  c.answer(text, parts)
}

export function nextAnswerMinutes({ chance, opening }: Conversation): number {
  const target = opening.customer.tier === 'gold' ? 240 : 480
  if (chance.happens(0.05 * opening.rush)) return target * chance.between(1.05, 1.9)
  return target * Math.min(0.9, 0.02 + chance.waiting(0.27))
}

/** The customer is asked for something. Answers whether something comes back; if not, the matter is left at that. */
export function askAndWait(c: Conversation, replies: readonly string[], meanHours: number, newParcel = false): boolean {
  const { chance } = c
  c.wait(chance.between(0.3, 1.5))
  c.status('waiting-for-customer')
  if (chance.happens(0.05)) {
    c.work(3 * 480)
    c.answer(chance.one(agentTexts(c).noReply))
    solve(c)
    return false
  }
  if (!c.isSpoken && chance.happens(0.06)) c.hearMachine()
  c.waitForCustomer(10 + chance.waiting(meanHours * 60))
  c.hear(chance.one(replies), { newParcel })
  return true
}

/** Somebody else has to act first; the customer hears from us meanwhile, if nobody forgets. */
export function hold(c: Conversation, thirdParty: string, minutes: number): void {
  const { chance } = c
  const isCarrier = thirdParty === 'carrier'
  c.wait(chance.between(0.5, 3))
  c.status('on-hold', { third_party: thirdParty })
  const end = after(c.hours.office, c.at, minutes)
  // Some do not want to wait for our news.
  if (opensByMail(c) && minutes > 900 && chance.happens(0.4))
    chase(c, c.at + (end - c.at) * chance.between(0.35, 0.6), end, isCarrier)
  const isForgotten = chance.happens(0.25)
  let left = minutes
  while (left > 1200 && !isForgotten) {
    const step = chance.between(650, 1100)
    left -= step
    c.work(step)
    c.answer(agentTexts(c).update[isCarrier ? 0 : 1])
  }
  c.at = end
}

function opensByMail({ opening }: Conversation): boolean {
  return opening.channel === 'email' || opening.channel === 'form'
}

function chase(c: Conversation, from: number, end: number, isCarrier: boolean): void {
  const { chance } = c
  const before = c.at
  c.at = Math.floor(from)
  c.waitForCustomer(0)
  const { chase: asks } = TEXTS[c.opening.matter.language]
  c.hear(chance.one(isCarrier ? asks : asks.filter((_, index) => index !== 2)))
  c.work(Math.min(400, nextAnswerMinutes(c)))
  if (c.at < end) c.answer(agentTexts(c).toChase[isCarrier ? 0 : 1])
  c.at = before
}

/** Money is agreed upon; the bank brings it days later. */
export function agreeRefund(c: Conversation): void {
  const { chance, opening } = c
  c.happens('refund.agreed')
  c.note(chance.one(opening.matter.product.price > 10_000 && c.agent !== TEAM_LEAD ? NOTES.bigRefund : NOTES.refund))
  const agreed = c.at
  c.at += Math.round((chance.happens(0.06) ? chance.between(15.5, 19) : chance.between(1, 11)) * DAY)
  c.happens('refund.paid', 'system')
  c.at = agreed
}

export function solve(c: Conversation, reason?: string): void {
  c.wait(c.chance.between(0.3, 2))
  c.status('solved', reason === undefined ? {} : { reason })
}

/** Thanks, doubts, and the end. */
export function goOnAfter(c: Conversation): void {
  const { chance, opening } = c
  const { language } = opening.matter
  if (chance.happens(opening.channel === 'chat' ? 0.2 : 0.13)) {
    c.waitForCustomer(opening.channel === 'chat' ? chance.between(0.5, 3) : 3 + chance.waiting(9 * 60))
    c.hear(chance.one(TEXTS[language].thanks))
    c.work(3 + chance.waiting(50))
    c.status('solved', { reason: 'thanks' })
  } else if (opening.channel !== 'chat' && chance.happens(0.1)) {
    const doubts = doubtsOf(c)
    if (doubts.length > 0) {
      const { ask, answer } = chance.one(doubts)
      c.waitForCustomer(chance.between(14, 90) * 60)
      c.hear(ask)
      answerNext(c, answer, { newParcel: true })
      solve(c)
    }
  }
  c.at += 7 * DAY + HOUR
  c.close()
}

/** What may still come up when the matter seemed settled, by what it was about. */
function doubtsOf({ opening }: Conversation): readonly Exchange[] {
  const { again } = TEXTS[opening.matter.language]
  const [broken, notArrived, link] = again
  switch (opening.reason) {
    case 'damaged':
      return [broken, notArrived]
    case 'late':
    case 'wrong-item':
      return [notArrived]
    case 'question':
      return moreOf(opening)
    case 'other':
      return opening.topic.link ? [link] : []
    case 'change-of-mind':
      return []
  }
}

/** One thing more that fits the question: about the order where it speaks of one. */
export function moreOf({ matter, topic }: Opening): readonly Exchange[] {
  const { more } = TEXTS[matter.language]
  return topic.ask.text.includes('{order}') ? more.slice(2) : more.slice(0, 2)
}

export function agentTexts({ opening }: Conversation) {
  return TEXTS[opening.matter.language].agent
}
