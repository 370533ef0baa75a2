/** What the charter says of the form as a channel: its hours, whether it is open now, and until when it stays. */
import type { ChannelClause, CompiledCharter } from '@avow/core'
import { channelMove } from '../../features/charters/index.ts'
import { type Html, html, NOTHING, theirs } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { channelHours } from './channel-hours.ts'
import { channelName } from './stated-sections.ts'

/** At `now` (UTC ms); nothing where no charter is in force, or it has no public channel of this name. */
export function formChannel(charter: CompiledCharter | undefined, tongue: Tongue, now: number): Html {
  const channel = charter?.document.channels.find((each) => each.audience === 'public' && each.channel === 'form')
  if (charter === undefined || channel === undefined) return NOTHING
  const hours = channelHours(charter, channel, tongue, now)
  return html`${endNote(charter, tongue, now)}${hours !== undefined && html`<p class="quiet">${hours}</p>`}`
}

function endNote(charter: CompiledCharter, tongue: Tongue, now: number): Html | false {
  const move = channelMove(charter, { channel: 'form', now })
  if (move === undefined) return false
  const date = tongue.day(move.until)
  const ends = tongue.say(move.isOver ? 'channel.form-ended' : 'channel.form-ends', { date })
  return html`<p>${ends}${move.next !== undefined && html` ${tongue.say('channel.form-next', { channel: reachWords(charter, move.next, tongue) })}`}</p>`
}

/** A channel with its address: `chat (chat.example)`. */
export function reachWords(
  { document }: CompiledCharter,
  { channel, address }: Pick<ChannelClause, 'channel' | 'address'>,
  tongue: Tongue,
): Html {
  const name = channelName(document, channel, tongue)
  return address === undefined ? name : html`${name} (${theirs(address)})`
}
