import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { GrantCard } from './grant-card.tsx'
import { GRANT_TABS } from './grant-states.ts'
import '../../ui/tabs.css'
import './remedies.css'
import './grants.css'

/** What waits for approval, what is to be carried out, what was done and refused. */
export function GrantsScreen() {
  const words = useWords()
  const { state = 'asked' } = useSearch({ from: '/grants' })
  const list = useInfiniteQuery(queries.grants(state))
  const grants = list.data?.pages.flatMap(({ items }) => items) ?? []
  const title = words.say('grants.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <nav className="tabs" aria-label={title}>
          {GRANT_TABS.map((tab) => (
            <Link
              key={tab}
              to="/grants"
              search={tab === 'asked' ? {} : { state: tab }}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {words.say(`grants.tab.${tab}`)}
            </Link>
          ))}
        </nav>
        <p>{words.say('grants.lead')}</p>
      </header>
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
    </main>
  )
}
