import { dayWords, type Improvement, type Improvements } from '@avow/contract'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { ClauseLink } from '../direction/clause-link.tsx'
import { useMay, useMoments } from '../people/me.tsx'
import { PlanForm } from './plan-form.tsx'

interface ItemProps {
  readonly item: Improvement
  readonly improvements: Improvements
}

/** One clause: its rank, by which figures it has it, and what was said of mending it. */
export function ImprovementItem({ item, improvements }: ItemProps) {
  const words = useWords()
  const moments = useMoments()
  const mayPlan = useMay('charter.standing')
  const [isPlanning, plan] = useState(false)
  const { version, clauses, period } = improvements
  const { of } = useCharter(version.hash)
  const { clause, rank, effort, position, owner, by, note, state, said } = item
  return (
    <li className="improvement">
      <p className="improvement-name">
        {rank !== null && <strong className="improvement-rank">{words.number(rank)}</strong>}{' '}
        <ClauseLink id={clause} clauses={clauses} of={of} />
      </p>
      <p>
        <Figures item={item} contacts={improvements.contacts} />
      </p>
      <dl>
        <div>
          <dt>{words.say('improvement.effort')}</dt>
          <dd>{words.say(`improvement.effort.${effort ?? 'unsaid'}`)}</dd>
        </div>
        <div>
          <dt>{words.say('improvement.owner')}</dt>
          <dd>
            <bdi>{owner?.name ?? (position === null ? words.say('improvement.nobody') : of.position(position))}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.say('improvement.by')}</dt>
          <dd>
            {by === null ? (
              words.say('improvement.no-date')
            ) : (
              <>
                <time dateTime={by}>{dayWords(words.locale, by)}</time>{' '}
                {state === 'open' && by < period.until && (
                  <span className="state broken">{words.say('improvement.overdue')}</span>
                )}
              </>
            )}
          </dd>
        </div>
        {state !== 'open' && (
          <div>
            <dt>{words.say('improvement.state')}</dt>
            <dd>{words.say(`improvement.state.${state}`)}</dd>
          </div>
        )}
      </dl>
      {note !== '' && (
        <p className="improvement-note" dir="auto">
          {note}
        </p>
      )}
      {said !== null && (
        <p className="quiet small">
          {words.say('improvement.said', {
            who: said.by?.name ?? words.say('improvement.nobody'),
            time: moments.full(Date.parse(said.at)),
          })}
        </p>
      )}
      {mayPlan && (
        <details open={isPlanning} onToggle={(event) => plan(event.currentTarget.open)}>
          <summary aria-label={words.say('improvement.plan-of', { clause })}>{words.say('improvement.plan')}</summary>
          {isPlanning && <PlanForm item={item} onKept={() => plan(false)} />}
        </details>
      )}
    </li>
  )
}

/** `40% of contacts (16 of 40) · went wrong on 25% (3 of 12) · weight 5`; of what was never measured, whether it touched any. */
function Figures({ item, contacts }: { readonly item: Improvement; readonly contacts: number }) {
  const words = useWords()
  const { touched, told, wrong, share, harm, weight } = item
  if (harm === null) return words.say('improvement.touched', { touched })
  const parts = [
    words.say('improvement.share', { share: share ?? 0, touched, contacts }),
    words.say('improvement.harm', { harm, wrong, told }),
    // In hundredths, to one decimal: a share of a share is small.
    words.say('improvement.weight', { weight: Math.round((weight ?? 0) * 1000) / 10 }),
  ]
  return parts.join(' · ')
}
