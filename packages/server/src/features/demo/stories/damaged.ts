import type { Conversation } from '../conversation.ts'
import { answerFirst } from '../first-answer.ts'
import { NOTES } from '../notes.ts'
import { TEXTS } from '../texts/index.ts'
import { agentTexts, agreeRefund, answerNext, askAndWait, hold, nextAnswerMinutes, solve } from './steps.ts'

type Outcome = 'replacement' | 'supplier' | 'refund' | 'repair'

/** Something arrived broken, or broke later: photos first, or straight to what is done about it. */
export function damaged(c: Conversation): void {
  const { chance, opening } = c
  const texts = agentTexts(c)
  const outcome = chance.weighted<Outcome>(
    opening.topic.ask.old === true
      ? [
          ['repair', 6],
          ['replacement', 4],
        ]
      : [
          ['replacement', 6],
          ['supplier', 1.5],
          ['refund', 2.5],
        ],
  )
  const said = chance.one(
    { replacement: texts.replacement, supplier: texts.outOfStock, refund: texts.refund, repair: texts.repair }[outcome],
  )
  const { old, of } = opening.topic.ask
  // What does not switch on shows nothing on a photo.
  if (!c.isSpoken && of !== 'electric' && chance.happens(0.55)) {
    answerFirst(c, chance.one(old ? [texts.askPhoto[1]] : texts.askPhoto))
    if (!askAndWait(c, TEXTS[opening.matter.language].photo, 13)) return
    c.work(nextAnswerMinutes(c))
    c.note(chance.one(old ? NOTES.worn : NOTES.photo))
    c.wait(1)
    c.answer(said, { newParcel: true })
  } else answerFirst(c, said)
  end(c, outcome)
  solve(c)
}

function end(c: Conversation, outcome: Outcome): void {
  const { chance } = c
  const texts = agentTexts(c)
  if (outcome === 'refund') agreeRefund(c)
  if (outcome === 'supplier') {
    c.note(chance.one(NOTES.supplier))
    hold(c, 'supplier', chance.happens(0.2) ? chance.between(1900, 2700) : chance.between(380, 1500))
    c.answer(chance.one(texts.shipped), { newParcel: true })
  }
  if (outcome === 'repair') {
    c.happens('repair.booked')
    c.note(chance.one(NOTES.workshop))
    hold(c, 'workshop', chance.happens(0.09) ? chance.between(3400, 4200) : chance.between(600, 2600))
    c.happens('repair.done')
    answerNext(c, chance.one(texts.repaired), { newParcel: true })
  }
}
