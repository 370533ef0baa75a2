import type { LawTime } from './law-row.ts'

/** A length of time as a charter writes one: `14 days`, `15 working days`, `48 h`, `3 min`. */
export function lawTimeText({ count, unit }: LawTime): string {
  if (unit === 'hour') return `${count} h`
  if (unit === 'minute') return `${count} min`
  return `${count} ${unit.replace('-', ' ')}${count === 1 ? '' : 's'}`
}
