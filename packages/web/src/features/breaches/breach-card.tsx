import type { Breach } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { FullLine } from '../commitments/full-line.tsx'
import { StandingSign } from '../commitments/standing-sign.tsx'
import { standingWords } from '../commitments/standing-words.ts'
import { useMay, useMoments } from '../people/me.tsx'
import { causeName } from './breach-words.ts'
import { BrokenPromise } from './broken-promise.tsx'
import { CauseDialog } from './cause-dialog.tsx'
import { lineOf } from './line-of-breach.ts'
import { SegmentsBar } from './segments-bar.tsx'
import '../commitments/promise-line.css'

/** One broken promise: how late, on which ticket, its line, where the time went, and why by the rule or by a lead. */
export function BreachCard({ breach }: { readonly breach: Breach }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { of } = useCharter()
  const [isCorrecting, correct] = useState(false)
  const mayCorrect = useMay('breaches.correct')
  const { ticket, customer, assignee, team, cause, corrected, segments } = breach
  const commitment = lineOf(breach)
  const { promise, due } = commitment
  const who = [
    customer?.name,
    assignee === null ? words.say('row.unassigned') : words.say('row.assigned', { who: assignee.name }),
    team,
  ].filter((one) => one != null && one !== '')
  return (
    <li className="breach">
      <div className="breach-what broken">
        <p className="state broken">
          <StandingSign standing="broken" />
          <strong>{standingWords(commitment, now, words, moments)}</strong>
        </p>
        <p>
          {words.say('broken.promise', { id: promise, name: of.promiseName(promise) })}
          {due !== null && (
            <>
              {' · '}
              <time className="quiet" dateTime={due} title={moments.exact(Date.parse(due))}>
                {words.say('broken.due', { time: moments.near(Date.parse(due), now) })}
              </time>
            </>
          )}
        </p>
        <p>
          <Link to="/tickets/$view/$number" params={{ view: 'all', number: ticket.number }}>
            <bdi dir="ltr">#{ticket.number}</bdi>{' '}
            <bdi>{ticket.subject === '' ? words.say('list.no-subject') : withoutTurning(ticket.subject)}</bdi>
          </Link>
        </p>
        <p className="quiet">
          {who.map((one, at) => (
            <span key={one}>
              {at > 0 && ' · '}
              <bdi>{withoutTurning(one ?? '')}</bdi>
            </span>
          ))}
        </p>
        <FullLine commitment={commitment} />
      </div>
      <div className="breach-why">
        <p>
          <strong>{causeName(corrected?.cause ?? cause, words)}</strong>
        </p>
        {corrected === null ? (
          <p className="quiet">{words.say(`cause.rule.${cause}`)}</p>
        ) : (
          <>
            <p>{words.say('broken.corrected', { who: corrected.by?.name ?? '–', reason: corrected.reason })}</p>
            <p className="quiet">
              {words.say('broken.by-rule', { cause: causeName(cause, words), rule: words.say(`cause.rule.${cause}`) })}
            </p>
          </>
        )}
        <BrokenPromise breach={breach} />
        <SegmentsBar segments={segments} />
        {mayCorrect && (
          <button type="button" className="button small" aria-haspopup="dialog" onClick={() => correct(true)}>
            {words.say('broken.correct')}
          </button>
        )}
        {isCorrecting && <CauseDialog breach={breach} onClose={() => correct(false)} />}
      </div>
    </li>
  )
}
