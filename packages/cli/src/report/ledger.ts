/** The ledger of broken commitments. */
import type { LedgerEntry } from './gather.ts'
import { type Html, html, joined, theirId } from './html.ts'
import { ledgerEntry } from './ledger-entry.ts'
import type { View } from './view.ts'
import { whyLines } from './why-lines.ts'

/** Of a page of about 2 MB, which can still be sent by mail. */
const BYTES_FOR_LEDGER = 1_700_000
/** So many entries are shown at first. */
const ENTRIES_AT_ONCE = 25

export function ledger(view: View): Html {
  const { both, gathered } = view
  const { ledger: entries, broken } = gathered
  const title = html`<h2>${both((t) => t.say('ledger.title'))}</h2>`
  if (entries.length === 0)
    return html`<section id="ledger" data-place>${title}<p>${both((t) => t.say('ledger.none'))}</p></section>`
  const all = entries.length === broken
  const whys = whysWithRoom(view, entries)
  const written = entries.map((entry) => ledgerEntry(view, entry, whys.get(entry)))
  return html`<section id="ledger" data-place>${title}
<p>${both((t) => (all ? t.say('ledger.all', { count: broken }) : t.say('ledger.some', { shown: entries.length, count: broken })))} ${both((t) => t.say('ledger.lead'))}${whys.size < entries.length && html` ${both((t) => t.say('ledger.whys', { told: whys.size, count: entries.length }))}`}</p>
${!all && command(view, `${view.input.command ?? 'npx avow backtest CHARTER --history FILE'} --out commitments.jsonl`)}
${legend(view)}
${controls(view, entries)}
<ol class="ledger" id="entries">${joined(written.slice(0, ENTRIES_AT_ONCE))}</ol>
${entries.length > ENTRIES_AT_ONCE && rest(view, written.slice(ENTRIES_AT_ONCE))}
<p class="no-match" id="no-match" hidden>${both((t) => t.say('ledger.no-match'))}</p>
</section>`
}

/** Folded away where no script runs, whole on paper; the script moves them into the list and shows more when asked. */
function rest({ both }: View, written: readonly Html[]): Html {
  return html`<details id="rest"><summary>${both((t) => t.say('ledger.rest', { count: written.length }))}</summary><ol class="ledger" start="${ENTRIES_AT_ONCE + 1}">${joined(written)}</ol></details>
<p class="more needs-script"><button type="button" id="more" data-step="${ENTRIES_AT_ONCE}">${both((t) => t.say('ledger.more', { count: html`<b data-more>${Math.min(ENTRIES_AT_ONCE, written.length)}</b>` }))}</button></p>`
}

/** The whys that the page has room for: of each promise in turn the next worst, so that none takes all the room. */
function whysWithRoom(view: View, entries: readonly LedgerEntry[]): ReadonlyMap<LedgerEntry, Html> {
  const whys = new Map<LedgerEntry, Html>()
  const bare = entries.map((entry) => ledgerEntry(view, entry, undefined))
  let room = BYTES_FOR_LEDGER - bare.reduce((sum, { markup }) => sum + Buffer.byteLength(markup), 0)
  for (const entry of inTurn(entries)) {
    const why = whyLines(view, entry)
    const bytes = Buffer.byteLength(why.markup)
    if (bytes > room) continue
    room -= bytes
    whys.set(entry, why)
  }
  return whys
}

/** Of each promise the first, then of each the second, and so on. */
function inTurn(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const seen = new Map<number, number>()
  const ranked = entries.map((entry) => {
    const rank = seen.get(entry.promise) ?? 0
    seen.set(entry.promise, rank + 1)
    return { entry, rank }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry)
}

/** A command to type, in a place of its own so that it can be taken as it is. */
function command({ both }: View, typed: string): Html {
  return html`<p class="quiet">${both((t) => t.say('ledger.how-to-get-all'))}</p><pre tabindex="0" dir="ltr"><code>${typed}</code></pre>`
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
<p class="choice" role="status">${both((t) => t.say('ledger.count', { shown: html`<b data-shown>${Math.min(entries.length, ENTRIES_AT_ONCE)}</b>`, count: html`<span data-count>${entries.length}</span>` }))}</p>
</div>`
}
