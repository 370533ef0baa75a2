import type { Appointment, Entry } from '@avow/contract'
import { CalendarDays } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'
import { type Moments, momentsOf } from '../../time/moments.ts'
import { useMoments } from '../people/me.tsx'

/** What calendar parts of a mail say, a line each. Whoever reads decides what to do with it: nothing is entered anywhere. */
export function Appointments({ entry }: { readonly entry: Entry }) {
  const words = useWords()
  if (entry.appointments.length === 0) return null
  return (
    <ul className="appointments" lang={words.language}>
      {entry.appointments.map((each, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are in the order of the mail, which does not change
        <Line key={place} appointment={each} />
      ))}
    </ul>
  )
}

function Line({ appointment: { what, summary, start, end, place, repeats } }: { readonly appointment: Appointment }) {
  const words = useWords()
  const moments = useMoments()
  return (
    <li>
      <CalendarDays aria-hidden="true" />
      <span>{words.say(`appointment.${what}`)}</span>
      <bdi className="author">{summary === '' ? words.say('appointment.untitled') : summary}</bdi>
      {start !== null && <span>{whenWords(start, end, moments, momentsOf(words.locale, 'UTC'))}</span>}
      {repeats && <span className="quiet">{words.say('appointment.repeats')}</span>}
      {place !== '' && <bdi>{place}</bdi>}
    </li>
  )
}

const DAY = 86_400_000

/** Instants in the reader's times; days, and hours of which nobody knows the zone, as they were written. */
function whenWords(start: string, end: string | null, here: Moments, asWritten: Moments): string {
  if (!start.includes('T')) {
    const first = asWritten.date(Date.parse(start))
    return end === null ? first : `${first} – ${asWritten.date(Date.parse(end))}`
  }
  const isInstant = start.endsWith('Z')
  const moments = isInstant ? here : asWritten
  const at = (time: string) => Date.parse(isInstant ? time : `${time}Z`)
  const first = moments.full(at(start))
  if (end === null) return first
  return `${first} – ${at(end) - at(start) < DAY ? moments.clock(at(end)) : moments.full(at(end))}`
}
