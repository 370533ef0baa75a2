import type { Grant } from '@avow/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, Navigate, useSearch } from '@tanstack/react-router'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { Exceptions } from './exceptions.tsx'
import { GrantCard } from './grant-card.tsx'
import { GrantShareFigure } from './grant-share-figure.tsx'
import { firstTab, GRANT_TABS, type GrantTab } from './grant-states.ts'
import '../../ui/tabs.css'
import './remedies.css'
import './grants.css'

/** Counts from here on are not counted out. */
const MOST = 1000

/** What waits for approval, what is to be carried out, what was done and refused. */
export function GrantsScreen() {
  const { state } = useSearch({ from: '/grants' })
  const counts = useQuery(queries.grantCounts())
  const found = counts.data && { ...counts.data.counts, exceptions: counts.data.to_review }
  if (state !== undefined) return <GrantsOfState state={state} counts={found} />
  if (found !== undefined) return <Navigate to="/grants" search={{ state: firstTab(found) }} replace />
  return (
    <main className="page">
      {counts.error === null ? <Loading /> : <Trouble error={counts.error} again={counts.refetch} />}
    </main>
  )
}

interface GrantsOfStateProps {
  readonly state: GrantTab
  readonly counts: Readonly<Partial<Record<Grant['state'] | 'exceptions', number>>> | undefined
}

function GrantsOfState({ state, counts }: GrantsOfStateProps) {
  const words = useWords()
  const title = words.say('grants.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <nav className="tabs" aria-label={title}>
          {GRANT_TABS.map((tab) => (
            <Link key={tab} to="/grants" search={{ state: tab }} activeOptions={{ exact: true, includeSearch: true }}>
              {words.say(`grants.tab.${tab}`)}{' '}
              <Count count={counts?.[tab]} isDue={tab === 'asked' || tab === 'exceptions'} />
            </Link>
          ))}
        </nav>
        <p>{words.say('grants.lead')}</p>
      </header>
      <GrantShareFigure />
      {state === 'exceptions' ? <Exceptions /> : <GrantList state={state} />}
    </main>
  )
}

function GrantList({ state }: { readonly state: Exclude<GrantTab, 'exceptions'> }) {
  const words = useWords()
  const list = useInfiniteQuery(queries.grants(state))
  const grants = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      {list.error !== null && <Trouble error={list.error} again={list.refetch} />}
      {list.isPending && <Loading />}
      {list.isSuccess && grants.length === 0 && (
        <Nothing title={words.say(`grants.none.${state}`)}>
          <p>{words.say(`grants.none-hint.${state}`)}</p>
        </Nothing>
      )}
      <ul className="grant-list">
        {grants.map((grant, at) => (
          <GrantCard key={grant.id} grant={grant} isOpenAtFirst={state === 'asked' && at === 0} />
        ))}
      </ul>
      {list.hasNextPage && (
        <p className="more">
          <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
            {words.say('more')}
          </button>
        </p>
      )}
    </>
  )
}

function Count({ count, isDue }: { readonly count: number | undefined; readonly isDue: boolean }) {
  const words = useWords()
  if (count === undefined) return null
  return (
    <span className={isDue && count > 0 ? 'count' : 'quiet'}>
      {words.number(Math.min(count, MOST))}
      {count >= MOST && '+'}
    </span>
  )
}
