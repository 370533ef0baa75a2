/** What a message told or withdrew: SPEC F4, F5. */
import type { EventDetail } from '../ticket/index.ts'
import { PENDING, RUN, type Run } from './run.ts'
import type { RunBook } from './run-book.ts'

/** Takes note of the due times that a message told the customer or withdrew. */
export function hearTold(book: RunBook, about: EventDetail | undefined, instant: number): void {
  if (about === undefined || (about.tells.length === 0 && about.withdraws.length === 0)) return
  for (let index = 0; index < book.count; index++) {
    const run = book.run(index)
    if (!run.open || run.state !== RUN.running || run.target === undefined) continue
    const { id } = book.promiseOf(run)
    const tells = about.tells.includes(id)
    const withdraws = about.withdraws.includes(id)
    if (!tells && !withdraws) continue
    book.advance(run, instant)
    if ((run.state as number) !== RUN.running) continue
    if (withdraws && run.pending === PENDING.withdrawal) book.cancel(run, instant, 'withdrawn')
    else if (tells) tell(book, run, instant)
  }
}

function tell(book: RunBook, run: Run, instant: number): void {
  run.told = true
  book.note(run, 'told', instant)
  if (run.pending !== PENDING.looser) return
  run.row = run.pendingRow
  run.target = run.pendingTarget
  run.origin = run.since
  run.earlier = []
  run.pending = PENDING.none
  run.putOff = true
  run.reckonedAt = -1
  book.note(run, 'put-off', instant)
}
