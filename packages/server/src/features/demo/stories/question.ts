import type { Conversation } from '../conversation.ts'
import { answerFirst } from '../first-answer.ts'
import { answerNext, askAndWait, moreOf, solve } from './steps.ts'

/** A question with its answer; some ask one thing more. */
export function question(c: Conversation, answer: string): void {
  const { chance, opening } = c
  answerFirst(c, answer)
  if (opening.reason === 'question' && opening.channel !== 'counter' && chance.happens(0.25)) {
    const more = chance.one(moreOf(opening))
    if (!askAndWait(c, [more.ask], opening.channel === 'chat' ? 0.05 : 8)) return
    if (opening.channel === 'chat') c.wait(chance.between(0.5, 3)).answer(more.answer)
    else answerNext(c, more.answer)
  }
  solve(c)
}
