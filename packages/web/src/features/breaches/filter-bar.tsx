import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { type BreachFilters, type FilterName, readBreachFilters } from './breach-filters.ts'
import { breachTotals } from './breach-queries.page.ts'
import { groupName } from './breach-words.ts'

const FILTERS = ['cause', 'promise', 'team', 'week'] as const satisfies readonly FilterName[]
/** Of a choice: all. A team may be the empty word. */
const ALL = '*'

/** What the list is narrowed to, to be chosen and taken away. */
export function FilterBar({ filters }: { readonly filters: BreachFilters }) {
  const words = useWords()
  return (
    <search className="breach-filters" aria-label={words.say('broken.filters')}>
      {FILTERS.map((name) => (
        <Filter key={name} name={name} filters={filters} />
      ))}
      {Object.keys(filters).length > 0 && (
        <Link to="/broken" className="button plain">
          {words.say('broken.clear')}
        </Link>
      )}
    </search>
  )
}

function Filter({ name, filters }: { readonly name: FilterName; readonly filters: BreachFilters }) {
  const words = useWords()
  const navigate = useNavigate()
  const { of } = useCharter()
  const { data } = useQuery(breachTotals(name, filters))
  const chosen = filters[name]
  const keys = [...new Set([...(data?.items.map(({ key }) => key) ?? []), ...(chosen === undefined ? [] : [chosen])])]
  return (
    <label className="field">
      <span>{words.say(`broken.by.${name}`)}</span>
      <select
        className="input"
        value={chosen ?? ALL}
        onChange={({ currentTarget }) => {
          const { [name]: _, ...others } = filters
          const search = currentTarget.value === ALL ? others : { ...others, [name]: currentTarget.value }
          void navigate({ to: '/broken', search: readBreachFilters(search), replace: true })
        }}
      >
        <option value={ALL}>{words.say('broken.all')}</option>
        {keys.map((key) => (
          <option key={key} value={key}>
            {groupName(name, key, words, of)}
          </option>
        ))}
      </select>
    </label>
  )
}
