/** What a promise says, with its time put in. */
import type { CompiledCharter, CompiledPromise, Duration } from '@avow/core'
import { type Html, html, joined, theirId } from '../html.ts'
import { isLanguage } from '../languages.ts'
import { targetInWords } from '../lengths.ts'
import { type Tongue, tongueOf } from '../tongue.ts'

/** With the time of one row. */
export function promiseText(
  charter: CompiledCharter,
  promise: CompiledPromise,
  target: Duration,
  tongue: Tongue,
): Html {
  return written(promise, tongue, (own) => targetInWords(charter, target, own))
}

/** In general: with its time where it has one only, else with “the time promised”. */
export function promiseTitle(charter: CompiledCharter, promise: CompiledPromise, tongue: Tongue): Html {
  const [only, another] = promise.clause.rows
  return only !== undefined && another === undefined
    ? promiseText(charter, promise, only.target, tongue)
    : written(promise, tongue, (own) => own.say('promise.the-time'))
}

function written({ id, clause }: CompiledPromise, tongue: Tongue, target: (own: Tongue) => Html): Html {
  const text = tongue.text(clause.says, (says, language) => {
    // A sentence that is not there in this language keeps to its own throughout.
    const own = isLanguage(language) ? tongueOf(language) : tongue
    return joined(says.split('{target}'), html`<bdi>${target(own)}</bdi>`)
  })
  return text ?? tongue.say('promise.no-text', { id: theirId(id) })
}
