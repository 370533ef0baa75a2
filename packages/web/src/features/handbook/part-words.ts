import type { ClauseDifferenceJson } from '@avow/contract'
import { cellWords, type TableWords } from './cell-words.ts'
import { givenWords } from './given-words.ts'

type Part = ClauseDifferenceJson['parts'][number]

/** `Looser for Channel: e-mail: 1 hour becomes 2 hours`; undefined for what only the comparison can say. */
export function partWords({ about, change, where, old, new: fresh }: Part, context: TableWords): string | undefined {
  const { words } = context
  if (about !== 'rows' || old === undefined || fresh === undefined) return undefined
  const way = words.sayCode(`difference.part.${change}`)
  if (way === undefined) return undefined
  const values = {
    change: way,
    old: givenWords('target', old, context),
    fresh: givenWords('target', fresh, context),
  }
  return where === undefined || where === ''
    ? words.say('difference.everywhere', values)
    : words.say('difference.where', { ...values, where: whereWords(where, context) })
}

/** Which tickets, as the comparison names them (`channel email or form, tier gold`), in the reader's language where it can be. */
function whereWords(where: string, context: TableWords): string {
  const { words, of } = context
  const read = where.split(', ').map((limit) => /^([A-Za-z][\w-]*) (.+)$/.exec(limit))
  // What is no list of facts and their values stands as it was said.
  if (read.some((one) => one === null || of.fact(one[1] ?? '') === one[1] || /\d|known/.test(one[2] ?? '')))
    return where
  return words.list(
    read.map((one) => {
      const [fact = '', condition = ''] = [one?.[1], one?.[2]?.replace(/^other than (.*)$/, 'not [$1]')]
      return words.say('difference.fact', {
        fact: of.fact(fact),
        value: cellWords(fact, condition.replaceAll(' or ', ', '), context),
      })
    }),
  )
}
