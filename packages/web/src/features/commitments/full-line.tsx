import type { Commitment } from '@avow/contract'
import { type KeyboardEvent, useRef, useState } from 'react'
import { lengthsOf } from '../../messages/lengths.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMoments } from '../people/me.tsx'
import { layOut, type Piece } from './promise-line.ts'
import { isMissed, spansOf, standingOf } from './standing.ts'
import './full-line.css'

/** The promise line at full width. Each of its spans has a name, shown when it is pointed at or reached with the arrows. */
export function FullLine({ commitment }: { readonly commitment: Commitment }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const [named, name] = useState<number>()
  const pieces = useRef<(HTMLElement | null)[]>([])
  const { start, due, fulfilled_at: done, target } = commitment
  const standing = standingOf(commitment, now)
  const line = layOut(
    {
      start: Date.parse(start),
      due: due === null ? null : Date.parse(due),
      done: done === null ? null : Date.parse(done),
      ended: endOf(commitment),
      spans: spansOf(commitment),
    },
    now,
  )
  const lengths = lengthsOf(words)
  const isLate = line.pieces.some(({ kind }) => kind === 'late')
  const isCounted = / of /.test(target) && !/working day/.test(target)
  const nameOf = ({ kind, from, to, ahead }: Piece): string => {
    const span = moments.span(from, to)
    const what =
      kind === 'counted' && !isCounted
        ? words.say('line.counted-days', { span })
        : words.say(`line.${kind}`, {
            span,
            length: kind === 'late' ? lengths.wall(to - from) : lengths.exact(to - from),
          })
    return ahead ? words.say('line.ahead', { what }) : what
  }
  const whole =
    due === null
      ? words.say('line.whole-paused', { start: moments.full(Date.parse(start)) })
      : words.say('line.whole', { start: moments.full(Date.parse(start)), due: moments.full(Date.parse(due)) })

  const onKey = (event: KeyboardEvent): void => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const by = event.key === forward ? 1 : event.key === backward ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    pieces.current[Math.min(line.pieces.length - 1, Math.max(0, (named ?? 0) + by))]?.focus()
  }
  const dueLabel = due === null ? null : `◆ ${moments.near(Date.parse(due), now)}`
  const reached = done === null ? words.say('line.now') : moments.near(Date.parse(done), now)
  const shown = named === undefined ? undefined : line.pieces[named]
  return (
    <div className="full-line">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of named spans of a drawing, not a set of fields */}
      <div
        className={`line ${standing}`}
        role="group"
        aria-label={whole}
        title={line.bent ? words.say('line.bent') : undefined}
      >
        {line.pieces.map((piece, at) => (
          <span
            key={`${piece.kind} ${piece.from}`}
            ref={(element) => {
              pieces.current[at] = element
            }}
            role="img"
            // One stop for the whole line; the arrows go along it.
            tabIndex={at === (named ?? 0) ? 0 : -1}
            aria-label={nameOf(piece)}
            className={`reach${at === named ? ' named' : ''}`}
            style={{ insetInlineStart: `${piece.at}%`, inlineSize: `${piece.length}%` }}
            onFocus={() => name(at)}
            onBlur={() => name(undefined)}
            onPointerEnter={() => name(at)}
            onPointerLeave={() => name(undefined)}
            onKeyDown={onKey}
          >
            <i className={`piece ${piece.kind}${piece.ahead ? ' ahead' : ''}`} />
          </span>
        ))}
        <i className="mark-start" />
        {line.now !== null && <i className="mark-now" style={{ insetInlineStart: `${line.now}%` }} />}
        {line.due !== null && <i className="mark-due" style={{ insetInlineStart: `${line.due}%` }} />}
        {line.done !== null && <i className="mark-done" style={{ insetInlineStart: `${line.done}%` }} />}
      </div>
      <div className={isLate ? 'times late' : 'times'} aria-hidden="true">
        {shown === undefined ? (
          <>
            {isLate && dueLabel !== null && (
              // As far along its row as the diamond is along the line: under it, and never past either end.
              <p className="time-of-due">
                <i style={{ flexGrow: line.due ?? 0 }} />
                <span>{dueLabel}</span>
                <i style={{ flexGrow: 100 - (line.due ?? 0) }} />
              </p>
            )}
            <p>
              <span>{moments.near(Date.parse(start), now)}</span>
              <span>{isLate ? reached : (dueLabel ?? words.say('line.now'))}</span>
            </p>
          </>
        ) : (
          <p className="name">{nameOf(shown)}</p>
        )}
      </div>
    </div>
  )
}

/** From when nothing is waited for; null while something is, also after it broke. */
function endOf(one: Commitment): number | null {
  if (isMissed(one)) return one.due === null ? null : Date.parse(one.due)
  if (one.settled_at === null || one.state === 'broken') return null
  return Date.parse(one.settled_at)
}
