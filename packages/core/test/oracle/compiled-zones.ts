/** The zones of random charters, compiled once for all cases. */
import { compileZone, type DraftOptions, type ZoneTable } from '@avow/core'
import { ZONES } from './generate-charter.ts'

const AS_OF = Date.UTC(2026, 5, 1)
const YEAR = 365 * 86_400_000
let zones: readonly ZoneTable[] | undefined

export function compiledZones(): DraftOptions {
  zones ??= ZONES.map((name) => compileZone(name, AS_OF - 3 * YEAR, AS_OF + 12 * YEAR, 'test'))
  return { asOf: AS_OF, zoneData: 'test', zones }
}
