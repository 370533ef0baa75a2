/** What a promise set itself for a period, and what was reached. */
import { type Day, dateOfDay, type Figures, type Group, type Measure, type PromiseFigures } from '@avow/core'
import { type Html, html, joined, NOTHING } from './html.ts'
import type { Tongue } from './tongue.ts'
import type { View } from './view.ts'

type Goal = Exclude<Measure, { readonly kind: 'each' }>

export function goalsTable(view: View, figures: Figures, { promise, periods }: PromiseFigures): Html {
  const { both } = view
  const goals = promise.clause.measured.filter((measure): measure is Goal => measure.kind !== 'each')
  const rows = goals.flatMap((goal) =>
    [...(periods.get(goal.period) ?? [])]
      .filter(([, group]) => group.judged > 0)
      .sort(([a], [b]) => a - b)
      .map(([from, group]) => {
        const met = isMet(goal, group)
        const open = !figures.isClosed(goal.period, from)
        return html`<tr><th scope="row">${both((t) => periodName(goal.period, from, t))}</th><td>${both((t) => goalWords(goal, t))}</td><td class="n">${both((t) => reachedWords(goal, group, t))}</td><td class="n">${both((t) => t.number(group.judged))}</td><td>${met === null ? '–' : html`<span class="sign ${met ? 'kept' : 'broken'}" aria-hidden="true">${met ? '✓' : '✕'}</span> ${both((t) => t.say(met ? 'goals.met' : 'goals.missed'))}`}${open && html` <small>${both((t) => t.say('goals.open'))}</small>`}</td></tr>`
      }),
  )
  if (rows.length === 0) return NOTHING
  const id = `goals-${view.input.charter.promises.indexOf(promise)}`
  return html`<h4 id="${id}">${both((t) => t.say('goals.title'))}</h4><div class="wide" tabindex="0" role="group" aria-labelledby="${id}"><table><thead><tr><th scope="col">${both((t) => t.say('goals.period'))}</th><th scope="col">${both((t) => t.say('goals.goal'))}</th><th scope="col" class="n">${both((t) => t.say('goals.reached'))}</th><th scope="col" class="n">n</th><td></td></tr></thead><tbody>${joined(rows)}</tbody></table></div>`
}

function isMet(goal: Goal, group: Group): boolean | null {
  if (goal.kind === 'share') return group.share === null ? null : group.share * 100 >= goal.percent
  return group.times.mean === null ? null : group.times.mean <= goal.ms
}

function goalWords(goal: Goal, tongue: Tongue): Html {
  if (goal.kind === 'share') return tongue.say('goals.share', { share: html`≥ ${tongue.percent(goal.percent / 100)}` })
  return tongue.say('goals.mean', { mean: html`≤ ${tongue.length(goal.ms)}` })
}

function reachedWords(goal: Goal, group: Group, tongue: Tongue): Html {
  if (goal.kind === 'share') return html`${group.share === null ? '–' : tongue.percent(group.share)}`
  return html`${group.times.mean === null ? '–' : tongue.length(group.times.mean)}`
}

function periodName(kind: Goal['period'], from: Day, tongue: Tongue): Html {
  if (kind === 'month') return tongue.month(from)
  if (kind === 'week') return tongue.say('period.week', { date: tongue.date(from) })
  if (kind === 'year') return html`${dateOfDay(from).year}`
  return html`${dateOfDay(from).year} Q${Math.floor((dateOfDay(from).month + 2) / 3)}`
}
