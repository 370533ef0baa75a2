import { listFormat, moneyFormat } from './formats.ts'
import { lengthWords } from './target-words.ts'
import type { TableWords } from './tongue.ts'

/** A fact by the charter's name for it; those that are counted from the log have none there. */
export function factName(name: string, { words, of }: TableWords): string {
  return words.sayCode(`derived.${name}`) ?? of.fact(name)
}

const COMPARED = { '<': 'cell.under', '<=': 'cell.at-most', '>': 'cell.over', '>=': 'cell.at-least' } as const

/** A condition as a charter writes it (docs/formats/charter.md), in the reader's language: `under 30 days`, `e-mail or web form`. */
export function cellWords(fact: string, written: string, context: TableWords): string {
  const { words } = context
  const not = /^not\s*\[?(.*?)\]?$/.exec(written.trim())
  const values = (not?.[1] ?? written).split(',').map((one) => itemWords(fact, one.trim(), context))
  const list = listFormat(words.locale, 'disjunction').format(values)
  return not === null ? list : words.say('cell.not', { values: list })
}

function itemWords(fact: string, written: string, context: TableWords): string {
  const { words } = context
  const value = (text: string) => valueWords(fact, text.trim(), context)
  const compared = /^(<=|>=|<|>)\s*(.+)$/.exec(written)
  const sign = (['<', '<=', '>', '>='] as const).find((one) => one === compared?.[1])
  if (sign !== undefined) return words.say(COMPARED[sign], { value: value(compared?.[2] ?? '') })
  const [from, to] = written.split('..')
  if (from !== undefined && to !== undefined) return words.say('cell.between', { from: value(from), to: value(to) })
  return value(written)
}

/** `gold`, `30 days`, `2 h`, `100 EUR`, `3`; what is none of these stands as it is written. */
function valueWords(fact: string, written: string, { words, of }: TableWords): string {
  if (written === 'unknown') return words.say('unknown')
  if (written === 'yes' || written === 'true') return words.say('yes')
  if (written === 'no' || written === 'false') return words.say('no')
  return (
    moneyIn(written, words) ??
    lengthWords(written, { words }) ??
    of.factValue(fact, /^\d+$/.test(written) ? +written : written)
  )
}

/** `100 EUR` as `€100.00`. */
export function moneyIn(written: string, { locale }: TableWords['words']): string | undefined {
  const [, amount = '', currency = ''] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(written) ?? []
  return currency === '' ? undefined : moneyFormat(locale, currency).format(Number(amount))
}
