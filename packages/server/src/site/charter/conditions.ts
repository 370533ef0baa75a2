/** Conditions in the words of the charter. */
import {
  type Alternative,
  type Cell,
  type CompiledCharter,
  type Condition,
  type Cut,
  type FactDefinition,
  type FactType,
  formatMoney,
} from '@avow/core'
import { type Html, html, joined, theirs } from '../html.ts'
import { openLength } from '../lengths.ts'
import type { Tongue } from '../tongue.ts'

/** Each condition as `Channel: e-mail or web form`; none where nothing is asked. */
export function conditionsInWords(charter: CompiledCharter, condition: Condition, tongue: Tongue): readonly Html[] {
  return [...condition.values()].flatMap((cell) => {
    const { accepts } = cell
    if (accepts === 'any') return []
    const values = tongue.either(
      accepts.flatMap((alternative) => alternativeInWords(charter, cell, alternative, tongue)),
    )
    return [tongue.say('when.fact', { fact: factName(charter, cell.fact, tongue), values })]
  })
}

/** When a row applies: its conditions, or “everything else”, or that it is for every request where it is the only one. */
export function rowInWords(charter: CompiledCharter, cells: Condition, isOnly: boolean, tongue: Tongue): Html {
  const conditions = conditionsInWords(charter, cells, tongue)
  if (conditions.length === 0) return tongue.say(isOnly ? 'when.always' : 'when.everything-else')
  return joined(conditions, ' · ')
}

/** A fact’s name, as the charter says it. */
export function factName(charter: CompiledCharter, fact: string, tongue: Tongue): Html {
  return tongue.text(charter.facts.get(fact)?.says) ?? theirs(fact)
}

/** A value of a choice, as the charter says it. */
export function valueName(definition: FactDefinition | undefined, value: string, tongue: Tongue): Html {
  return tongue.text(definition?.valuesSay?.get(value)) ?? theirs(value)
}

function alternativeInWords(
  charter: CompiledCharter,
  { fact }: Cell,
  alternative: Alternative,
  tongue: Tongue,
): readonly Html[] {
  const definition = charter.facts.get(fact)
  const type = definition?.type
  if (alternative.kind === 'unknown') return [tongue.say('when.unknown')]
  if (alternative.kind === 'values')
    return alternative.values.map((index) =>
      type?.kind === 'choice'
        ? valueName(definition, type.values[index] ?? '', tongue)
        : tongue.say(index === 1 ? 'when.yes' : 'when.no'),
    )
  const { from, to } = alternative
  const words = (cut: Cut) => cutInWords(cut, type, tongue)
  if (from === undefined) return to === undefined ? [] : [tongue.say('when.below', { to: words(to) })]
  if (to === undefined) return [tongue.say('when.from', { from: words(from) })]
  // A value alone is the range up to the next one.
  if (from.kind === 'number' && to.kind === 'number' && isNext(from.value, to.value, type)) return [words(from)]
  return [tongue.say('when.between', { from: words(from), to: words(to) })]
}

function isNext(from: number, to: number, type: FactType | undefined): boolean {
  const isWhole = type?.kind !== 'number' || type.whole === true
  return isWhole ? to === from + 1 : to - from < 1e-9 * Math.max(1, Math.abs(from))
}

function cutInWords(cut: Cut, type: FactType | undefined, tongue: Tongue): Html {
  if (cut.kind === 'age') {
    if (cut.months === 0) return tongue.say('target.day', { n: cut.days })
    const span =
      cut.months % 12 === 0
        ? tongue.say('target.year', { n: cut.months / 12 })
        : tongue.say('target.month', { n: cut.months })
    return cut.days === 0
      ? span
      : tongue.say('long.pair', { first: span, second: tongue.say('target.day', { n: cut.days }) })
  }
  if (type?.kind === 'duration') return openLength(tongue, cut.value)
  if (type?.kind === 'money') return theirs(formatMoney({ minor: cut.value, currency: type.currency }))
  return html`${tongue.number(cut.value)}`
}
