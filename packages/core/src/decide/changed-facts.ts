/** What changed facts do to a run that is under way: SPEC F2–F7. */
import { SEVERAL_ROWS, type Target } from '../charter/index.ts'
import { NO_ROW_YET, PENDING, RUN, type Run } from './run.ts'
import type { RunBook } from './run-book.ts'

/** Decides the row of a running run again at `instant`. Due instants are compared as though an open pause ended there. */
export function decideAgain(book: RunBook, run: Run, instant: number): void {
  book.advance(run, instant)
  if (run.state !== RUN.running) return
  const promise = book.promiseOf(run)
  const row = book.rowOf(run.promise)
  // Where several rows match under unique, nobody can say which: the run goes on as it was (C6).
  if (row === SEVERAL_ROWS) return
  if (promise.clause.onChange === 'keep' && run.row !== NO_ROW_YET) {
    if (row !== run.row) book.note(run, 'row-fixed', instant, row)
    return
  }
  const target = book.targetOf(run.promise, row)
  if (target === undefined) leaveAllRows(book, run, instant)
  else if (run.row === NO_ROW_YET) enter(book, run, row, target, instant)
  else if (row !== run.row) changeRow(book, run, row, target, instant)
  else run.pending = PENDING.none
  run.reckonedAt = -1
}

function leaveAllRows(book: RunBook, run: Run, instant: number): void {
  const { row, origin, target } = run
  if (target === undefined) return
  if (run.told) {
    run.pending = PENDING.withdrawal
    book.note(run, 'row-kept', instant, NO_ROW_YET)
    return
  }
  run.leftRows = { at: instant, due: book.dueOf(run, instant), row, origin, target }
  run.row = NO_ROW_YET
  run.target = undefined
  run.earlier = []
  run.pending = PENDING.none
  run.paused = false
}

function enter(book: RunBook, run: Run, row: number, target: Target, instant: number): void {
  run.since = instant
  if (run.firstRow === NO_ROW_YET) run.firstRow = row
  run.leftRows = undefined
  take(run, row, target, instant)
  book.note(run, 'row-changed', instant)
  book.notePassedOver(run, instant, row)
}

function changeRow(book: RunBook, run: Run, row: number, target: Target, instant: number): void {
  const current = book.dueOf(run, instant)
  const before = { row: run.row, target: run.target, origin: run.origin, earlier: run.earlier }
  take(run, row, target, run.since)
  const candidate = book.dueOf(run, instant)
  if (candidate > current && run.told) {
    run.row = before.row
    run.target = before.target
    run.origin = before.origin
    run.earlier = before.earlier
    run.pending = PENDING.looser
    run.pendingRow = row
    run.pendingTarget = target
    book.note(run, 'row-kept', instant, row)
    book.notePassedOver(run, instant, row)
    return
  }
  if (candidate < current && candidate < instant && before.target !== undefined) {
    run.origin = instant
    run.earlier = [...before.earlier, { row: before.row, target: before.target, origin: before.origin }]
  }
  book.note(run, 'row-changed', instant)
  book.notePassedOver(run, instant, row)
}

function take(run: Run, row: number, target: Target, origin: number): void {
  run.row = row
  run.target = target
  run.origin = origin
  run.earlier = []
  run.pending = PENDING.none
}
