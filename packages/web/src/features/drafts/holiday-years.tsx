import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { serverNow } from '../../time/clock.page.ts'
import type { Fields } from './charter-data.ts'

/** The years from `from` to `to`, both included. */
export interface Years {
  readonly from: number
  readonly to: number
}

/** Years to choose the first from. */
const AHEAD = 10
/** Years at once: what is further off is a guess, laws change. */
const AT_ONCE = 5

/** Two years at first: those that the calendar does not know yet. */
export function useYears(calendar: Fields) {
  const [thisYear] = useState(() => new Date(serverNow()).getUTCFullYear())
  const [years, setYears] = useState<Years>(() => {
    const known = /^(\d{4})-(\d\d-\d\d)$/.exec(String(calendar['holidays until'] ?? ''))
    const next = known === null ? thisYear : Number(known[1]) + (known[2] === '12-31' ? 1 : 0)
    const from = Math.min(Math.max(thisYear, next), thisYear + AHEAD - 1)
    return { from, to: from + 1 }
  })
  return { thisYear, years, setYears }
}

/** From which year to which. */
export function YearsField(props: {
  readonly thisYear: number
  readonly years: Years
  readonly onChange: (years: Years) => void
}) {
  const { thisYear, years, onChange } = props
  const words = useWords()
  const firsts = Array.from({ length: AHEAD }, (_, index) => thisYear + index)
  const lasts = Array.from({ length: AT_ONCE }, (_, index) => years.from + index)
  return (
    <>
      <label className="field">
        <span>{words.say('studio.holidays.from')}</span>
        <select
          className="input"
          value={years.from}
          onChange={({ currentTarget }) => {
            const from = Number(currentTarget.value)
            onChange({ from, to: Math.min(Math.max(from, years.to), from + AT_ONCE - 1) })
          }}
        >
          {firsts.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.say('studio.holidays.to')}</span>
        <select
          className="input"
          value={years.to}
          onChange={({ currentTarget }) => onChange({ ...years, to: Number(currentTarget.value) })}
        >
          {lasts.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </label>
    </>
  )
}
