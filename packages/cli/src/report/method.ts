/** How the figures were reckoned, and what was read for them. */
import { RULES } from '@avow/core'
import { factName } from './conditions.ts'
import { type Html, html, joined, NOTHING, theirId, theirs } from './html.ts'
import type { CountedReason } from './input.ts'
import { versionName } from './page-header.ts'
import type { Tongue } from './tongue.ts'
import type { View } from './view.ts'

export function method(view: View): Html {
  const { both, input, gathered } = view
  const keys = [
    'method.share',
    'method.time',
    'method.segments',
    gathered.assigns ? 'method.never-assigned' : 'method.no-assignment',
    'method.values',
    'method.rounding',
  ] as const
  const notes = keys.map((key) => html`<li>${both((t) => t.say(key))}</li>`)
  return html`<section id="method" data-place><h2>${both((t) => t.say('method.title'))}</h2>
<ul class="notes"><li>${both((t) => t.say('method.judge', { hash: versionName(view, t), rules: RULES, now: t.minute(input.now) }))}</li>${joined(notes)}</ul>
${account(view)}
${unjudged(view)}</section>`
}

function account({ both, input }: View): Html {
  const { files, read, used, skipped, notes = [] } = input.account
  const row = (head: Html, count: number) =>
    html`<tr><th scope="row">${head}</th><td class="n">${both((t) => t.number(count))}</td></tr>`
  const reasons = skipped.filter(({ count }) => count > 0)
  return html`<h3 id="account">${both((t) => t.say('account.title'))}</h3>
${files.length > 0 && html`<p class="quiet">${joined(files.map(theirId), ' · ')}</p>`}
<div class="wide" tabindex="0" role="group" aria-labelledby="account"><table class="account"><thead><tr><th scope="col">${both((t) => t.say('account.reason'))}</th><th scope="col" class="n">${both((t) => t.say('account.count'))}</th></tr></thead><tbody>
${row(
  both((t) => t.say('account.read')),
  read,
)}${row(
  both((t) => t.say('account.used')),
  used,
)}${joined(reasons.map((each) => row(html`${both((t) => t.say('account.skipped'))}: ${reasonWords(each)}`, each.count)))}${joined(notes.map((each) => row(html`${both((t) => t.say('account.noted'))}: ${reasonWords(each)}`, each.count)))}</tbody></table></div>
<p class="quiet">${reasons.length === 0 ? both((t) => t.say('account.nothing-skipped')) : both((t) => t.say('account.adds-up'))}</p>`
}

function reasonWords({ reason, about }: CountedReason): Html {
  return html`${theirs(reason)}${about !== undefined && about !== '' && html` <small>${theirs(about)}</small>`}`
}

function unjudged({ both, input, gathered }: View): Html {
  const { withoutCreation, unjudged: failed, ambiguous, misfits } = gathered.result
  const row = (head: Html, count: number) =>
    html`<tr><th scope="row">${head}</th><td class="n">${both((t) => t.number(count))}</td></tr>`
  const rows = [
    ...(withoutCreation > 0
      ? [
          row(
            both((t) => t.say('unjudged.without-creation')),
            withoutCreation,
          ),
        ]
      : []),
    ...[...failed].map(([code, count]) =>
      row(
        both((t) => t.say('unjudged.reckoning', { code: theirId(code) })),
        count,
      ),
    ),
    ...[...ambiguous].map(([id, count]) =>
      row(
        both((t) => t.say('unjudged.ambiguous', { promise: theirId(id) })),
        count,
      ),
    ),
    ...[...misfits].map(([fact, { events, values }]) => {
      const shown = (t: Tongue) =>
        t.list(values.map((value) => theirs(typeof value === 'string' ? value : JSON.stringify(value))))
      return row(
        both((t) => t.say('unjudged.misfit', { fact: factName(input.charter, fact, t), values: shown(t) })),
        events,
      )
    }),
  ]
  if (rows.length === 0) return NOTHING
  return html`<h3 id="unjudged">${both((t) => t.say('unjudged.title'))}</h3><div class="wide" tabindex="0" role="group" aria-labelledby="unjudged"><table class="account"><tbody>${joined(rows)}</tbody></table></div>`
}
