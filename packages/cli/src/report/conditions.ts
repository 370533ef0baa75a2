/** The conditions of a row in the words of the charter, in the language where it has them. */
import type { Cell, CompiledCharter, CompiledPromise } from '@avow/core'
import { cellValues } from '../charter-words/cell-values.ts'
import { type Html, joined, theirs } from './html.ts'
import type { Tongue } from './tongue.ts'

/** When a row applies. A row without conditions is “everything else”, or “always” where it is the only one. */
export function rowConditions(
  charter: CompiledCharter,
  { clause }: CompiledPromise,
  row: number,
  tongue: Tongue,
): Html {
  const cells = [...(clause.rows[row]?.cells.values() ?? [])].filter(({ accepts }) => accepts !== 'any')
  if (cells.length === 0) return tongue.say(clause.rows.length > 1 ? 'rows.everything-else' : 'rows.always')
  return joined(
    cells.map((cell) => cellWords(charter, cell, tongue)),
    ' · ',
  )
}

/** A fact's name, as the charter says it. */
export function factName(charter: CompiledCharter, fact: string, tongue: Tongue): Html {
  return tongue.text(charter.facts.get(fact)?.says) ?? theirs(fact)
}

/** A value of a fact, as the charter says it; null is unknown. */
export function factValue(charter: CompiledCharter, fact: string, value: string | null, tongue: Tongue): Html {
  if (value === null) return tongue.say('rows.unknown-value')
  const definition = charter.facts.get(fact)
  if (definition?.type.kind === 'yes-no' && (value === 'true' || value === 'false'))
    return tongue.say(value === 'true' ? 'value.yes' : 'value.no')
  return tongue.text(definition?.valuesSay?.get(value)) ?? theirs(value)
}

function cellWords(charter: CompiledCharter, cell: Cell, tongue: Tongue): Html {
  const { fact, text } = cell
  const values = cellValues(charter, cell)?.map((value) => factValue(charter, fact, value, tongue))
  return tongue.say('list.fact', {
    fact: factName(charter, fact, tongue),
    values: values === undefined ? theirs(text) : tongue.either(values),
  })
}
