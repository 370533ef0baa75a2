import { type CompiledCharter, rowsUnder } from '@avow/core'
import type { PromisedAnswer } from '../../channels/form/index.ts'
import { promiseText } from '../charter/promise-text.ts'
import type { Html } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { charterClock } from '../wall-clock.ts'

/** By when somebody who writes now is answered, in a sentence; undefined where nothing with a time is promised. */
export function promiseBefore(
  charter: CompiledCharter | undefined,
  promised: PromisedAnswer | undefined,
  tongue: Tongue,
  now: number,
): Html | undefined {
  if (charter === undefined || promised === undefined) return undefined
  const { promise, commitment, due } = promised
  const time = tongue.due(due, charterClock(charter.zone), now)
  if (promise.clock.kind === 'first-response') return tongue.say('form.promise', { time })
  const row = rowsUnder(promise, commitment.amended_by)[commitment.row - 1]
  return row && tongue.say('form.promise-other', { text: promiseText(charter, promise, row.target, tongue), time })
}
