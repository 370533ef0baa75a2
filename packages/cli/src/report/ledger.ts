/** The ledger of broken commitments. */
import type { LedgerEntry } from './gather.ts'
import { type Html, html, joined, theirId } from './html.ts'
import { ledgerEntry } from './ledger-entry.ts'
import type { View } from './view.ts'
import { whyLines } from './why-lines.ts'

/** Of a page of about 2 MB, which can still be sent by mail. */
const BYTES_FOR_LEDGER = 1_750_000

export function ledger(view: View): Html {
  const { both, gathered } = view
  const { ledger: entries, broken } = gathered
  const title = html`<h2>${both((t) => t.say('ledger.title'))}</h2>`
  if (entries.length === 0)
    return html`<section id="ledger" data-place>${title}<p>${both((t) => t.say('ledger.none'))}</p></section>`
  const all = entries.length === broken
  const whys = whysWithRoom(view, entries)
  return html`<section id="ledger" data-place>${title}
<p>${both((t) => (all ? t.say('ledger.all', { count: broken }) : t.say('ledger.some', { shown: entries.length, count: broken })))} ${both((t) => t.say('ledger.lead'))}</p>
${!all && command(view, 'ledger.how-to-get-all', `${view.input.command ?? 'avow backtest CHARTER --history FILE'} --out commitments.jsonl`)}
${whys.length < entries.length && command(view, 'ledger.explain', 'avow explain CHARTER --ticket FILE --id TICKET')}
${legend(view)}
${controls(view, entries)}
<ol class="ledger" id="entries">${joined(entries.map((entry, index) => ledgerEntry(view, entry, whys[index])))}</ol>
<p class="no-match" id="no-match" hidden>${both((t) => t.say('ledger.no-match'))}</p>
</section>`
}

/** The whys of the first entries, the worst, as many as the page has room for. */
function whysWithRoom(view: View, entries: readonly LedgerEntry[]): readonly Html[] {
  const whys: Html[] = []
  const bare = entries.map((entry) => ledgerEntry(view, entry, undefined))
  let room = BYTES_FOR_LEDGER - bare.reduce((sum, { markup }) => sum + Buffer.byteLength(markup), 0)
  for (const entry of entries) {
    const why = whyLines(view, entry)
    room -= Buffer.byteLength(why.markup)
    if (room < 0) break
    whys.push(why)
  }
  return whys
}

/** A command to type, in a place of its own so that it can be taken as it is. */
function command({ both }: View, says: 'ledger.how-to-get-all' | 'ledger.explain', typed: string): Html {
  return html`<p class="quiet">${both((t) => t.say(says))}</p><pre tabindex="0" dir="ltr"><code>${typed}</code></pre>`
}

function legend({ both }: View): Html {
  const line = (name: string) =>
    html`<svg class="turns" width="32" height="14" aria-hidden="true"><path class="${name}" d="M0 7H32"/></svg>`
  const sign = (d: string, name: string) =>
    html`<svg class="turns" width="14" height="14" aria-hidden="true"><path class="${name}" d="${d}"/></svg>`
  return html`<ul class="legend">
<li>${sign('M2 7A5 5 0 1 0 12 7 5 5 0 1 0 2 7', 'l-start')}${both((t) => t.say('ledger.started'))}</li>
<li>${line('l-counted')}${both((t) => t.say('legend.counted'))}</li>
<li>${line('l-closed')}${both((t) => t.say('legend.closed'))}</li>
<li>${line('l-paused')}${both((t) => t.say('legend.paused'))}</li>
<li>${sign('M7 0 14 7 7 14 0 7Z', 'l-due')}${both((t) => t.say('ledger.due'))}</li>
<li>${line('l-late')}${both((t) => t.say('legend.late'))}</li>
<li>${sign('M2 13 6 1M8 13 12 1', 'l-break')}${both((t) => t.say('legend.break'))}</li>
</ul>`
}

/** Shown where a script runs: without one the page is read from top to bottom. */
function controls({ both, input }: View, entries: readonly LedgerEntry[]): Html {
  const promises = [...new Set(entries.map(({ promise }) => promise))].sort((a, b) => a - b)
  const choice = (group: string, value: string | number, label: Html, pressed: boolean) =>
    html`<button type="button" data-${group}="${value}" aria-pressed="${pressed ? 'true' : 'false'}">${label}</button>`
  const byPromise = promises.map((promise) =>
    choice('promise', promise, theirId(input.charter.promises[promise]?.id ?? ''), false),
  )
  return html`<div class="controls needs-script">
<div class="choice" role="group" aria-labelledby="by-promise"><span id="by-promise">${both((t) => t.say('ledger.filter-promise'))}</span>${choice(
    'promise',
    'all',
    both((t) => t.say('ledger.every')),
    true,
  )}${joined(byPromise)}</div>
<div class="choice" role="group" aria-labelledby="by-order"><span id="by-order">${both((t) => t.say('ledger.sort'))}</span>${choice(
    'sort',
    'late',
    both((t) => t.say('ledger.sort-late')),
    true,
  )}${choice(
    'sort',
    'due',
    both((t) => t.say('ledger.sort-due')),
    false,
  )}${choice(
    'sort',
    'ticket',
    both((t) => t.say('ledger.sort-ticket')),
    false,
  )}</div>
<label class="choice"><span>${both((t) => t.say('ledger.filter-ticket'))}</span><input type="search" id="by-ticket" autocomplete="off" spellcheck="false" dir="ltr"></label>
<p class="choice" role="status">${both((t) => t.say('ledger.count', { shown: html`<b data-shown>${entries.length}</b>` }))}</p>
</div>`
}
