/** How far a promise was kept in the last 30 days: the share, what it is of, the dots, and all that stands beside it. */
import { type CompiledPromise, FEWEST_FOR_A_SHARE, type PublicFigure } from '@avow/core'
import type { PromiseFigure } from '../../features/figures/index.ts'
import { type Html, html, theirs } from '../html.ts'
import { takenInWords } from '../lengths.ts'
import type { MessageKey } from '../messages/en.ts'
import type { Tongue } from '../tongue.ts'
import { charterClock } from '../wall-clock.ts'
import { dotStrip, requestsPerDot } from './dot-strip.ts'
import type { CharterView } from './read-charter.ts'

export function figureBlock(
  { charter }: CharterView,
  { clause }: CompiledPromise,
  { figure, corrected, versions }: PromiseFigure,
  tongue: Tongue,
): Html {
  const { group, share, from, to, spread } = figure
  const clock = charterClock(charter.zone)
  const dates = { from: tongue.date(from, clock), to: tongue.date(to, clock) }
  const period = html`<small class="period">${tongue.say('figure.period', dates)}</small>`
  const beside = besideWords(figure, corrected, tongue)
  const others = html`${beside.length > 0 && html`<p class="quiet">${tongue.say('figure.beside', { list: tongue.list(beside) })}</p>`}
${versions > 1 && html`<p class="quiet">${tongue.say('figure.versions', { n: versions })}</p>`}`
  if (share === null || group.judged < FEWEST_FOR_A_SHARE)
    return html`<div class="figure"><p>${tongue.say('figure.too-few', { n: group.judged })} ${period}</p>${others}</div>`
  const targets = clause.rows.map(({ target }) => target)
  const taken = (ms: number) => takenInWords(charter, targets, ms, tongue)
  const [median, mean] = [group.times.percentile(50), group.times.mean]
  const parts = [
    tongue.say('figure.of', { n: group.judged }),
    ...(median === null ? [] : [tongue.say('figure.median', { length: taken(median) })]),
    ...(mean === null ? [] : [tongue.say('figure.mean', { length: taken(mean) })]),
  ]
  return html`<div class="figure"><p class="share"><b>${tongue.percent(share)}</b> <span>${tongue.say('figure.kept')}</span></p>
<p>${tongue.list(parts)} ${period}</p>
${dotStrip(spread, tongue)}
<p class="quiet">${tongue.say('figure.dot', { n: requestsPerDot(spread) })}</p>
${others}</div>`
}

function besideWords(figure: PublicFigure, corrected: number, tongue: Tongue): readonly Html[] {
  const { group, inCrisis, shareWithoutCrisis: without, pausedLong, provisional } = figure
  const said = (key: MessageKey, n: number) => (n > 0 ? [tongue.say(key, { n })] : [])
  const cancelled = { n: group.cancelled, reasons: cancelledWords(group.cancelledBy, tongue) }
  return [
    ...(group.cancelled > 0 ? [tongue.say('figure.cancelled', cancelled)] : []),
    ...(without === null
      ? said('figure.crisis', inCrisis.judged)
      : [tongue.say('figure.crisis-share', { n: inCrisis.judged, share: tongue.percent(without) })]),
    ...said('figure.put-off', group.putOff),
    ...said('figure.unfulfilled', group.unfulfilled),
    ...said('figure.paused', pausedLong),
    ...said('figure.provisional', provisional),
    ...said('figure.corrected', corrected),
  ]
}

/** Reasons that the rules name; the others are words of the charter. */
const REASONS: ReadonlyMap<string, MessageKey> = new Map(
  (['spam', 'merged', 'given-up', 'no-row', 'withdrawn'] as const).map((reason) => [reason, `cancelled.${reason}`]),
)

/** Why commitments were cancelled, and how many for each reason, the most first. */
function cancelledWords(by: ReadonlyMap<string, number>, tongue: Tongue): Html {
  return tongue.list(
    [...by]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, n]) => {
        const key = REASONS.get(reason)
        return tongue.say('figure.reason', { reason: key === undefined ? theirs(reason) : tongue.say(key), n })
      }),
  )
}
