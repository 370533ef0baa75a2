/** The targets of a promise's rows as one: `2 min to 8 h, by row`. */
import type { CompiledPromise, Duration } from '@avow/core'
import type { Html } from './html.ts'
import type { Tongue } from './tongue.ts'

/** From the shortest to the longest; undefined where the rows are counted in different ways. */
export function targetRange({ clause }: CompiledPromise, tongue: Tongue): Html | undefined {
  const sized = clause.rows.map(({ target }) => ({ ...sizeOf(target), target }))
  const [first] = sized
  if (first === undefined || sized.some(({ unit }) => unit !== first.unit)) return undefined
  const sorted = sized.sort((a, b) => a.size - b.size)
  const [least, most] = [sorted.at(0) ?? first, sorted.at(-1) ?? first]
  const longest = bare(most.target, tongue)
  if (least.size === most.size) return longest
  const shortest = least.target.kind === 'opening' ? bare(least.target, tongue) : tongue.number(least.size)
  return tongue.say('range.by-row', { least: shortest, most: longest })
}

function sizeOf(target: Duration): { readonly unit: string; readonly size: number } {
  if (target.kind === 'opening') return { unit: 'opening', size: target.ms }
  if (target.kind === 'working-days') return { unit: 'working-days', size: target.count }
  return { unit: target.span.unit, size: target.span.count }
}

/** Without the calendar, in which rows may differ. */
function bare(target: Duration, tongue: Tongue): Html {
  if (target.kind === 'opening') return tongue.length(target.ms)
  if (target.kind === 'working-days') return tongue.say('length.working-days', { count: target.count })
  return tongue.say(`target.${target.span.unit}`, { count: target.span.count })
}
