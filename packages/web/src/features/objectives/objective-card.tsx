import { dayWords, type Objective, termWords } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { amountWords } from './figure-words.ts'

/** One objective: what it is, how far it is, and against whom. */
export function ObjectiveCard({ objective }: { readonly objective: Objective }) {
  const words = useWords()
  const { of } = useCharter()
  const { id, owner, value, baseline, target, stretch, by, stance, current, comparisons } = objective
  const says = of.text(objective.says)
  const named = [
    ['term.baseline', baseline],
    ['term.target', target],
    ['term.stretch', stretch],
  ] as const
  return (
    <section className="objective" aria-labelledby={`objective-${id}`}>
      <h2 id={`objective-${id}`}>
        <Link to="/handbook" hash={id} className="mark ltr">
          {id}
        </Link>{' '}
        <span dir="auto" lang={says?.language}>
          {says?.text}
        </span>
      </h2>
      <p className="objective-now">
        <strong>{current.figure === null ? '–' : amountWords(current.figure, words)}</strong>{' '}
        <Standing objective={objective} />{' '}
        <span className="quiet">
          {termWords('measure', current.measure, { words, of })}
          {current.cases > 0 && ` · ${words.say('objective.cases', { cases: current.cases })}`}
        </span>
      </p>
      <dl>
        {named.map(([key, amount]) =>
          amount === null ? null : (
            <div key={key}>
              <dt>{words.say(key)}</dt>
              <dd>{amountWords(amount, words)}</dd>
            </div>
          ),
        )}
        <div>
          <dt>{words.say('term.by')}</dt>
          <dd>
            <time dateTime={by}>{dayWords(words.locale, by)}</time>
          </dd>
        </div>
        <div>
          <dt>{words.say('term.owner')}</dt>
          <dd>{owner === null ? words.say('objective.nobody') : <bdi>{of.position(owner)}</bdi>}</dd>
        </div>
        {stance !== null && (
          <div>
            <dt>{words.say('term.stance')}</dt>
            <dd>{words.say(`stance.${stance}`)}</dd>
          </div>
        )}
        {value !== null && (
          <div>
            <dt>{words.say('term.value')}</dt>
            <dd>
              <Link to="/handbook" hash={value.id} className="mark ltr">
                {value.id}
              </Link>{' '}
              <bdi>{of.text(value.says)?.text}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {comparisons.length === 0 ? (
        <p className="quiet">{words.say('objective.no-comparison')}</p>
      ) : (
        <ComparisonTable objective={id} comparisons={comparisons} />
      )}
    </section>
  )
}

function Standing({ objective: { is_reached, is_stretch_reached } }: { readonly objective: Objective }) {
  const words = useWords()
  if (is_reached === null)
    return (
      <span className="state paused">
        <CircleDashed aria-hidden="true" /> {words.say('objective.no-cases')}
      </span>
    )
  return is_reached ? (
    <span className="state kept">
      <CircleCheck aria-hidden="true" />{' '}
      {words.say(is_stretch_reached === true ? 'objective.stretch-reached' : 'objective.reached')}
    </span>
  ) : (
    <span className="state at-risk">
      <TriangleAlert aria-hidden="true" /> {words.say('objective.not-reached')}
    </span>
  )
}
