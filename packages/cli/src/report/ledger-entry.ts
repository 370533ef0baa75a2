/** One broken commitment: its line, what was promised, how late it was, where its time went, and why. */
import { rowsUnder, segmentLengths } from '@avow/core'
import { explainCommand } from './explain-command.ts'
import { isReopened, type LedgerEntry } from './gather.ts'
import { cut, type Html, html, theirId, theirs } from './html.ts'
import { dueMark, hasTwoScales, promiseLine } from './promise-line.ts'
import { segmentsBar } from './segments-bar.ts'
import { stateSign } from './state-sign.ts'
import type { Tongue } from './tongue.ts'
import { clockWords, type View } from './view.ts'

/** Where the page has no room for `why`, the command that tells it stands in its place. */
export function ledgerEntry(view: View, entry: LedgerEntry, why: Html | undefined): Html {
  const { both, input } = view
  const promise = input.charter.promises[entry.promise]
  if (promise === undefined) return html``
  const { ticket, run, key, row, amendedBy, start, due, end, late, fulfilled } = entry
  const target = rowsUnder(promise, amendedBy ?? undefined)[row - 1]?.target
  const again = run > 1 && html` <small>${both((t) => t.say('ledger.run', { run }))}</small>`
  const last =
    end === null ? 'ledger.now' : fulfilled ? (isReopened(entry) ? 'ledger.done-last' : 'ledger.done') : 'ledger.ended'
  const time = (key: 'ledger.started' | 'ledger.due' | typeof last, instant: number) =>
    html`<small>${both((t) => t.say(key))}</small> ${both((t) => (late < 3_600_000 ? t.instant(instant) : t.minute(instant)))}`
  const typed = explainCommand(input, ticket)
  const at = dueMark(entry, input.now)
  return html`<li class="entry" data-place data-promise="${entry.promise}" data-due="${due}" data-ticket="${cut(ticket)}">
<h3>${theirId(ticket)}${again}${key !== '' && html` <small>${theirs(key)}</small>`}</h3>
<p class="late">${stateSign('broken')} ${both((t) => lateness(entry, t))}</p>
<p class="promised"><b>${theirId(promise.id)}</b> ${both((t) => clockWords(view, promise, t))}${target !== undefined && html` · ${both((t) => (promise.clause.rows.length > 1 ? t.say('ledger.target', { row, target: t.target(target) }) : t.target(target)))}`}</p>
<div class="drawn"><p class="due at-${at} ${at > 60 ? 'ends-there' : 'begins-there'}">${time('ledger.due', due)}</p>${promiseLine(entry, input.now)}<p class="ends"><span>${time('ledger.started', start)}</span>${end !== due && html` <span>${time(last, end ?? input.now)}</span>`}</p>${hasTwoScales(entry, input.now) && html`<p class="unseen">${both((t) => t.say('ledger.scale'))}</p>`}</div>
<div class="went">${segmentsBar(view, segmentLengths(entry.segments))}</div>
${why === undefined ? typed !== undefined && html`<p class="explain"><small>${both((t) => t.say('ledger.why-elsewhere'))}</small> <code dir="ltr">${typed}</code></p>` : html`<details><summary>${both((t) => t.say('ledger.why'))}</summary>${why}</details>`}
</li>`
}

function lateness(entry: LedgerEntry, tongue: Tongue): Html {
  const { end, due, late, fulfilled } = entry
  const length = tongue.wallInWords(late)
  const again = isReopened(entry)
  if (fulfilled) return tongue.say(again ? 'ledger.broken-by-last' : 'ledger.broken-by', { length })
  if (end === null) return tongue.say(again ? 'ledger.not-done-again' : 'ledger.not-done', { length })
  return end === due ? tongue.say('ledger.missed') : tongue.say('ledger.never-done', { length })
}
