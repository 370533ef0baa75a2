import type { CompiledCharter } from '../charter/index.ts'
import { ColumnsBuilder, type TicketEvent } from '../ticket/index.ts'
import { bindCharter } from './bind.ts'
import { knownDay } from './fact-numbers.ts'
import { Judge } from './judge.ts'

/**
 * One ticket's history judged up to `now` (UTC ms), with the facts as they then are. `afterEvent` hears of each event that
 * was judged. What happens or is recorded later says nothing (SPEC E1).
 */
export function replay(
  charter: CompiledCharter,
  history: readonly TicketEvent[],
  now: number,
  afterEvent: (judge: Judge, event: number, instant: number) => void = () => undefined,
): Judge {
  const builder = new ColumnsBuilder([...charter.document.events.keys()])
  const ticket = history[0]?.ticket ?? ''
  for (const event of history) {
    // What is not yet known says nothing, not even that it does not fit (SPEC E1).
    if (event.ticket === ticket && event.at <= now && event.recorded <= now) builder.add(event)
  }
  builder.leaveOutMoved(now)
  const columns = builder.finish()
  const judge: Judge = new Judge(bindCharter(charter, columns), {
    notes: true,
    afterEvent: (event, instant) => afterEvent(judge, event, instant),
  })
  if (columns.tickets.length > 0) judge.judge(0, now)
  judge.facts.today = knownDay(charter.zone, now)
  return judge
}
