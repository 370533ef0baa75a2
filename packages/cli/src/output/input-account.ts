/** What became of every line and row that was read: used, or skipped for a counted reason. The counts add up. */
import { ROW_NOTES, SKIP_REASONS } from '@avow/core'
import type { LoadedHistories } from '../input/load-histories.ts'

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

function skippedLines({ lines }: LoadedHistories): readonly CountedReason[] {
  const { blank, repeated, unknownTypes, unreadable } = lines
  const [first] = unreadable.first
  return [
    { reason: 'blank', count: blank, about: 'lines without anything' },
    { reason: 'repeated', count: repeated, about: 'the event’s id was there already' },
    ...[...unknownTypes].map(([type, count]) => ({
      reason: `unknown type ${type}`,
      count,
      about: 'no event that the charter declares',
    })),
    {
      reason: 'unreadable',
      count: unreadable.count,
      about: first === undefined ? '' : `first: file ${first.file}, line ${first.line}: ${first.message}`,
    },
  ]
}

function skippedRows({ rows }: LoadedHistories): readonly CountedReason[] {
  return [...(rows?.skipped ?? [])].map(([reason, { count, first }]) => ({
    reason,
    count,
    about: `${SKIP_REASONS[reason]} (first: ${first})`,
  }))
}

function notesOnLines({ lines, undeclared }: LoadedHistories): readonly CountedReason[] {
  const { unknownFields, badFields, droppedFacts, notUtf8 } = lines
  return [
    ...[...unknownFields].map(([field, count]) => ({
      reason: `unknown field ${field}`,
      count,
      about: 'no format knows it',
    })),
    ...[...badFields].map(([field, count]) => ({
      reason: `unusable ${field}`,
      count,
      about: 'its value could not be used, and was left out',
    })),
    { reason: 'facts left out', count: droppedFacts, about: 'the history names more facts than can be kept' },
    { reason: 'not UTF-8', count: notUtf8, about: 'lines with bytes that are no text' },
    ...[...undeclared].map(([type, count]) => ({
      reason: `undeclared event ${type}`,
      count,
      about: 'the table gives it and the charter does not declare it',
    })),
  ]
}

function notesOnRows({ rows }: LoadedHistories): readonly CountedReason[] {
  return [...(rows?.notes ?? [])].map(([note, { count, first }]) => ({
    reason: note,
    count,
    about: `${ROW_NOTES[note]} (first: ${first})`,
  }))
}
