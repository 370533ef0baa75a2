import { type EditPath, typedValue } from '@avow/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { dateFormat } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import type { Fields } from './charter-data.ts'
import { useStudio } from './studio-context.tsx'
import { Line, TypedField } from './typed-field.tsx'

/** The dates on which a calendar is closed, each with a way to open it again. */
export function ClosedDates({ path, dates }: { readonly path: EditPath; readonly dates: readonly string[] }) {
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  const [date, setDate] = useState('')
  const [last, setLast] = useState('')
  const add = (): void => {
    if (date === '') return
    const value = last > date ? `${date} .. ${last}` : date
    const at = dates.findIndex((one) => one > value)
    edit([{ kind: 'insert', path, at: at < 0 ? dates.length : at, value }])
    setDate('')
    setLast('')
  }
  return (
    <div className="dates">
      <span className="quiet">{words.say('studio.closed-dates')}</span>
      <ul className="chips">
        {dates.map((one, index) => (
          <li key={one} className="chip">
            <bdi>{dateWords(one, words.locale)}</bdi>
            {mayWrite && (
              <button
                type="button"
                aria-label={words.say('studio.closed-dates.remove', { date: dateWords(one, words.locale) })}
                onClick={() => edit([{ kind: 'remove', path: [...path, index] }])}
              >
                <X aria-hidden="true" size={14} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <details className="fold">
          <summary>{words.say('studio.closed-dates.more')}</summary>
          <span className="add-date">
            <input
              className="typed ltr"
              type="date"
              aria-label={words.say('studio.closed-dates.from')}
              value={date}
              onChange={({ currentTarget }) => setDate(currentTarget.value)}
            />
            <input
              className="typed ltr"
              type="date"
              aria-label={words.say('studio.closed-dates.until')}
              value={last}
              onChange={({ currentTarget }) => setLast(currentTarget.value)}
            />
            <button type="button" className="button small" disabled={date === ''} onClick={add}>
              {words.say('studio.closed-dates.add')}
            </button>
          </span>
        </details>
      )}
    </div>
  )
}

/** Hours of single dates, which go before the week and the closed dates. */
export function SpecialDates({ path, dates }: { readonly path: EditPath; readonly dates: Fields }) {
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  const [date, setDate] = useState('')
  const names = Object.keys(dates)
  return (
    <div className="dates">
      {names.length > 0 && <span className="quiet">{words.say('studio.special-dates')}</span>}
      {names.map((name) => (
        <Line key={name} label={dateWords(name, words.locale)}>
          <TypedField
            path={[...path, name]}
            label={words.say('studio.special-dates.hours', { date: dateWords(name, words.locale) })}
            read={(typed) => (typed.trim() === '' ? undefined : typedValue(typed))}
          />
        </Line>
      ))}
      {mayWrite && (
        <details className="fold">
          <summary>{words.say('studio.special-dates.more')}</summary>
          <span className="add-date">
            <input
              className="typed ltr"
              type="date"
              aria-label={words.say('studio.special-dates.date')}
              value={date}
              onChange={({ currentTarget }) => setDate(currentTarget.value)}
            />
            <button
              type="button"
              className="button small"
              disabled={date === '' || names.includes(date)}
              onClick={() => {
                edit([{ kind: 'set', path: [...path, date], value: '09:00-12:00' }])
                setDate('')
              }}
            >
              {words.say('studio.special-dates.add')}
            </button>
          </span>
        </details>
      )}
    </div>
  )
}

/** `2026-12-24`, or `2026-12-24 .. 2026-12-26`, as the reader writes dates. */
function dateWords(written: string, locale: string): string {
  const format = dateFormat(locale, 'date')
  const [from, until] = written.split('..').map((one) => Date.parse(`${one.trim()}T00:00:00Z`))
  if (from === undefined || Number.isNaN(from)) return written
  return until === undefined || Number.isNaN(until) ? format.format(from) : format.formatRange(from, until)
}
