/** What every part of the page is written from. */
import type { CompiledCharter, CompiledPromise } from '@avow/core'
import type { Gathered } from './gather.ts'
import { type Html, html, joined, theirId, theirs } from './html.ts'
import type { ReportInput } from './input.ts'
import type { Both, Tongue } from './tongue.ts'

export interface View {
  readonly input: ReportInput
  readonly gathered: Gathered
  readonly tongues: readonly Tongue[]
  readonly both: Both
}

/** What a promise says, its `{target}` replaced; undefined where it has no text in any language. */
export function promiseText(
  { tongues }: View,
  { clause }: CompiledPromise,
  tongue: Tongue,
  target: (tongue: Tongue) => Html,
): Html | undefined {
  return tongue.text(clause.says, (text, language) => {
    // A sentence that is not there in this language keeps to its own throughout, in English where the report has no other.
    const own = tongues.find(({ code }) => code === language) ?? tongues.find(({ code }) => code === 'en') ?? tongue
    return joined(text.split('{target}'), html`<bdi>${target(own)}</bdi>`)
  })
}

/** What a promise says in general: with its one target, or where rows differ with `range`, or with “the time promised”. */
export function promiseTitle(
  view: View,
  promise: CompiledPromise,
  tongue: Tongue,
  range: (tongue: Tongue) => Html | undefined = () => undefined,
): Html {
  const [only, another] = promise.clause.rows
  const target = (own: Tongue) =>
    only !== undefined && another === undefined
      ? own.targetInWords(only.target)
      : (range(own) ?? own.say('promise.the-time-promised'))
  return promiseText(view, promise, tongue, target) ?? tongue.say('promise.no-text', { id: theirId(promise.id) })
}

/** What a promise's clock measures. */
export function clockWords({ input }: View, { clock }: CompiledPromise, tongue: Tongue): Html {
  if (clock.kind === 'declared') {
    const event = (name: string) => eventName(input.charter, name, tongue)
    return tongue.say('clock.declared', { from: event(clock.from), until: event(clock.until) })
  }
  if (clock.kind === 'resolution' && clock.until === 'closed') return tongue.say('clock.resolution-closed')
  return tongue.say(`clock.${clock.kind}`)
}

/** An event's name, as the charter says it. */
export function eventName(charter: CompiledCharter, name: string, tongue: Tongue): Html {
  if (name === 'ticket.created') return tongue.say('event.created')
  return tongue.text(charter.document.events.get(name)?.says) ?? theirs(name)
}
