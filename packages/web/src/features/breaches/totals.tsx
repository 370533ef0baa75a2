import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lengthsOf } from '../../messages/lengths.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { type BreachFilters, type FilterName, readBreachFilters } from './breach-filters.ts'
import { breachTotals } from './breach-queries.page.ts'
import { groupName } from './breach-words.ts'

interface TotalsProps {
  readonly by: Exclude<FilterName, 'week'>
  readonly filters: BreachFilters
}

/** How many broke, by cause, clause or team; each bar leads to its tickets, and back. */
export function Totals({ by, filters }: TotalsProps) {
  const words = useWords()
  const { of } = useCharter()
  const { data, error, refetch } = useQuery(breachTotals(by, filters))
  const items = [...(data?.items ?? [])].sort((a, b) => b.broken - a.broken)
  const most = Math.max(1, ...items.map(({ broken }) => broken))
  const { [by]: chosen, ...others } = filters
  return (
    <section className="total">
      <h3>{words.say(`broken.by.${by}`)}</h3>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && items.length === 0 && <p className="quiet">{words.say('broken.total-none')}</p>}
      <ul>
        {items.map(({ key, broken, settled, median_late_ms: late }) => (
          <li key={key}>
            <Link
              to="/broken"
              search={readBreachFilters(key === chosen ? others : { ...others, [by]: key })}
              aria-current={key === chosen ? 'true' : undefined}
              className="bar-row"
              activeOptions={{ exact: true }}
            >
              <span className="bar-name">
                <bdi>{groupName(by, key, words, of)}</bdi>
              </span>
              <span className="bar" aria-hidden="true">
                <i style={{ inlineSize: `${(100 * broken) / most}%` }} />
              </span>
              <span className="bar-count">
                <strong>{words.number(broken)}</strong>
                {settled !== null && settled > 0 && (
                  <span className="quiet"> {words.say('broken.of', { settled, percent: broken / settled })}</span>
                )}
              </span>
              <span className="for-readers">
                {words.say('broken.half-late', { length: lengthsOf(words).wall(late) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
