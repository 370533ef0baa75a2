/** Which way to reach the company suits a case best, by the rules of the charter. */
import {
  type ChannelClause,
  type CompiledCharter,
  type FactValue,
  factsAtHand,
  localDay,
  suitedChannels,
} from '@avow/core'
import { type Html, html, NOTHING } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { channelHours } from './channel-hours.ts'
import { reachWords } from './form-channel.ts'

/** For these facts, at `now` (UTC ms): the public channels that suit them best, as far as they are there. */
export function publicSuited(
  charter: CompiledCharter,
  facts: Readonly<Record<string, FactValue>>,
  now: number,
): readonly ChannelClause[] {
  const created = { ticket: 'asked', type: 'ticket.created', at: now, recorded: now, by: 'customer', facts } as const
  const today = localDay(charter.zone, now)
  return suitedChannels(charter.document, factsAtHand(charter, [created], now)).filter(
    ({ audience, from, until }) =>
      audience === 'public' && (from === undefined || from <= today) && (until === undefined || today <= until),
  )
}

/** The same in a paragraph; nothing where no rule fits. */
export function suitedWords(
  charter: CompiledCharter,
  facts: Readonly<Record<string, FactValue>>,
  tongue: Tongue,
  now: number,
): Html {
  const suited = publicSuited(charter, facts, now)
  if (suited.length === 0) return NOTHING
  const channels = suited.map((channel) => {
    const hours = channelHours(charter, channel, tongue, now)
    return html`<b>${reachWords(charter, channel, tongue)}</b>${hours !== undefined && html` <span class="quiet">${hours}</span>`}`
  })
  return html`<p>${tongue.say('channel.suited', { channels: tongue.either(channels) })}</p>`
}

/** Whether some public channel says which cases it is best for. */
export function hasSuited({ document }: CompiledCharter): boolean {
  return document.channels.some(({ audience, bestFor }) => audience === 'public' && bestFor.length > 0)
}
