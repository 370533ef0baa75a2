/** The hours of channels: whether one is open now, until when or from when, and what happens outside them. */
import { termWords } from '@avow/contract'
import { type ChannelClause, type CompiledCharter, endOfDay, hoursAt, localDay, viewClause } from '@avow/core'
import { charterTongue } from '../../features/charters/index.ts'
import { type Html, html, joined, theirs } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { charterClock } from '../wall-clock.ts'

export interface ChannelStanding {
  readonly isOpen: boolean
  /** UTC ms: when it closes, or opens; undefined where it does not, or it is not known. */
  readonly until: number | undefined
}

/** How a channel stands at `now` (UTC ms); undefined where it declares no hours, or they are not known for now. */
export function channelStanding(
  charter: CompiledCharter,
  { hours, state, from, until: last }: ChannelClause,
  now: number,
): ChannelStanding | undefined {
  const calendar = hours === undefined ? undefined : charter.calendars.get(hours)
  if (calendar === undefined || now < calendar.from || now >= calendar.until) return undefined
  const { zone } = charter
  const today = localDay(zone, now)
  const isToCome = state === 'planned' || (from !== undefined && today < from)
  if (isToCome || (last !== undefined && today > last)) return { isOpen: false, until: undefined }
  const { isOpen, until } = hoursAt(calendar, now)
  if (last === undefined || until === undefined || localDay(zone, until - 1) <= last) return { isOpen, until }
  // Its last day ends it, whatever its calendar says.
  return { isOpen, until: isOpen ? endOfDay(zone, last) : undefined }
}

/** Its hours, who answers outside them, and how it stands at `now`; left out, of a charter that is not in force. */
export function channelHours(
  charter: CompiledCharter,
  channel: ChannelClause,
  tongue: Tongue,
  now: number | undefined,
): Html | undefined {
  const wording = charterTongue(charter.document, tongue.language)
  const said = (viewClause(charter.document, channel.id)?.terms ?? []).flatMap(({ name, text }) => {
    if (!SAID.has(name)) return []
    const label = wording.words.sayCode(`term.${name.replaceAll(' ', '-')}`) ?? name
    return [html`${label}: ${theirs(termWords(name, text, wording))}`]
  })
  const standing = now === undefined ? undefined : channelStanding(charter, channel, now)
  const stands = standing && now !== undefined ? [html`<b>${standingWords(charter, standing, tongue, now)}</b>`] : []
  const all = [...stands, ...said]
  return all.length === 0 ? undefined : joined(all, ' · ')
}

const SAID: ReadonlySet<string> = new Set(['hours', 'after hours', 'person'])

function standingWords(
  charter: CompiledCharter,
  { isOpen, until }: ChannelStanding,
  tongue: Tongue,
  now: number,
): Html {
  if (until === undefined) return tongue.say(isOpen ? 'channel.open-now' : 'channel.closed-now')
  const time = tongue.time(until, charterClock(charter.zone), now)
  return tongue.say(isOpen ? 'channel.open-until' : 'channel.opens', { time })
}
