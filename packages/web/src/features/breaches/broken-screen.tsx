import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { BreachCard } from './breach-card.tsx'
import { breachList } from './breach-queries.page.ts'
import { FilterBar } from './filter-bar.tsx'
import { Totals } from './totals.tsx'
import { WeekColumns } from './week-columns.tsx'
import './broken.css'

/** Promises that were broken: how many, by what, and why each. What is chosen stands in the address. */
export function BrokenScreen() {
  const words = useWords()
  const filters = useSearch({ from: '/broken' })
  const list = useInfiniteQuery(breachList(filters))
  const breaches = list.data?.pages.flatMap(({ items }) => items) ?? []
  const title = words.say('broken.title')
  const isFiltered = Object.keys(filters).length > 0
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <p>{words.say('broken.lead')}</p>
      </header>
      <FilterBar filters={filters} />
      <section className="totals" aria-label={words.say('broken.totals')}>
        <Totals by="cause" filters={filters} />
        <Totals by="promise" filters={filters} />
        <Totals by="team" filters={filters} />
        <WeekColumns filters={filters} />
      </section>
      <h2>{words.say('broken.list')}</h2>
      {list.error !== null && <Trouble error={list.error} again={list.refetch} />}
      {list.isPending && <Loading />}
      {list.isSuccess && breaches.length === 0 && (
        <Nothing title={words.say(isFiltered ? 'broken.none-here' : 'broken.none')}>
          {isFiltered ? (
            <Link to="/broken" className="button">
              {words.say('broken.clear')}
            </Link>
          ) : (
            <p>{words.say('broken.none-hint')}</p>
          )}
        </Nothing>
      )}
      <ol className="breaches">
        {breaches.map((breach) => (
          <BreachCard
            key={`${breach.ticket.id} ${breach.commitment.promise} ${breach.commitment.run}`}
            breach={breach}
          />
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
