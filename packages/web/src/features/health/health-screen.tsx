import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { type AnswerOf, call } from '../../api/call.page.ts'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { useMay } from '../people/me.tsx'
import { NamesOfGap } from './names-of-gap.tsx'
import './health.css'

type Gap = AnswerOf<'readHealth'>['gaps'][number]

const health = () =>
  queryOptions({ queryKey: ['health-check'], queryFn: ({ signal }) => call('readHealth', { signal }) })

/** What of the charter in force, and of the desk that keeps it, is missing: what, why, and where it is mended. */
export function HealthScreen() {
  const words = useWords()
  const { data, error, isPending, refetch } = useQuery(health())
  const title = words.say('health-check.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('health-check.lead')}</p>
      </header>
      {isProblem(error, 'no-charter') && (
        <Nothing title={words.say('health-check.none')}>
          <p>{words.say('health-check.none-hint')}</p>
          <Link to="/charter/templates">{words.say('charter.templates')}</Link>{' '}
          <Link to="/charter/drafts">{words.say('charter.drafts')}</Link>
        </Nothing>
      )}
      {error !== null && !isProblem(error, 'no-charter') && <Trouble error={error} again={refetch} />}
      {isPending && <Loading />}
      {data !== undefined && <Health health={data} />}
    </main>
  )
}

function Health({ health: { checks, passed, percent, gaps } }: { readonly health: AnswerOf<'readHealth'> }) {
  const words = useWords()
  const missed = new Set(gaps.map(({ check }) => check))
  return (
    <div className="health">
      <p className="health-score">
        {words.say('health-check.score', { percent: percent / 100, passed, checks: checks.length })}
      </p>
      <p className="quiet">{words.say('health-check.score-means')}</p>
      {gaps.length === 0 ? (
        <p>{words.say('health-check.well')}</p>
      ) : (
        <section aria-labelledby="health-gaps">
          <h2 id="health-gaps">{words.say('health-check.gaps', { count: gaps.length })}</h2>
          <ul className="health-gaps">
            {gaps.map((gap) => (
              <li key={gap.check}>
                <h3>
                  <TriangleAlert aria-hidden="true" />{' '}
                  {words.say(`health-check.gap.${gap.check}`, { count: gap.count })}
                </h3>
                <NamesOfGap gap={gap} />
                <p>{words.say(`health-check.why.${gap.check}`)}</p>
                <p>
                  {words.say(`health-check.mend.${gap.check}`)} <WayToMend gap={gap} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {passed > 0 && (
        <section aria-labelledby="health-passed">
          <h2 id="health-passed">{words.say('health-check.passed', { count: passed })}</h2>
          <ul className="health-passed">
            {checks
              .filter((check) => !missed.has(check))
              .map((check) => (
                <li key={check}>
                  <CircleCheck aria-hidden="true" /> {words.say(`health-check.check.${check}`)}
                </li>
              ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Where a gap is closed, for who may go there; what the charter lacks is written in a draft of it. */
function WayToMend({ gap: { check } }: { readonly gap: Gap }) {
  const words = useWords()
  const mayWrite = useMay('charter.write')
  switch (check) {
    case 'positions':
      return <Link to="/people">{words.say('health-check.to.people')}</Link>
    case 'mailboxes':
      return <Link to="/settings/addresses">{words.say('health-check.to.addresses')}</Link>
    case 'evaluated':
      return <Link to="/attention">{words.say('health-check.to.attention')}</Link>
    default:
      return mayWrite ? (
        <Link to="/charter/drafts">{words.say('health-check.to.drafts')}</Link>
      ) : (
        <Link to="/charter/suggestions">{words.say('charter.suggestions')}</Link>
      )
  }
}
