/** The public charter page as it would look, with the figures of the last 30 days of the history. */
import {
  type CompiledPromise,
  type Duration,
  FEWEST_FOR_A_SHARE,
  type PromiseFigures,
  type PublicFigure,
} from '@avow/core'
import { cancelledWords } from './cancelled-words.ts'
import { rowConditions } from './conditions.ts'
import { type Html, html, joined, NOTHING } from './html.ts'
import { charterTitle, versionName } from './page-header.ts'
import { commitmentsPerDot, spreadDots } from './spread-chart.ts'
import { takenWords, targetsOf } from './time-taken-words.ts'
import type { Tongue } from './tongue.ts'
import { promiseText, promiseTitle, type View } from './view.ts'

export function publicPage(view: View): Html {
  const { both, gathered } = view
  const shown = gathered.figures.promises.filter(({ promise }) => publicRows(promise).length > 0)
  const page =
    shown.length === 0
      ? html`<p>${both((t) => t.say('public.none'))}</p>`
      : html`<article class="public" aria-labelledby="public-name"><h3 id="public-name">${both((t) => charterTitle(view, t))}</h3>
${joined(shown.map((figures) => publicPromise(view, figures)))}
<footer><p>${both((t) => t.say('public.method'))}</p><p>${both((t) => t.say('header.version'))} ${both((t) => versionName(view, t))}</p></footer></article>`
  return html`<section id="public" data-place><h2>${both((t) => t.say('public.title'))}</h2><p>${both((t) => t.say('public.lead'))}</p>${page}</section>`
}

/** The rows with a public audience, each of which shows the promise's text once. */
function publicRows({ clause }: CompiledPromise): readonly number[] {
  return clause.rows.flatMap((row, index) => ((row.audience ?? clause.audience) === 'public' ? [index] : []))
}

function publicPromise(view: View, figures: PromiseFigures): Html {
  const { promise, lastDays } = figures
  const { both, input } = view
  const { charter } = input
  const rows = publicRows(promise)
  const [only, another] = rows
  const texts = rows.map((row) => {
    const target = promise.clause.rows[row]?.target
    const says = (t: Tongue) =>
      (target === undefined ? undefined : promiseText(view, promise, t, (own) => own.targetInWords(target))) ??
      promiseTitle(view, promise, t)
    return html`<li><span class="says">${both(says)}</span>${promise.clause.rows.length > 1 && html` <span class="when">${both((t) => rowConditions(charter, promise, row, t))}</span>`}</li>`
  })
  const { because } = promise.clause
  return html`<section class="public-promise"><ul class="promised-rows${only !== undefined && another === undefined && ' single'}">${joined(texts)}</ul>
${because !== undefined && html`<p class="because">${both((t) => t.say('public.because', { text: t.text(because) ?? NOTHING }))}</p>`}
${figure(view, lastDays, targetsOf(figures))}</section>`
}

function figure(view: View, lastDays: PublicFigure, targets: readonly Duration[]): Html {
  const { both, input } = view
  const taken = (ms: number, t: Tongue) => takenWords(input.charter, targets, ms, t, 'words')
  const { group, share, from, to, spread } = lastDays
  const period = html`<small class="period">${both((t) => t.say('public.period', { from: t.dateOf(from), to: t.dateOf(to) }))}</small>`
  const beside = both((t) => {
    const list = besideWords(lastDays, t)
    return list.length > 0 && t.say('public.beside', { list: t.list(list) })
  })
  if (share === null || group.judged < FEWEST_FOR_A_SHARE) {
    return html`<div class="figure"><p>${both((t) => t.say('public.too-few', { count: group.judged }))} ${period}</p><p class="quiet">${beside}</p></div>`
  }
  const median = group.times.percentile(50)
  const mean = group.times.mean
  return html`<div class="figure"><p class="share-kept"><b>${both((t) => t.percent(share))}</b> <small>${both((t) => t.say('public.kept'))}</small></p>
<p>${both((t) => t.list([t.say('public.of', { count: group.judged }), ...(median === null ? [] : [t.say('public.median', { length: taken(median, t) })]), ...(mean === null ? [] : [t.say('public.mean', { length: taken(mean, t) })])]))} ${period}</p>
${spreadDots(view, spread)}
<p class="quiet">${both((t) => t.say('public.dot', { count: commitmentsPerDot(spread) }))} ${beside}</p></div>`
}

function besideWords({ group, pausedLong, provisional }: PublicFigure, tongue: Tongue): readonly Html[] {
  return [
    ...(group.cancelled > 0
      ? [tongue.say('public.cancelled', { count: group.cancelled, reasons: cancelledWords(group, tongue) })]
      : []),
    ...(group.putOff > 0 ? [tongue.say('public.put-off', { count: group.putOff })] : []),
    ...(pausedLong > 0 ? [tongue.say('public.paused', { count: pausedLong })] : []),
    ...(provisional > 0 ? [tongue.say('public.provisional', { count: provisional })] : []),
  ]
}
