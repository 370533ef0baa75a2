import type { Conversation } from '../conversation.ts'
import { answerFirst } from '../first-answer.ts'
import { NOTES } from '../notes.ts'
import { agentTexts, agreeRefund, hold, solve } from './steps.ts'

/** A parcel that does not come: the carrier looks for it. */
export function late(c: Conversation): void {
  const { chance, opening } = c
  const texts = agentTexts(c)
  if (!opening.strike && chance.happens(0.2)) {
    answerFirst(c, chance.one(texts.found))
    solve(c)
    return
  }
  const isHeldUp = opening.strike && chance.happens(0.75)
  answerFirst(c, chance.one(isHeldUp ? texts.strike : texts.checking))
  c.note(chance.one(isHeldUp ? NOTES.strike : NOTES.carrier))
  hold(
    c,
    'carrier',
    chance.happens(0.14) ? chance.between(1700, 3400) : chance.between(120, opening.strike ? 2200 : 1400),
  )
  if (chance.happens(0.8)) c.answer(chance.one(texts.found))
  else {
    c.answer(chance.one(texts.lost))
    agreeRefund(c)
  }
  solve(c)
}
