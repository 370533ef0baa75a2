import { formatDate, localParts, type Zone } from '../../calendar/index.ts'

/** A local date and time, to the minute: `2026-12-24T16:30`. */
export function localText(zone: Zone, instant: number): string {
  const { day, minutes } = localParts(zone, instant)
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `${formatDate(day)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
