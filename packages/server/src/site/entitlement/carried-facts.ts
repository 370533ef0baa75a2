/** What somebody told on one page, taken along to the form. */
import { type CompiledCharter, type FactValue, parseDate } from '@avow/core'
import { EMPTY_FORM, type FormFields, formFacts } from '../../channels/form/index.ts'
import { factName, valueName } from '../charter/conditions.ts'
import { type Html, html, textOf, theirs } from '../html.ts'
import { openLength } from '../lengths.ts'
import type { Tongue } from '../tongue.ts'
import { type AskedFact, askedFacts, OTHER, readAsked } from './asked-facts.ts'

const FORM_PATH = '/requests/new'
const BEFORE = 'fact.'

/** Where the form stands with these facts, by their names, as they were typed. */
export function formPath(typed: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(
    Object.entries(typed).map(([name, text]): [string, string] => [`${BEFORE}${name}`, text]),
  )
  return query.size === 0 ? FORM_PATH : `${FORM_PATH}?${query}`
}

export interface Carried {
  readonly fields: FormFields
  /** The same for rules to go by. */
  readonly facts: Readonly<Record<string, FactValue>>
}

/**
 * The form as the address of its page fills it in: what it asks for is chosen in it; the rest of what was told stands in the
 * message, for a person to read, since what decides what is owed is not taken from strangers. What cannot be read is left out.
 */
export function carriedFacts(
  charter: CompiledCharter,
  query: Readonly<Record<string, unknown>>,
  tongue: Tongue,
): Carried {
  const typed = (name: string) => query[`${BEFORE}${name}`]
  const chosen = Object.fromEntries(
    formFacts(charter).flatMap(({ definition: { name }, values }) => {
      const value = values.find((each) => each === typed(name))
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  const asked = askedFacts(charter)
  const read = readAsked(asked, Object.fromEntries(asked.map(({ definition: { name } }) => [name, typed(name)])))
  const lines = asked.flatMap((fact) => {
    const { name } = fact.definition
    const text = read.typed[name]
    if (text === undefined || name in chosen || read.wrong.has(name)) return []
    return [`${textOf(factName(charter, name, tongue))}: ${textOf(told(fact, text, tongue))}`]
  })
  const message = lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
  return { fields: { ...EMPTY_FORM, facts: chosen, message }, facts: { ...read.facts, ...chosen } }
}

function told({ definition }: AskedFact, text: string, tongue: Tongue): Html {
  const { type } = definition
  switch (type.kind) {
    case 'choice':
      return text === OTHER ? tongue.say('entitled.other') : valueName(definition, text, tongue)
    case 'yes-no':
      return tongue.say(text === 'yes' ? 'when.yes' : 'when.no')
    case 'age': {
      const day = parseDate(text)
      return day === undefined ? theirs(text) : tongue.day(day)
    }
    case 'money':
      return html`${tongue.money(Number(text), type.currency)}`
    case 'duration':
      return openLength(tongue, Math.round(Number(text) * MS_OF_HOUR))
    case 'number':
      return html`${tongue.number(Number(text))}`
  }
}

const MS_OF_HOUR = 3_600_000
