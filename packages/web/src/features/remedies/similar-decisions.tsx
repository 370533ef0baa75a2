import type { RemediesOfTicket } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMoments } from '../people/me.tsx'
import { GrantSign } from './grant-sign.tsx'
import { remedyWords } from './remedy-words.ts'

/** What became of the same on other tickets: so that like is treated alike, whoever answers. */
export function SimilarDecisions({ similar }: Pick<RemediesOfTicket, 'similar'>) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  if (similar.length === 0) return null
  return (
    <details className="similar">
      <summary>{words.say('remedies.similar', { count: similar.length })}</summary>
      <ul>
        {similar.map((decision) => {
          const at = Date.parse(decision.at)
          return (
            <li key={`${decision.ticket} ${decision.at} ${decision.remedy}`} className="grant">
              <p>
                <Link to="/tickets/$view/$number" params={{ view: 'all', number: decision.ticket }}>
                  #{decision.ticket}
                </Link>{' '}
                {remedyWords(decision, words)} <GrantSign state={decision.state} />
              </p>
              <p className="quiet small grant-foot">
                {decision.is_bend && <span>{words.say('grant.kindness')}</span>}
                {decision.by !== null && <bdi>{decision.by.name}</bdi>}
                <time dateTime={decision.at} title={moments.exact(at)}>
                  {moments.near(at, now)}
                </time>
              </p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
