import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { SkippedFilterBar } from './skipped-filter-bar.tsx'
import { SkippedItem } from './skipped-item.tsx'
import { skippedList } from './skipped-queries.page.ts'
import './skipped.css'

/** Steps of procedures that somebody skipped, for who leads: which, on which ticket, when, who and why. */
export function SkippedScreen() {
  const words = useWords()
  const filters = useSearch({ from: '/handbook/skipped' })
  const list = useInfiniteQuery(skippedList(filters))
  const steps = list.data?.pages.flatMap(({ items }) => items) ?? []
  const isFiltered = Object.keys(filters).length > 0
  const title = words.say('skipped.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('skipped.lead')}</p>
      </header>
      <SkippedFilterBar filters={filters} procedures={list.data?.pages[0]?.procedures ?? []} />
      {list.error !== null && <Trouble error={list.error} again={list.refetch} />}
      {list.isPending && <Loading />}
      {list.isSuccess && steps.length === 0 && (
        <Nothing title={words.say(isFiltered ? 'skipped.none-here' : 'skipped.none')}>
          {isFiltered ? (
            <Link to="/handbook/skipped" className="button">
              {words.say('skipped.clear')}
            </Link>
          ) : (
            <p>{words.say('skipped.none-hint')}</p>
          )}
        </Nothing>
      )}
      <ol className="skipped-steps">
        {steps.map((step) => (
          <SkippedItem key={step.id} skipped={step} />
        ))}
      </ol>
      {list.hasNextPage && (
        <p className="more">
          <button
            type="button"
            className="button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {words.say('more')}
          </button>
        </p>
      )}
    </main>
  )
}
