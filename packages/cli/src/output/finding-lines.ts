import { CHECK_CODES, type CompiledCharter, type Finding, READ_CODES, type Zone, zoneOfFinding } from '@avow/core'
import type { Paint } from '../io.ts'
import { ticketText } from './ticket-text.ts'

/** The zones that findings may be told in: the charter's, and those of its calendars. None where it could not be read. */
export type KnownZones = ReadonlyMap<string, Zone>

/** Those of a charter, by name. */
export function zonesOf({ zone, calendars }: Pick<CompiledCharter, 'zone' | 'calendars'>): KnownZones {
  const all = [...[...calendars.values()].map((calendar) => calendar.zone), zone]
  return new Map(all.map((one) => [one.name, one]))
}

/** A finding for a terminal: `file:line:column  code  message`, and the ticket that shows it on a line of its own. */
export function findingLines(
  file: string,
  finding: Finding,
  paint: Paint,
  { zones, charterZone = '' }: { readonly zones?: KnownZones; readonly charterZone?: string } = {},
): readonly string[] {
  const { code, severity, message, line, column, witness } = finding
  const place = `${file}:${line}:${column}`
  const lines = [`${place}  ${paint(severity === 'error' ? 'red' : 'yellow', code)}  ${message}`]
  if (witness !== undefined) {
    const zone = zones?.get(zoneOfFinding(finding) ?? charterZone)
    lines.push(paint('dim', `    ticket: ${ticketText(witness, zone)}`))
  }
  return lines
}

/** How grave a finding is, and the page that tells how to mend it; nothing for what is found in other files than charters. */
export function pageLines({ code, severity }: Finding, paint: Paint): readonly string[] {
  if (!Object.hasOwn(CHECK_CODES, code) && !Object.hasOwn(READ_CODES, code)) return []
  return [
    `    ${paint(severity === 'error' ? 'red' : 'yellow', severity)}${paint('dim', `: see docs/findings/${code}.md`)}`,
  ]
}
