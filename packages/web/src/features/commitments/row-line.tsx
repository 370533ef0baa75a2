import type { TicketRow } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { useMoments } from '../people/me.tsx'
import { layOut } from './promise-line.ts'
import { rowStanding } from './standing.ts'
import { StandingSign } from './standing-sign.tsx'
import { dueWords } from './standing-words.ts'
import './promise-line.css'

/** The promise line of a row, 96 × 8 px, and what it says in words. */
export function RowLine({ row }: { readonly row: TicketRow }) {
  const now = useNow()
  const standing = rowStanding(row, now)
  const label = useRowLabel(row, now)
  if (standing === undefined) return <span className="row-line" />
  const { next } = row
  // What is broken already is red from end to end, whatever else is still to come.
  const isOver = standing === 'broken' && next !== null && Date.parse(next.due) >= now
  const line =
    next === null || isOver
      ? undefined
      : layOut({ start: Date.parse(next.start), due: Date.parse(next.due), done: null, ended: null, spans: [] }, now)
  return (
    <span className={`row-line ${standing}`} role="img" aria-label={label} title={label}>
      {standing !== 'running' && <StandingSign standing={standing} size={12} />}
      <span className="line small" aria-hidden="true">
        {line?.pieces.map((piece) => (
          <i
            key={piece.from}
            className={`piece ${piece.kind}${piece.ahead ? ' ahead' : ''}`}
            style={{ insetInlineStart: `${piece.at}%`, inlineSize: `${piece.length}%` }}
          />
        ))}
        {line === undefined && <i className={`piece whole ${standing === 'paused' ? 'paused' : 'late'}`} />}
        {line?.due != null && <i className="mark-due" style={{ insetInlineStart: `${line.due}%` }} />}
      </span>
    </span>
  )
}

/** `First answer: due in 1 h 20 min, by 11:30`; what is broken or paused follows, or leads where it is what the line shows. */
export function useRowLabel(row: TicketRow, now: number): string {
  const words = useWords()
  const moments = useMoments()
  const { of } = useCharter()
  const { next, broken, paused } = row
  const parts: string[] = []
  const isBrokenFirst = broken > 0 && rowStanding(row, now) === 'broken'
  if (isBrokenFirst) parts.push(words.say('line.broken-count', { count: broken }))
  if (next !== null)
    parts.push(
      words.say('line.row', {
        promise: of.promiseName(next.promise),
        standing: dueWords(Date.parse(next.due), now, words, moments),
      }),
    )
  if (broken > 0 && !isBrokenFirst) parts.push(words.say('line.broken-count', { count: broken }))
  if (paused > 0) parts.push(words.say('line.paused-count', { count: paused }))
  return parts.length === 0 ? words.say('line.none') : parts.join('. ')
}
