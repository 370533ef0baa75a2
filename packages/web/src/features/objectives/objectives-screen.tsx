import { dayWords } from '@avow/contract'
import { STANCES } from '@avow/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { MarkedClauses } from './marked-clauses.tsx'
import { ObjectiveCard } from './objective-card.tsx'
import { objectiveQueries } from './objective-queries.page.ts'
import { ObservedWaits } from './observed-waits.tsx'
import { ofStance } from './stance-filter.ts'
import './objectives.css'

/** Where the company wants to be, how far it is by its own figures, and how others stand. */
export function ObjectivesScreen() {
  const words = useWords()
  const navigate = useNavigate()
  const filter = useSearch({ from: '/charter/objectives' })
  const { data, error, isPending, refetch } = useQuery(objectiveQueries.objectives())
  const all = data?.items ?? []
  const shown = ofStance(all, filter)
  const marked = data?.marked.filter(({ stance }) => filter.stance === undefined || stance === filter.stance) ?? []
  const hasAny = all.length + (data?.marked.length ?? 0) > 0
  const title = words.say('objectives.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('objectives.lead')}</p>
      </header>
      {error !== null && <Trouble error={error} again={refetch} />}
      {isPending && <Loading />}
      {data !== undefined && all.length === 0 && (
        <Nothing title={words.say('objectives.none')}>
          <p>{words.say('objectives.none-hint')}</p>
        </Nothing>
      )}
      {hasAny && (
        <div className="choice" role="radiogroup" aria-label={words.say('objectives.stance')}>
          {[undefined, ...STANCES].map((stance) => (
            <label key={stance ?? ''}>
              <input
                type="radio"
                name="stance"
                checked={filter.stance === stance}
                onChange={() =>
                  void navigate({
                    to: '/charter/objectives',
                    search: stance === undefined ? {} : { stance },
                    replace: true,
                  })
                }
              />
              {words.say(stance === undefined ? 'objectives.all' : `stance.${stance}`)}
            </label>
          ))}
        </div>
      )}
      {data?.period != null && all.length > 0 && (
        <p className="quiet objectives-period">
          {words.say('objectives.period', {
            from: dayWords(words.locale, data.period.from),
            until: dayWords(words.locale, data.period.until),
            zone: data.period.zone,
          })}
        </p>
      )}
      {hasAny && filter.stance !== undefined && shown.length + marked.length === 0 && (
        <Nothing title={words.say('objectives.none-so')}>
          <Link to="/charter/objectives" className="button">
            {words.say('objectives.show-all')}
          </Link>
        </Nothing>
      )}
      {shown.map((one) => (
        <ObjectiveCard key={one.id} objective={one} />
      ))}
      <MarkedClauses clauses={marked} />
      {data !== undefined && <ObservedWaits objectives={all} />}
    </main>
  )
}
