/** Words of a whole history that no charter at hand knows: counted in its columns, their places looked up in its files. */
import { type EventColumns, type HistoryAccount, KIND, readEvent, STATE } from '@avow/core'
import type { Io } from '../io.ts'
import { linesOf } from './lines-of.ts'
import { literalPattern } from './literal-pattern.ts'
import { openInput } from './open-input.ts'
import { nameOf } from './read-text.ts'
import { type Oddity, odditiesOf, type Vocabulary } from './vocabulary.ts'

export interface OddWord extends Oddity {
  readonly count: number
}

/** Where things stand first: `history.jsonl:7`, by `placeKey`. A field whose value is unusable comes with the value. */
export interface FirstPlaces {
  readonly places: ReadonlyMap<string, string>
  /** Of each state that there is not: how many events. */
  readonly states: ReadonlyMap<string, number>
}

export type PlaceKind = Oddity['kind'] | 'unknown field' | 'bad field'

export const placeKey = (kind: PlaceKind, word: string) => `${kind} ${word}`

/** Undeclared facts and promises in the columns, and how many events change to a state that there is not. */
export function oddWordsIn(
  columns: EventColumns,
  vocabulary: Vocabulary,
): { readonly words: readonly OddWord[]; readonly states: number } {
  const words: OddWord[] = []
  for (const { name, rows } of columns.facts) {
    if (vocabulary.facts.has(name)) continue
    words.push({ kind: 'fact', word: name, count: rows.reduce((sum, value) => sum + Number(value >= 0), 0) })
  }
  const promises = columns.details.map(({ tells, withdraws }) =>
    [...new Set([...tells, ...withdraws])].filter((id) => !vocabulary.promises.has(id)),
  )
  const isUnknown = columns.details.map(({ state }) => state === STATE.unknown)
  if (!promises.some((ids) => ids.length > 0) && !isUnknown.includes(true)) return { words, states: 0 }
  const told = new Map<string, number>()
  let states = 0
  columns.kind.forEach((kind, row) => {
    if (kind === KIND.created || kind === KIND.factsChanged) return
    const detail = columns.detail[row] ?? -1
    if (kind === KIND.status && isUnknown[detail] === true) states++
    for (const id of promises[detail] ?? []) told.set(id, (told.get(id) ?? 0) + 1)
  })
  for (const [word, count] of told) words.push({ kind: 'promise', word, count })
  return { words, states }
}

/** Looks through the lines of the files once more, until each thing wanted was found. Standard input is gone by then. */
export async function firstPlaces(
  paths: readonly string[],
  account: HistoryAccount,
  { words, states }: ReturnType<typeof oddWordsIn>,
  vocabulary: Vocabulary,
  io: Io,
): Promise<FirstPlaces> {
  const wanted = new Set([
    ...words.map(({ kind, word }) => placeKey(kind, word)),
    ...[...account.unknownTypes.keys()].map((type) => placeKey('type', type)),
    ...[...account.unknownFields.keys()].map((field) => placeKey('unknown field', field)),
    ...[...account.badFields.keys()].map((field) => placeKey('bad field', field)),
  ])
  const search = new Search(wanted, states, vocabulary)
  for (const path of paths) {
    if (search.isDone || path === '-') continue
    for await (const { number, text } of linesOf(openInput(path, io))) {
      search.look(text, `${nameOf(path)}:${number}`)
      if (search.isDone) break
    }
  }
  return search
}

class Search implements FirstPlaces {
  readonly places = new Map<string, string>()
  readonly states = new Map<string, number>()
  private readonly wanted: Set<string>
  private statesLeft: number
  private readonly vocabulary: Vocabulary
  private needles = /$^/

  constructor(wanted: Set<string>, states: number, vocabulary: Vocabulary) {
    this.wanted = wanted
    this.statesLeft = states
    this.vocabulary = vocabulary
    this.sharpen()
  }

  get isDone(): boolean {
    return this.wanted.size === 0 && this.statesLeft === 0
  }

  look(text: string, place: string): void {
    if (!this.needles.test(text)) return
    const value = objectIn(text)
    if (value === undefined) return
    const { event, problems } = readEvent(value)
    if (event === undefined) return
    const before = this.wanted.size
    for (const { code, field } of problems) {
      if (code === 'unknown-field') this.found(placeKey('unknown field', field), place)
      else this.found(placeKey('bad field', field), `${place}: ${shown(value, field)}`)
    }
    for (const { kind, word } of odditiesOf(event, this.vocabulary)) {
      if (kind === 'state' && this.statesLeft > 0) {
        this.statesLeft--
        this.states.set(word, (this.states.get(word) ?? 0) + 1)
        if (!this.places.has(placeKey(kind, word))) this.places.set(placeKey(kind, word), place)
      } else this.found(placeKey(kind, word), place)
    }
    if (this.wanted.size < before) this.sharpen()
  }

  private found(key: string, place: string): void {
    if (this.wanted.delete(key)) this.places.set(key, place)
  }

  /** Only lines that could hold something still wanted are worth parsing. */
  private sharpen(): void {
    const words = [...this.wanted].map((key) => key.replace(/^(unknown field|bad field|\S+) /, ''))
    if (this.statesLeft > 0) words.push('status.changed')
    // A word that JSON writes with an escape can stand on any line that has one.
    this.needles = new RegExp(
      words.length === 0 ? '$^' : [...words.map((word) => literalPattern(word)), '\\\\'].join('|'),
    )
  }
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** A field's value as typed, cut where it is long. */
function shown(value: object, field: string): string {
  const text = JSON.stringify(Object.entries(value).find(([name]) => name === field)?.[1]) ?? ''
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
