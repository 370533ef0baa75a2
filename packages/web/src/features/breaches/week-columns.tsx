import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { type BreachFilters, readBreachFilters } from './breach-filters.ts'
import { breachTotals } from './breach-queries.page.ts'
import { weekWords } from './breach-words.ts'

/** So many weeks are drawn; earlier ones are among the filters. */
const MOST = 12

/** How many broke in each week, the latest last. */
export function WeekColumns({ filters }: { readonly filters: BreachFilters }) {
  const words = useWords()
  const { data, error, refetch } = useQuery(breachTotals('week', filters))
  const weeks = [...(data?.items ?? [])].sort((a, b) => a.key.localeCompare(b.key)).slice(-MOST)
  const most = Math.max(1, ...weeks.map(({ broken }) => broken))
  const { week: chosen, ...others } = filters
  return (
    <section className="total">
      <h3>{words.say('broken.by.week')}</h3>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && weeks.length === 0 && <p className="quiet">{words.say('broken.total-none')}</p>}
      {weeks.length > 0 && (
        <div className="week-scroller" ref={showEnd}>
          <ol className="columns">
            {weeks.map(({ key, broken, settled }) => (
              <li key={key}>
                <Link
                  to="/broken"
                  search={readBreachFilters(key === chosen ? others : { ...others, week: key })}
                  aria-current={key === chosen ? 'true' : undefined}
                  activeOptions={{ exact: true }}
                  title={
                    settled === null || settled === 0
                      ? undefined
                      : words.say('broken.of', { settled, percent: broken / settled })
                  }
                >
                  <strong>{words.number(broken)}</strong>
                  <i aria-hidden="true" style={{ blockSize: `${Math.max(2, Math.round((56 * broken) / most))}px` }} />
                  <span className="quiet">{weekWords(key, words.locale)}</span>
                </Link>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

/** The latest week is seen first, where there is no room for all. */
function showEnd(box: HTMLElement | null): void {
  if (box !== null) box.scrollLeft = document.documentElement.dir === 'rtl' ? -box.scrollWidth : box.scrollWidth
}
