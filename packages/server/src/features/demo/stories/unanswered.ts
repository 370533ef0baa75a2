import type { Conversation } from '../conversation.ts'
import { NOTES } from '../notes.ts'

/** Nobody needs an answer: praise, what came in twice, and spam. */
export function praise(c: Conversation): void {
  c.work(c.chance.between(4, 170))
  c.assign(c.agent)
  c.wait(1)
  c.status('solved', { reason: 'thanks' })
}

export function duplicate(c: Conversation): void {
  c.work(c.chance.between(10, 150))
  c.assign(c.agent)
  c.note(c.chance.one(NOTES.duplicate))
  c.wait(1)
  c.status('solved', { reason: 'duplicate' })
}

export function spam(c: Conversation): void {
  c.work(c.chance.between(2, 120))
  c.spam()
}
