import type { Commitment } from '@avow/contract'
import { lengthsOf } from '../../messages/lengths.ts'
import type { Words } from '../../messages/make-words.ts'
import { DAY } from '../../time/lengths.ts'
import type { Moments } from '../../time/moments.ts'
import { isMissed, standingOf } from './standing.ts'

/** `Due in 1 h 20 min, by 11:30`, `Due Thu 11:30`, `Broken 12 min ago, still not done`. `due`: UTC ms. */
export function dueWords(due: number, now: number, words: Words, moments: Moments): string {
  const lengths = lengthsOf(words)
  if (due < now) return words.say('promise.late-open', { length: lengths.wall(now - due) })
  const time = moments.near(due, now)
  return due - now < DAY
    ? words.say('promise.due-in-by', { length: lengths.wall(due - now), time })
    : words.say('promise.due-at', { time })
}

/** How a commitment stands, in words. */
export function standingWords(one: Commitment, now: number, words: Words, moments: Moments): string {
  const lengths = lengthsOf(words)
  const [due, done] = [instant(one.due), instant(one.fulfilled_at)]
  switch (standingOf(one, now)) {
    case 'running':
    case 'risk':
      return due === null ? words.say('standing.running') : dueWords(due, now, words, moments)
    case 'broken':
      if (due === null) return words.say('standing.broken')
      if (done !== null) return words.say('promise.late', { length: lengths.wall(done - due) })
      if (isMissed(one)) return words.say('promise.missed', { time: moments.near(due, now) })
      return dueWords(due, Math.max(now, due + 1), words, moments)
    case 'kept':
      return due !== null && done !== null && due > done
        ? words.say('promise.kept-early', { length: lengths.wall(due - done) })
        : words.say('standing.kept')
    case 'paused':
      return one.left_ms === null
        ? words.say('promise.paused')
        : words.say('promise.paused-left', { length: lengths.exact(one.left_ms) })
    case 'cancelled':
      return words.say('promise.cancelled', { reason: cancelWords(one.reason, words) })
  }
}

/** Reasons that the rules name are said in the reader's language; others are words of the charter. */
export function cancelWords(reason: string | null, words: Words): string {
  return words.sayCode(`cancelled.${reason ?? ''}`) ?? reason ?? ''
}

function instant(text: string | null): number | null {
  return text === null ? null : Date.parse(text)
}
