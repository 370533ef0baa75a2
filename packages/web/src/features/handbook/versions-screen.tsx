import type { VersionRow } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { draftQueries } from '../drafts/draft-queries.page.ts'
import { RollBack } from './roll-back.tsx'
import { VersionLine } from './version-line.tsx'
import './handbook.css'

/** Everything that was published, the newest first. */
export function VersionsScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(draftQueries.versions())
  const title = words.say('versions.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('versions.lead')}</p>
      </header>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && (
        <Nothing title={words.say('handbook.none')}>
          <p>{words.say('handbook.none-hint')}</p>
        </Nothing>
      )}
      <ol className="versions">
        {data?.items.map((version) => (
          <Version key={version.version} version={version} />
        ))}
      </ol>
    </main>
  )
}

function Version({ version }: { readonly version: VersionRow }) {
  const words = useWords()
  return (
    <li className={version.state}>
      <VersionLine version={version} />
      <p className="clause-deeds">
        <Link to="/charter/versions/$version" params={{ version: version.version }} className="button small">
          {words.say('versions.differences')}
        </Link>
        {version.state === 'past' && <RollBack version={version.version} />}
      </p>
    </li>
  )
}
