/** The figures of a promise's closed periods, which change no more, with what was corrected since under each. */
import { formatInstant } from '@avow/core'
import { type ClosedCounts, type ClosedFigure, shareOf } from '../../features/figures/index.ts'
import { type Html, html, joined, NOTHING, theirId } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { charterClock } from '../wall-clock.ts'
import type { CharterView } from './read-charter.ts'

/** So much of a fingerprint is enough to compare by eye; all of it is in the JSON. */
const SHOWN_OF_HASH = 12

export function closedPeriodsBlock({ charter, closed }: CharterView, promise: string, tongue: Tongue): Html {
  const figures = closed.get(promise) ?? []
  if (figures.length === 0) return NOTHING
  const clock = charterClock(charter.zone)
  const rows = figures.flatMap((figure) => [
    row(
      tongue.say('figure.period', { from: tongue.date(figure.from, clock), to: tongue.date(figure.to - 1, clock) }),
      figure,
      tongue,
      crisisWords(figure, tongue),
    ),
    ...figure.corrections.map((correction) =>
      row(tongue.say('closed.corrected', { date: tongue.date(correction.at, clock) }), correction, tongue),
    ),
  ])
  return html`<details class="closed"><summary>${tongue.say('closed.title')}</summary><p class="quiet">${tongue.say('closed.lead')}</p>
<table><thead><tr><th scope="col">${tongue.say('closed.period')}</th><th scope="col">${tongue.say('closed.kept')}</th><th scope="col">${tongue.say('closed.hash')}</th></tr></thead><tbody>${joined(rows, '\n')}</tbody></table></details>`
}

/** How many were cases of a crisis, and the share without them. */
function crisisWords({ kept, broken, crisis_kept, crisis_broken }: ClosedFigure, tongue: Tongue): Html {
  const n = crisis_kept + crisis_broken
  if (n === 0) return NOTHING
  const without = shareOf({ kept: kept - crisis_kept, broken: broken - crisis_broken })
  const words =
    without === null
      ? tongue.say('figure.crisis', { n })
      : tongue.say('figure.crisis-share', { n, share: tongue.percent(without) })
  return html`<br><span class="quiet">${words}</span>`
}

function row(what: Html, counts: ClosedCounts, tongue: Tongue, beside: Html = NOTHING): Html {
  const { kept, broken, hash } = counts
  const share = shareOf(counts)
  const words =
    share === null
      ? tongue.say('figure.too-few', { n: kept + broken })
      : html`<b>${tongue.percent(share)}</b> ${tongue.say('closed.of', { kept, n: kept + broken })}`
  return html`<tr><th scope="row">${what}</th><td>${words}${beside}</td><td><code class="hash" title="${hash}">${theirId(hash.slice(0, SHOWN_OF_HASH))}</code></td></tr>`
}

/** The same for machines. */
export function closedPeriodsJson({ closed }: CharterView, promise: string): readonly object[] {
  return (closed.get(promise) ?? []).map((figure) => ({
    period: figure.period,
    first: figure.first,
    from: formatInstant(figure.from),
    to: formatInstant(figure.to),
    ...countsJson(figure),
    median_ms: shareOf(figure) === null ? null : figure.median_ms,
    mean_ms: shareOf(figure) === null ? null : figure.mean_ms,
    unfulfilled: figure.unfulfilled,
    put_off: figure.put_off,
    in_crisis: { kept: figure.crisis_kept, broken: figure.crisis_broken },
    corrected: figure.corrected,
    versions: figure.versions,
    closed_at: formatInstant(figure.frozen_at),
    corrections: figure.corrections.map((correction) => ({
      at: formatInstant(correction.at),
      ...countsJson(correction),
    })),
  }))
}

function countsJson(counts: ClosedCounts): object {
  const { kept, broken, cancelled, hash } = counts
  return { share: shareOf(counts), n: kept + broken, kept, broken, cancelled, hash }
}
