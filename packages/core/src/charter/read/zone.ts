import { isZone, zoneNames } from '../../calendar/index.ts'
import type { Place } from '../parts.ts'
import type { Reading } from './reading.ts'
import { quoted, type Worded } from './report.ts'
import type { Shape } from './shape.ts'
import { text } from './words.ts'

const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,3}$/
const FORM = 'names look like Europe/Warsaw, or UTC'

export function hasZoneForm(name: string): boolean {
  return name.length <= 64 && ZONE.test(name)
}

/**
 * Whether a time zone of this name exists; reports it where not. The runtime is asked, but not about zones whose offset
 * changes a version brings along: reading it again depends on no runtime.
 */
export function checkZone(name: string, place: Place, reading: Reading): boolean {
  const known = reading.zones.get(name) ?? isZone(name)
  reading.zones.set(name, known)
  if (!known) reading.report.addLater('unknown-zone', place, () => noZone(name, reading))
  return known
}

function noZone(name: string, reading: Reading): Worded {
  const names = zoneNames()
  const city = `/${name.toLowerCase()}`
  const guess = names.find((zone) => zone.toLowerCase().endsWith(city)) ?? reading.report.nearestOf(name, names)
  const message = `there is no time zone ${quoted(name)}; ${guess === undefined ? FORM : `did you mean “${guess}”?`}`
  return { message, details: { typed: name, ...(guess === undefined ? { like: 'Europe/Warsaw' } : { meant: guess }) } }
}

/** Name of an IANA time zone, written as IANA writes it. */
export const zoneName: Shape<string> = {
  schema: { type: 'string', pattern: ZONE.source },
  read(node, reading: Reading) {
    const name = text('a time zone such as Europe/Warsaw').read(node, reading)
    if (name === undefined) return undefined
    if (hasZoneForm(name)) return checkZone(name, node.place, reading) ? name : undefined
    reading.report.add('bad-name', node.place, `${quoted(name)} is no time zone; ${FORM}`, {
      typed: name,
      like: 'Europe/Warsaw',
    })
    return undefined
  },
}
