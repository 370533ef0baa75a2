import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '../../api/call.page.ts'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { DirectionGraph } from './direction-graph.tsx'
import { directionQuery } from './direction-queries.page.ts'
import { PillarTable } from './pillar-table.tsx'
import { TraceMatrix } from './trace-matrix.tsx'
import './direction.css'

/** What the charter in force is there for: what serves what, which clause serves which objective, and what was kept for each value. */
export function DirectionScreen() {
  const words = useWords()
  const { data, error, isPending, refetch } = useQuery(directionQuery())
  const title = words.say('charter.direction')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('direction.lead')}</p>
      </header>
      {isProblem(error, 'no-charter') && (
        <Nothing title={words.say('direction.no-charter')}>
          <p>{words.say('direction.no-charter-hint')}</p>
        </Nothing>
      )}
      {error !== null && !isProblem(error, 'no-charter') && <Trouble error={error} again={refetch} />}
      {isPending && <Loading />}
      {data !== undefined && <Direction direction={data} />}
    </main>
  )
}

function Direction({ direction }: { readonly direction: AnswerOf<'readDirection'> }) {
  const words = useWords()
  const { version, mission, clauses } = direction
  const { of } = useCharter(version.hash)
  const said = of.text(mission)
  const hasObjectives = clauses.some(({ kind }) => kind === 'objective')
  return (
    <>
      {said === undefined ? (
        <p className="quiet">{words.say('direction.no-mission')}</p>
      ) : (
        <p className="direction-mission" id="mission" tabIndex={-1}>
          <bdi lang={said.language}>{said.text}</bdi>
        </p>
      )}
      {!hasObjectives && (
        <Nothing title={words.say('direction.no-objectives')}>
          <p>{words.say('direction.no-objectives-hint')}</p>
          <Link to="/handbook" className="button">
            {words.say('charter.handbook')}
          </Link>
        </Nothing>
      )}
      <PillarTable direction={direction} of={of} />
      <TraceMatrix direction={direction} of={of} />
      <DirectionGraph direction={direction} of={of} />
    </>
  )
}
