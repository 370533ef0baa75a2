import type { Conversation } from '../conversation.ts'
import { answerFirst } from '../first-answer.ts'
import { NOTES } from '../notes.ts'
import { TEXTS } from '../texts/index.ts'
import { agentTexts, agreeRefund, answerNext, askAndWait, solve } from './steps.ts'

/** Days within which a purchase can be taken back, as R1 of the charter says. */
const DAYS_TO_RETURN = 15

/** Something else was in the parcel: it goes back, the right one comes. */
export function wrongItem(c: Conversation): void {
  const { chance, opening } = c
  const texts = agentTexts(c)
  if (c.isSpoken) {
    answerFirst(c, chance.one(texts.replacement))
    solve(c)
    return
  }
  answerFirst(c, chance.one(texts.label))
  if (chance.happens(0.4)) c.note(chance.one(NOTES.wrong))
  if (!askAndWait(c, TEXTS[opening.matter.language].sentBack, 20, true)) return
  answerNext(c, chance.one(texts.replaced), { newParcel: true })
  solve(c)
}

/** The customer no longer wants it. */
export function changeOfMind(c: Conversation): void {
  const { chance, opening } = c
  const texts = agentTexts(c)
  if (opening.matter.days >= DAYS_TO_RETURN) {
    answerFirst(c, chance.one(texts.refuse))
    solve(c)
    return
  }
  answerFirst(c, chance.one(texts.accept))
  if (!askAndWait(c, TEXTS[opening.matter.language].sentBack, 30, true)) return
  answerNext(c, chance.one(texts.refunded))
  agreeRefund(c)
  solve(c)
}
