import { type EditPath, setDayHours, typedValue, weekOf } from '@avow/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { type Fields, fieldsOf, wordsOf } from './charter-data.ts'
import { dateFormat } from './formats.ts'
import { Part } from './part.tsx'
import { keyOf, useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { Line, TypedField, useFaulty } from './typed-field.tsx'

/** Hours of a week, the dates on which it is closed, and until when they are known. */
export function CalendarPart({
  name,
  calendar,
  path,
}: {
  readonly name: string
  readonly calendar: Fields
  readonly path: EditPath
}) {
  const { of, edit } = useStudio()
  const words = useWords()
  const week = weekOf(calendar['open'])
  return (
    <Part
      name={`calendars/${name}`}
      title={<bdi>{of.calendar(name)}</bdi>}
      terms={<bdi className="quiet ltr">{name}</bdi>}
      removeLabel={words.say('studio.remove', { what: name })}
      onRemove={() => edit([{ kind: 'remove', path }])}
    >
      {week === undefined ? (
        <Line label={words.say('studio.hours')}>
          <TypedField path={[...path, 'open']} label={words.say('studio.hours')} />
        </Line>
      ) : (
        <div className="hours-week">
          {week.map((hours, day) => (
            <DayField
              key={DAYS[day]}
              day={day}
              hours={hours}
              open={calendar['open']}
              path={[...path, 'open']}
              name={of.calendar(name)}
            />
          ))}
        </div>
      )}
      <ClosedDates path={[...path, 'closed']} dates={wordsOf(calendar['closed'])} />
      <SpecialDates path={[...path, 'on']} dates={fieldsOf(calendar['on'])} />
      <Line label={words.say('studio.holidays-until')}>
        <TypedField path={[...path, 'holidays until']} label={words.say('studio.holidays-until')} type="date" />
      </Line>
      <TextsField path={[...path, 'says']} label={words.say('studio.name')} />
    </Part>
  )
}

function tidy(hours: string): string {
  return hours.replaceAll(' ', '').replace(/,+$/, '')
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** 5 January 1970 was a Monday. */
function dayName(day: number, locale: string): string {
  return dateFormat(locale, 'weekday').format((day + 4) * 86_400_000)
}

function DayField(props: {
  readonly day: number
  readonly hours: string
  readonly open: unknown
  readonly path: EditPath
  readonly name: string
}) {
  const { day, hours, open, path, name } = props
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  const [typed, setTyped] = useState<string>()
  const isFaulty = useFaulty(path)
  const weekday = dayName(day, words.locale)
  return (
    <label className="day">
      <span>{weekday}</span>
      <input
        className="typed ltr"
        aria-label={words.say('studio.hours.on', { day: weekday, calendar: name })}
        placeholder={words.say('studio.closed')}
        value={typed !== undefined && tidy(typed) === tidy(hours) ? typed : hours}
        disabled={!mayWrite}
        aria-invalid={isFaulty || undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          edit(setDayHours(open, path, day, currentTarget.value), `${keyOf(path)}/${day}`)
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  )
}

function ClosedDates({ path, dates }: { readonly path: EditPath; readonly dates: readonly string[] }) {
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
function SpecialDates({ path, dates }: { readonly path: EditPath; readonly dates: Fields }) {
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
