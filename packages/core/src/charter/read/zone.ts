import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import type { Shape } from './shape.ts'
import { text } from './words.ts'

const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,3}$/

export function isZoneName(name: string): boolean {
  return name.length <= 64 && ZONE.test(name)
}

/** Name of an IANA time zone. Whether it exists is asked when the charter is compiled, where zone data are at hand. */
export const zoneName: Shape<string> = {
  schema: { type: 'string', pattern: ZONE.source },
  read(node, reading: Reading) {
    const name = text('a time zone such as Europe/Warsaw').read(node, reading)
    if (name === undefined || isZoneName(name)) return name
    reading.report.add('bad-name', node.place, `${quoted(name)} is no time zone; names look like Europe/Warsaw`)
    return undefined
  },
}
