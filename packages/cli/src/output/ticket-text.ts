import { exampleInstant, sayInstant, type Zone } from '@avow/core'
import { moneyText } from '../charter-words/master-words.ts'

/**
 * A ticket that shows something, on one line: `channel email, tier unknown, opened Wed 23 Dec 2026 16:30 (Europe/Rome)`.
 * When it is opened (`at`, RFC 3339 or as an example writes it) is told in the local time of `zone`, with the zone's name; as it
 * is written where no zone is known.
 */
export function ticketText(ticket: Readonly<Record<string, unknown>>, zone?: Zone): string {
  const { at, ...facts } = ticket
  const parts = Object.entries(facts).map(([fact, value]) => `${fact} ${factText(value)}`)
  if (typeof at === 'string') parts.push(`opened ${openedText(at, zone)}`)
  return parts.length > 0 ? parts.join(', ') : 'any'
}

/** A fact's value as a person would write it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'unknown'
  return typeof value === 'object' ? (moneyText(value) ?? JSON.stringify(value)) : String(value)
}

function factText(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : valueText(value)
}

function openedText(at: string, zone: Zone | undefined): string {
  if (zone === undefined) return at
  const instant = exampleInstant(at, zone)
  if (instant === undefined) return `${at} (${zone.name})`
  const isKnown = instant >= zone.from && instant <= zone.until
  return isKnown ? `${sayInstant(zone, instant)} (${zone.name})` : sayInstant(zone, instant)
}
