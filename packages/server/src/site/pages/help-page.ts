import { type PromiseRow, rowsUnder } from '@avow/core'
import type { PromisedAnswer } from '../../channels/form/index.ts'
import { charterTitle } from '../charter/charter-page.ts'
import { crisisNotices } from '../charter/crisis-notice.ts'
import { promiseText, promiseTitle } from '../charter/promise-text.ts'
import type { PublicPromise } from '../charter/public-charter.ts'
import type { CharterView } from '../charter/read-charter.ts'
import { channelList } from '../charter/stated-sections.ts'
import { type Html, html, joined } from '../html.ts'
import { mailLinks } from '../mail-links.ts'
import { page } from '../page.ts'
import type { Visit } from '../visit.ts'

/** What the help centre shows. */
export interface HelpView {
  /** Undefined where no charter is in force. */
  readonly charter: CharterView | undefined
  /** What is promised to somebody who writes now, */
  readonly previewed: readonly PromisedAnswer[]
  /** and of it what is told first, in a sentence. */
  readonly promised: Html | undefined
  /** Addresses that take mail. */
  readonly mailboxes: readonly string[]
}

/** The help centre: write to us, by when we answer, what we promise. */
export function helpPage(visit: Visit, { charter, previewed, promised, mailboxes }: HelpView): string {
  const { tongue } = visit
  const addresses = mailLinks(mailboxes, tongue)
  const content = html`<header class="head"><h1>${tongue.say('help.title')}</h1></header>
${charter !== undefined && crisisNotices(charter.charter, tongue, charter.now)}
<section class="write"><p class="lead">${promised ?? tongue.say('form.no-promise')}</p>
<p><a class="button" href="${visit.to('/requests/new')}">${tongue.say('page.write')}</a></p>
${mailboxes.length > 0 && html`<p class="quiet">${tongue.say('help.mail', { addresses })}</p>`}
${charter !== undefined && channelList(charter, tongue)}</section>
<section class="in-short" aria-labelledby="promises"><h2 id="promises">${charter === undefined ? tongue.say('help.promises') : charterTitle(charter, tongue)}</h2>
${charter === undefined ? html`<p>${tongue.say('help.no-charter')}</p>` : promisesInShort(visit, charter, previewed)}</section>`
  return page(visit, { title: tongue.say('help.title'), content, part: 'help' })
}

function promisesInShort(visit: Visit, view: CharterView, previewed: readonly PromisedAnswer[]): Html {
  const { tongue } = visit
  const { charter, promises, figures } = view
  const items = promises.map((each) => {
    const { promise } = each
    const target = rowInShort(each, previewed)?.target
    const text =
      target === undefined ? promiseTitle(charter, promise, tongue) : promiseText(charter, promise, target, tongue)
    const share = figures.get(promise.id)?.figure.share ?? null
    return html`<li><a href="${visit.to('/charter')}#promise-${promise.id}">${text}</a>${share !== null && html` <span class="quiet kept-share">${tongue.percent(share)} ${tongue.say('figure.kept')}</span>`}</li>`
  })
  return html`<ul class="short">${joined(items, '\n')}</ul>
<p><a href="${visit.to('/charter')}">${tongue.say('help.all-promises')}</a></p>`
}

/** The row that holds for somebody who writes by the form now; else the one for everything else. */
function rowInShort({ promise, rows }: PublicPromise, previewed: readonly PromisedAnswer[]): PromiseRow | undefined {
  const preview = previewed.find((each) => each.promise.id === promise.id)?.commitment
  const now = preview?.row
  if (preview?.amended_by !== undefined) return rowsUnder(promise, preview.amended_by)[preview.row - 1]
  const isForAll = ({ cells }: PromiseRow) => [...cells.values()].every(({ accepts }) => accepts === 'any')
  return (rows.find(({ number }) => number === now) ?? rows.find(({ row }) => isForAll(row)))?.row
}
