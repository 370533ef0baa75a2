/** A backtest for people: the promises, what else was seen, and what became of the input. */
import {
  type BacktestResult,
  type CompiledCharter,
  nearest,
  type PromiseComparison,
  type PromiseCounts,
  sayInstant,
} from '@avow/core'
import type { Paint } from '../io.ts'
import { counted, thousands } from './counted.ts'
import type { CountedReason, InputAccount } from './input-account.ts'
import { shareText, tableLines } from './table-lines.ts'
import { valueText } from './ticket-text.ts'

export interface Backtested {
  readonly charter: CompiledCharter
  /** UTC ms. */
  readonly now: number
  readonly result: BacktestResult
  readonly account: InputAccount
  readonly seconds: { readonly all: number; readonly reading: number; readonly judging: number }
  readonly against?: { readonly path: string; readonly promises: ReadonlyMap<string, PromiseComparison> }
}

const STATES = ['kept', 'broken', 'running', 'paused', 'cancelled'] as const

export function backtestText({ charter, now, result, account, seconds, against }: Backtested, paint: Paint): string {
  const rows = [...result.promises].map(([id, counts]) => [
    id,
    ...STATES.map((state) => thousands(counts[state])),
    shareText(counts.kept, counts.kept + counts.broken),
  ])
  const [header = '', ...table] = tableLines(['promise', ...STATES, 'share kept'], rows)
  const lines = [
    `${charter.id} on ${counted(result.tickets, 'ticket')} and ${counted(result.events, 'event')}, as of ${sayInstant(charter.zone, now)} (${charter.zone.name})`,
    '',
    paint('bold', header),
    ...table,
    ...[...result.promises].flatMap(([id, counts]) => besideLines(id, counts)),
    ...section('Not judged', unjudged(result), paint),
    ...section('Not understood', misfits(charter, result), paint),
    ...(against === undefined ? [] : section(`Against ${against.path}`, comparison(against.promises), paint)),
    ...section(
      `${counted(account.read, 'line')} read: ${thousands(account.used)} used, ${thousands(account.read - account.used)} skipped`,
      reasons(account.skipped),
      paint,
      true,
    ),
    ...section('Seen beside', reasons(account.notes), paint),
    '',
    paint(
      'dim',
      `${seconds.all.toFixed(1)} s: ${seconds.reading.toFixed(1)} s to read, ${seconds.judging.toFixed(2)} s to judge`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

function section(title: string, lines: readonly string[], paint: Paint, always = false): readonly string[] {
  return lines.length === 0 && !always ? [] : ['', paint('bold', title), ...lines.map((line) => `  ${line}`)]
}

function besideLines(id: string, counts: Readonly<PromiseCounts>): readonly string[] {
  const { kept, broken, cancelledBy, putOff, inCrisis = { kept: 0, broken: 0 } } = counts
  const cases = inCrisis.kept + inCrisis.broken
  const without = shareText(kept - inCrisis.kept, kept + broken - cases)
  const cancelled = [...cancelledBy].map(([reason, count]) => `${thousands(count)} ${reason}`)
  return [
    ...(cancelled.length > 0 ? [`  ${id} cancelled: ${cancelled.join(', ')}`] : []),
    ...(cases > 0
      ? [
          `  ${id} in a crisis: ${thousands(inCrisis.kept)} kept, ${thousands(inCrisis.broken)} broken; ${without} kept without them`,
        ]
      : []),
    ...(putOff > 0 ? [`  ${id} put off: ${thousands(putOff)} given a later time after one was told`] : []),
  ]
}

function unjudged({ withoutCreation, unjudged: failed, ambiguous }: BacktestResult): readonly string[] {
  return [
    ...(withoutCreation > 0
      ? [`${counted(withoutCreation, 'ticket')} without a creation at or before this instant`]
      : []),
    ...[...failed].map(([code, count]) => `${counted(count, 'run')} that could not be reckoned (${code})`),
    ...[...ambiguous].map(
      ([id, count]) => `${counted(count, 'ticket')} on which several rows of ${id} match, under hit: unique`,
    ),
  ]
}

/** `2 values of “channel” do not fit it and count as unknown: fone, mail`. */
function misfits(charter: CompiledCharter, result: BacktestResult): readonly string[] {
  return [...result.misfits].map(([fact, { events, values }]) => {
    const verbs = events === 1 ? 'does not fit it and counts' : 'do not fit it and count'
    const type = charter.facts.get(fact)?.type
    const known = type?.kind === 'choice' ? type.values : []
    const [only] = values
    const guess = values.length === 1 ? nearest(String(only), known, { left: 1000 }) : undefined
    const help = guess === undefined ? '' : `; did you mean “${guess}”?`
    return `${counted(events, 'value')} of “${fact}” ${verbs} as unknown: ${values.map((value) => valueText(value)).join(', ')}${help}`
  })
}

function comparison(promises: ReadonlyMap<string, PromiseComparison>): readonly string[] {
  return [...promises].flatMap(([id, { same, moved, changes }]) => [
    `${id}: ${thousands(same)} in the same state${moved > 0 ? ` (${thousands(moved)} with another due time)` : ''}`,
    ...changes.map(
      ({ from, to, count, tickets }) =>
        `  ${thousands(count)} ${from} → ${to}: ${tickets.join(', ')}${count > tickets.length ? ' …' : ''}`,
    ),
  ])
}

function reasons(list: readonly CountedReason[]): readonly string[] {
  const width = Math.max(0, ...list.map(({ count }) => thousands(count).length))
  return list.map(
    ({ reason, count, about }) => `${thousands(count).padStart(width)}  ${reason}${about === '' ? '' : `: ${about}`}`,
  )
}
