import { dateFormat, listFormat } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { useStudioWords } from './studio-context.tsx'

/**
 * A ticket in words, from a witness or an example: “Channel: e-mail, Tier: gold, created Wed 23 Dec 2026, 16:30
 * (Europe/Rome)”. Times are of the charter's zone where no other is given.
 */
export function useTicketWords(): (ticket: Readonly<Record<string, unknown>>, zone?: string) => string {
  const { of, zone: charterZone } = useStudioWords()
  const words = useWords()
  return (ticket, zone = charterZone) => {
    const { at, ...facts } = ticket
    const said = Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => words.say('case.fact', { fact: of.fact(name), value: of.factValue(name, value) }))
    const when = typeof at === 'string' ? instantWords(at, zone, words.locale) : undefined
    const parts = when === undefined ? said : [...said, words.say('studio.ticket.created', { time: when, zone })]
    return parts.length === 0 ? words.say('studio.ticket.any') : listFormat(words.locale, 'unit').format(parts)
  }
}

/** `2026-12-23T16:30` of the zone, or an instant with its offset. */
function instantWords(at: string, zone: string, locale: string): string {
  const isLocal = !/(?:Z|[+-]\d\d:\d\d)$/.test(at)
  const ms = Date.parse(isLocal ? `${at.slice(0, 16)}Z` : at)
  if (Number.isNaN(ms)) return at
  try {
    return dateFormat(locale, 'instant', isLocal ? 'UTC' : zone).format(ms)
  } catch {
    return at
  }
}

/** An instant as core says it, `Mon 28 Dec 2026 09:30 (Europe/Warsaw)`, as the reader writes it; all else as it is. */
export function dueWords(said: string, locale: string): string {
  const [, time, zone] = /^[A-Z][a-z]{2} (\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d) \((.+)\)$/.exec(said) ?? []
  const ms = time === undefined ? Number.NaN : Date.parse(`${time} UTC`)
  if (zone === undefined || Number.isNaN(ms)) return said
  return `${instantWords(new Date(ms).toISOString().slice(0, 16), zone, locale)} (${zone})`
}
