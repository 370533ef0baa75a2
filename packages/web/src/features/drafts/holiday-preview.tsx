import type { Holidays } from '@avow/contract'
import { useState } from 'react'
import { dateFormat } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { holidayEdits, knowsMoreWith, leavesGap, speaksOf } from './holiday-edits.ts'
import type { HolidaysFor } from './holidays-for.ts'
import { useStudio } from './studio-context.tsx'

interface HolidayPreviewProps extends HolidaysFor {
  readonly found: Holidays
  readonly firstYear: number
  /** Whether these are likely to be all the holidays of their years. */
  readonly areAll: boolean
}

/** What was found, date by date; those chosen are written into the calendar with one press. */
export function HolidayPreview(props: HolidayPreviewProps) {
  const { path, calendar, onClose, found, firstYear, areAll } = props
  const { edit } = useStudio()
  const words = useWords()
  const [left, setLeft] = useState<readonly string[]>([])
  const [isKnown, setKnown] = useState(areAll)
  const dates = found.items.map(({ date }) => date).filter((date) => !left.includes(date))
  const fresh = dates.filter((date) => !speaksOf(calendar, date))
  const edits = holidayEdits(calendar, path, {
    dates,
    firstYear,
    source: found.source,
    until: isKnown ? found.until : undefined,
  })
  return (
    <section className="holiday-preview" aria-label={words.say('studio.holidays.found')}>
      {found.items.length === 0 && <p className="quiet">{words.say('studio.holidays.none')}</p>}
      <ul>
        {found.items.map((holiday) => (
          <HolidayLine
            key={holiday.date}
            holiday={holiday}
            isThere={speaksOf(calendar, holiday.date)}
            isChosen={!left.includes(holiday.date)}
            onChoose={(isChosen) =>
              setLeft(isChosen ? left.filter((one) => one !== holiday.date) : [...left, holiday.date])
            }
          />
        ))}
      </ul>
      {found.passed_over > 0 && (
        <p className="quiet">{words.say('studio.holidays.passed-over', { count: found.passed_over })}</p>
      )}
      {found.items.length > 0 && knowsMoreWith(calendar, { firstYear, until: found.until }) && (
        <label className="check">
          <input type="checkbox" checked={isKnown} onChange={({ currentTarget }) => setKnown(currentTarget.checked)} />
          {words.say('studio.holidays.known', { date: dayWords(found.until, words.locale) })}
        </label>
      )}
      {leavesGap(calendar, { firstYear }) && (
        <p className="band risk">{words.say('studio.holidays.gap', { year: String(firstYear) })}</p>
      )}
      <footer>
        <span className="quiet" role="status">
          {words.say('studio.holidays.count', { count: fresh.length })}
        </span>
        <button
          type="button"
          className="button main"
          disabled={dates.length === 0 || edits.length === 0}
          onClick={() => {
            edit(edits)
            onClose()
          }}
        >
          {words.say('studio.holidays.write')}
        </button>
      </footer>
    </section>
  )
}

function HolidayLine(props: {
  readonly holiday: Holidays['items'][number]
  readonly isThere: boolean
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}) {
  const { holiday, isThere, isChosen, onChoose } = props
  const words = useWords()
  const { date, name, is_tentative: isTentative } = holiday
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={isThere || isChosen}
          disabled={isThere}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        />
        <span>
          <time dateTime={date}>{dayWords(date, words.locale)}</time> <bdi>{name}</bdi>
          {isThere && <span className="quiet">{words.say('studio.holidays.there')}</span>}
          {isTentative && <span className="quiet">{words.say('studio.holidays.moon')}</span>}
        </span>
      </label>
    </li>
  )
}

function dayWords(date: string, locale: string): string {
  return dateFormat(locale, 'date').format(Date.parse(`${date}T00:00:00Z`))
}
