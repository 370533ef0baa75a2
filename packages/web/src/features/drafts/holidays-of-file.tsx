import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { HolidayPreview } from './holiday-preview.tsx'
import { useYears, YearsField } from './holiday-years.tsx'
import type { HolidaysFor } from './holidays-for.ts'

/** What the server takes at most, bytes. */
const MOST = 1024 * 1024

/** The whole days of a calendar file that is chosen, or whose text is pasted. */
export function HolidaysOfFile({ path, calendar, onClose }: HolidaysFor) {
  const words = useWords()
  const { thisYear, years, setYears } = useYears(calendar)
  const [file, setFile] = useState({ name: '', text: '' })
  const [isTooLarge, setTooLarge] = useState(false)
  const reading = useMutation({ mutationFn: () => call('readHolidayFile', { body: { ...file, ...years } }) })
  const take = (fresh: typeof file) => {
    setFile(fresh)
    reading.reset()
  }
  const choose = async (chosen: File | undefined) => {
    setTooLarge(chosen !== undefined && chosen.size > MOST)
    if (chosen !== undefined && chosen.size <= MOST) take({ name: chosen.name, text: await chosen.text() })
  }
  const trouble = isTooLarge
    ? words.say('problem.body-too-large')
    : reading.error === null
      ? undefined
      : troubleWords(reading.error, words)
  return (
    <>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          reading.mutate()
        }}
      >
        <div className="holiday-choice">
          <label className="field">
            <span>{words.say('studio.holidays.file')}</span>
            <input
              className="input"
              type="file"
              accept=".ics,.ical,text/calendar"
              onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
            />
          </label>
          <YearsField
            thisYear={thisYear}
            years={years}
            onChange={(fresh) => {
              setYears(fresh)
              reading.reset()
            }}
          />
        </div>
        <label className="field">
          <span>{words.say('studio.holidays.paste')}</span>
          <textarea
            className="input holiday-text"
            dir="ltr"
            spellCheck={false}
            value={file.text}
            onChange={({ currentTarget }) => take({ name: file.name, text: currentTarget.value })}
          />
        </label>
        {trouble !== undefined && (
          <p className="band broken" role="alert">
            {trouble}
          </p>
        )}
        {reading.data === undefined && (
          <footer>
            <button
              type="submit"
              className="button main"
              disabled={file.text.trim() === '' || isTooLarge || reading.isPending}
            >
              {words.say('studio.holidays.read')}
            </button>
          </footer>
        )}
      </form>
      {reading.data !== undefined && (
        <HolidayPreview
          path={path}
          calendar={calendar}
          onClose={onClose}
          found={reading.data}
          firstYear={years.from}
          areAll={false}
        />
      )}
    </>
  )
}
