/** What became of every line and row that was read: used, or skipped for a counted reason. The counts add up. */
import { KIND, ROW_NOTES, SKIP_REASONS } from '@avow/core'
import type { LoadedHistories } from '../input/load-histories.ts'
import { type PlaceKind, placeKey } from '../input/odd-words.ts'
import { didYouMean, type OddityKind } from '../input/vocabulary.ts'

export interface CountedReason {
  readonly reason: string
  readonly count: number
  /** The first such line or row, or what the reason means. */
  readonly about: string
}

export interface InputAccount {
  readonly read: number
  readonly used: number
  /** `used` and these add up to `read`. */
  readonly skipped: readonly CountedReason[]
  /** Counted beside; the lines and rows are used. */
  readonly notes: readonly CountedReason[]
}

/** The account of one load, lines of JSON and rows of tables together. */
export function inputAccount(loaded: LoadedHistories): InputAccount {
  const { rows, jsonLines, jsonEvents } = loaded
  const skipped = [...skippedLines(loaded), ...skippedRows(loaded)].filter(({ count }) => count > 0)
  const notes = [...notesOnLines(loaded), ...notesOnRows(loaded)].filter(({ count }) => count > 0)
  return { read: jsonLines + (rows?.rows ?? 0), used: jsonEvents + (rows?.used ?? 0), skipped, notes }
}

function skippedLines(loaded: LoadedHistories): readonly CountedReason[] {
  const { lines, lineFiles, vocabulary } = loaded
  const { blank, repeated, unknownTypes, unreadable } = lines
  const shown = unreadable.first
    .slice(0, SHOWN)
    .map(({ file, line, message }) => `${lineFiles[file - 1] ?? `file ${file}`}:${line}: ${message}`)
  return [
    { reason: 'blank', count: blank, about: 'lines without anything' },
    { reason: 'repeated', count: repeated, about: 'the event’s id was there already' },
    ...[...unknownTypes].map(([type, count]) => ({
      reason: `unknown type ${type}`,
      count,
      about: `no event that the charter declares${didYouMean({ kind: 'type', word: type }, vocabulary)}${first(loaded, 'type', type)}`,
    })),
    {
      reason: 'unreadable',
      count: unreadable.count,
      about: `${shown.join('; ')}${unreadable.count > shown.length ? '; …' : ''}`,
    },
  ]
}

/** Unreadable lines shown one by one. */
const SHOWN = 3

/** ` (first: history.jsonl:7)`, where that is known. */
function first({ places }: LoadedHistories, kind: PlaceKind, word: string): string {
  const place = places.get(placeKey(kind, word))
  return place === undefined ? '' : ` (first: ${place})`
}

function skippedRows({ rows }: LoadedHistories): readonly CountedReason[] {
  return [...(rows?.skipped ?? [])].map(([reason, { count, first }]) => ({
    reason,
    count,
    about: `${SKIP_REASONS[reason]} (first: ${first})`,
  }))
}

/** Where most tickets are older than their creation, the instants were hardly read as they were meant. */
const SWAPPED = '; so many that day and month may be exchanged'

function lateCreations({ columns }: LoadedHistories): number {
  const { first, at, kind } = columns
  let late = 0
  for (let ticket = 0; ticket < columns.tickets.length; ticket++) {
    const [from = 0, to = 0] = [first[ticket], first[ticket + 1]]
    let row = from
    while (row < to && kind[row] !== KIND.created) row++
    if (row < to && (at[row] ?? 0) > (at[from] ?? 0)) late++
  }
  return late > columns.tickets.length / 2 ? late : 0
}

const ODD: Readonly<Record<OddityKind, { readonly reason: string; readonly about: string }>> = {
  type: { reason: 'unknown type', about: 'no event that the charter declares' },
  fact: { reason: 'undeclared fact', about: 'the charter does not declare it' },
  state: { reason: 'unknown state', about: 'there is no such state' },
  promise: { reason: 'unknown promise', about: 'told or withdrawn, and the charter has no such promise' },
}

function oddWords(loaded: LoadedHistories): readonly CountedReason[] {
  return loaded.odd.map((odd) => ({
    reason: `${ODD[odd.kind].reason}${odd.word === '' ? '' : ` ${odd.word}`}`,
    count: odd.count,
    about: `${ODD[odd.kind].about}${didYouMean(odd, loaded.vocabulary)}${first(loaded, odd.kind, odd.word)}`,
  }))
}

function notesOnLines(loaded: LoadedHistories): readonly CountedReason[] {
  const { lines, undeclared, vocabulary } = loaded
  const { unknownFields, badFields, droppedFacts, notUtf8 } = lines
  return [
    ...oddWords(loaded),
    {
      reason: 'tickets with events before their creation',
      count: lateCreations(loaded),
      about: `the charter judges a ticket from its creation on${SWAPPED}`,
    },
    ...[...unknownFields].map(([field, count]) => ({
      reason: `unknown field ${field}`,
      count,
      about: `no format knows it${first(loaded, 'unknown field', field)}`,
    })),
    ...[...badFields].map(([field, count]) => ({
      reason: `unusable ${field}`,
      count,
      about: `its value could not be used, and was left out${first(loaded, 'bad field', field)}`,
    })),
    { reason: 'facts left out', count: droppedFacts, about: 'the history names more facts than can be kept' },
    { reason: 'not UTF-8', count: notUtf8, about: 'lines with bytes that are no text' },
    ...[...undeclared].map(([type, count]) => ({
      reason: `undeclared event ${type}`,
      count,
      about: `the table gives it and the charter does not declare it${didYouMean({ kind: 'type', word: type }, vocabulary)}`,
    })),
  ]
}

function notesOnRows({ rows }: LoadedHistories): readonly CountedReason[] {
  const isMost = (count: number) => count > (rows?.tickets ?? 0) / 2
  return [...(rows?.notes ?? [])].map(([note, { count, first }]) => ({
    reason: note,
    count,
    about: `${ROW_NOTES[note]} (first: ${first})${note === 'before creation, moved' && isMost(count) ? SWAPPED : ''}`,
  }))
}
