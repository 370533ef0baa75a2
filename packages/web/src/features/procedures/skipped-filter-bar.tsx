import { Link, useNavigate } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { readSkippedFilters, type SkippedFilters } from './skipped-filters.ts'

interface SkippedFilterBarProps {
  readonly filters: SkippedFilters
  /** Those of which a step was ever skipped. */
  readonly procedures: readonly string[]
}

/** What the list is narrowed to: a procedure, a period. */
export function SkippedFilterBar({ filters, procedures }: SkippedFilterBarProps) {
  const words = useWords()
  const navigate = useNavigate()
  const narrow = (name: keyof SkippedFilters, value: string) =>
    void navigate({ to: '/handbook/skipped', search: readSkippedFilters({ ...filters, [name]: value }), replace: true })
  const { procedure, from, until } = filters
  const known = [...new Set([...procedures, ...(procedure === undefined ? [] : [procedure])])]
  return (
    <search className="skipped-filters" aria-label={words.say('skipped.filters')}>
      <label className="field">
        <span>{words.say('skipped.procedure')}</span>
        <select
          className="input"
          value={procedure ?? ''}
          onChange={({ currentTarget }) => narrow('procedure', currentTarget.value)}
        >
          <option value="">{words.say('skipped.all')}</option>
          {known.map((id) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.say('skipped.from')}</span>
        <input
          className="input"
          type="date"
          value={from ?? ''}
          max={until}
          onChange={({ currentTarget }) => narrow('from', currentTarget.value)}
        />
      </label>
      <label className="field">
        <span>{words.say('skipped.until')}</span>
        <input
          className="input"
          type="date"
          value={until ?? ''}
          min={from}
          onChange={({ currentTarget }) => narrow('until', currentTarget.value)}
        />
      </label>
      {Object.keys(filters).length > 0 && (
        <Link to="/handbook/skipped" className="button plain">
          {words.say('skipped.clear')}
        </Link>
      )}
    </search>
  )
}
