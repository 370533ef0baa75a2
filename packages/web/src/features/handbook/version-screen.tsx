import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { draftQueries } from '../drafts/draft-queries.page.ts'
import { useMay } from '../people/me.tsx'
import { ClauseDifference } from './clause-difference.tsx'
import { handbookQueries } from './handbook-queries.page.ts'
import { KeptWarnings } from './kept-warnings.tsx'
import { Standing } from './standing.tsx'
import { VersionLine } from './version-line.tsx'
import './handbook.css'

/** What a version says differently from the one before it; for those who answer for it, who has read that. */
export function VersionScreen() {
  const words = useWords()
  const { version = 0 } = useParams({ strict: false })
  const { data: versions } = useQuery(draftQueries.versions())
  const { data, error, refetch } = useQuery(handbookQueries.differences(version))
  const mayStand = useMay('charter.standing')
  const row = versions?.items.find((one) => one.version === version)
  const title = words.say('version.name', { version })
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
      </header>
      {row !== undefined && <VersionLine version={row} />}
      {isProblem(error, 'not-found') ? (
        <Nothing title={words.say('version.missing', { version })} />
      ) : (
        error !== null && <Trouble error={error} again={refetch} />
      )}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {mayStand && <Standing version={version} />}
          <KeptWarnings warnings={data.warnings} />
          <h2>{data.from === null ? words.say('version.first') : words.say('version.against', { from: data.from })}</h2>
          {data.items.length === 0 && (
            <Nothing title={words.say('version.same')}>
              <p>{words.say('version.same-hint')}</p>
            </Nothing>
          )}
          <ol className="changes">
            {data.items.map((difference) => (
              <li key={`${difference.kind} ${difference.id}`} className="change">
                <ClauseDifference difference={difference} credits={data.suggested} />
              </li>
            ))}
          </ol>
        </>
      )}
    </main>
  )
}
