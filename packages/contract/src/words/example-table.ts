import { type Example, type FactDefinition, formatMoney, type Money } from '@avow/core'
import type { ClauseView } from '../versions.ts'
import { cellWords, factName, moneyIn } from './cell-words.ts'
import { clauseName } from './clause-name.ts'
import { dayWords } from './formats.ts'
import { givenWords } from './given-words.ts'
import type { OutlineBlock } from './outline-parts.ts'
import { lengthWords } from './target-words.ts'
import type { ClauseWording } from './tongue.ts'

type Facts = ReadonlyMap<string, FactDefinition>

/**
 * The examples of a charter as a table: what is given, when, and what the charter then says. Those that speak of a clause which
 * is not among `clauses` are left out; undefined where none is left.
 */
export function exampleTable(
  examples: readonly Example[],
  clauses: readonly ClauseView[],
  facts: Facts,
  wording: ClauseWording,
): OutlineBlock | undefined {
  const { words } = wording
  const known = new Set(clauses.map(({ id }) => id))
  const told = examples.filter(({ promises, remedies }) =>
    [...promises.keys(), ...remedies.keys()].every((id) => known.has(id)),
  )
  if (told.length === 0) return undefined
  return {
    kind: 'table',
    columns: [words.say('edition.given'), words.say('edition.at'), words.say('edition.expected')],
    rows: told.map((example) => [
      words.list([...example.given].map(([fact, value]) => factWords(fact, value, facts, wording))),
      timeWords(example.at, wording),
      words.list(expectedWords(example, clauses, wording)),
    ]),
  }
}

function factWords(fact: string, value: unknown, facts: Facts, wording: ClauseWording): string {
  return wording.words.say('case.fact', {
    fact: factName(fact, wording),
    value: valueWords(fact, value, facts, wording),
  })
}

/** As a history has it: money in minor units, durations in ms, dates as text, `null` for what is not known. */
function valueWords(fact: string, value: unknown, facts: Facts, wording: ClauseWording): string {
  const { words } = wording
  if (value === null) return words.say('unknown')
  if (isMoney(value)) return moneyIn(formatMoney(value), words) ?? formatMoney(value)
  if (typeof value === 'number' && facts.get(fact)?.type.kind === 'duration')
    return lengthWords(`${value} ms`, wording) ?? String(value)
  const written = String(value)
  return /^\d{4}-\d\d-\d\d$/.test(written) ? dayWords(words.locale, written) : cellWords(fact, written, wording)
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value
}

function expectedWords(
  { promises, remedies }: Example,
  clauses: readonly ClauseView[],
  wording: ClauseWording,
): readonly string[] {
  const { words } = wording
  const name = (id: string) => {
    const clause = clauses.find((each) => each.id === id)
    const said = clause?.kind === 'promise' ? clauseName(clause, clauses, wording) : ''
    return said === '' ? id : `${id} ${said}`
  }
  return [
    ...[...promises].map(([id, { due }]) =>
      words.say('case.fact', {
        fact: name(id),
        value:
          due === undefined
            ? words.say('edition.applies')
            : due === 'none'
              ? words.say('get.no-promise')
              : words.say('edition.due', { time: timeWords(due, wording) }),
      }),
    ),
    ...[...remedies].map(([id, { allow, upTo }]) => {
      const kinds =
        allow === undefined || allow.length === 0
          ? words.say('get.nothing')
          : givenWords('allow', allow.join(','), wording)
      const limit = upTo === undefined ? undefined : (moneyIn(formatMoney(upTo), words) ?? formatMoney(upTo))
      const value =
        limit === undefined
          ? kinds
          : words.say('list.both', { one: kinds, other: words.say('gives.up-to', { amount: limit }) })
      return words.say('case.fact', { fact: id, value })
    }),
  ]
}

/** `2026-12-23T16:30` as date and wall clock; what has an offset stands as written. */
function timeWords(written: string, { words }: ClauseWording): string {
  const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(written) ?? []
  return date === '' ? written : words.say('list.both', { one: dayWords(words.locale, date), other: time })
}
