/** The whole life of one ticket, from its first message to its closing, whatever the time. */
import type { Conversation } from '../conversation.ts'
import { acknowledgedDue } from '../first-answer.ts'
import { damaged } from './damaged.ts'
import { late } from './late.ts'
import { question } from './question.ts'
import { changeOfMind, wrongItem } from './returned.ts'
import { goOnAfter } from './steps.ts'
import { duplicate, praise, spam } from './unanswered.ts'

export function tellStory(c: Conversation): void {
  c.begin(acknowledgedDue(c))
  if (c.opening.isSpam) {
    spam(c)
    return
  }
  if (!c.isSpoken && c.chance.happens(0.012)) duplicate(c)
  else tellReason(c)
  goOnAfter(c)
}

function tellReason(c: Conversation): void {
  const { reason, topic } = c.opening
  switch (reason) {
    case 'damaged':
      damaged(c)
      break
    case 'late':
      late(c)
      break
    case 'wrong-item':
      wrongItem(c)
      break
    case 'change-of-mind':
      changeOfMind(c)
      break
    case 'question':
    case 'other':
      if (topic.answer === undefined) praise(c)
      else question(c, topic.answer)
  }
}
