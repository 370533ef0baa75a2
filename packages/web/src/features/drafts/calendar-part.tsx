import { type EditPath, setDayHours, weekOf } from '@avow/core'
import { useState } from 'react'
import { dateFormat } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { AddHolidays } from './add-holidays.tsx'
import { ClosedDates, SpecialDates } from './calendar-dates.tsx'
import { type Fields, fieldsOf, wordsOf } from './charter-data.ts'
import { HolidaySources } from './holiday-sources.tsx'
import { Part } from './part.tsx'
import { keyOf, useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { FlagField, Line, TypedField, useFaulty } from './typed-field.tsx'

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
      <HolidaySources path={[...path, 'holidays from']} written={calendar['holidays from']} />
      <AddHolidays path={path} calendar={calendar} name={of.calendar(name)} />
      <FlagField
        path={[...path, 'night continues']}
        label={words.say('studio.night-continues')}
        value={calendar['night continues']}
      />
      <Line label={words.say('studio.zone')}>
        <TypedField
          path={[...path, 'zone']}
          label={words.say('studio.calendar.zone', { calendar: of.calendar(name) })}
          empty={words.say('studio.calendar.zone.same')}
        />
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
