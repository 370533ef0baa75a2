import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { makeLink, siteAddress } from '../../features/links/index.ts'
import { readTicket } from '../../features/tickets/index.ts'
import { pageLanguages } from '../../features/workspaces/index.ts'
import { html, joined, plain, theirId, theirs } from '../../site/html.ts'
import { isLanguage, type Language, offered } from '../../site/languages.ts'
import { promiseWords } from '../../site/request/promise-words.ts'
import { readRequest } from '../../site/request/read-request.ts'
import { tongueOf } from '../../site/tongue.ts'

export interface SlipOptions {
  /** Else the ticket’s, else the charter’s first. */
  readonly language: string | undefined
  /** Without a slash at its end. */
  readonly publicUrl: string
}

const FOLLOW_DAYS = 180

/** It is one file, and reads from nowhere: it may be kept, printed later, or sent on. */
const STYLE = html`body{margin:24px auto;max-width:36em;padding:0 16px;font:16px/24px system-ui,Noto Sans,Noto Sans Arabic,sans-serif;color:#111;background:#fff}
h1{font-size:24px;line-height:32px;margin:0 0 8px}p{margin:0 0 8px}dl{margin:16px 0;display:grid;grid-template-columns:auto 1fr;gap:4px 16px}
dt{color:#555}dd{margin:0}ul{margin:0;padding:0;list-style:none}li{padding:4px 0;font-weight:600}.number{font-size:28px;line-height:36px}
.link{overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:14px}@page{margin:15mm}`

/**
 * A slip for the customer, as a page to be printed: who and what, what was promised and by when, with the zone, the number,
 * and a link, written out, to follow it. The link is made for this slip. Throws `not-found`.
 */
export async function renderSlip(tx: Transaction, number: number, options: SlipOptions): Promise<string> {
  const ticket = await readTicket(tx, number)
  const language = await languageOf(tx, [options.language, ticket.language])
  const { name: company, zone } = await workspaceOf(tx)
  const { promises, clock, now, subject } = await readRequest(tx, ticket.id, zone)
  const token = await makeLink(tx, { ticket: ticket.id, purpose: 'follow', days: FOLLOW_DAYS })
  const address = `${await siteAddress(tx, options.publicUrl, language)}/requests/${token}`
  const tongue = tongueOf(language)
  const title = tongue.say('slip.title', { number: theirId(String(number)) })
  const taken = tongue.time(Date.parse(ticket.created_at), clock, now)
  const promised = promises.filter(({ commitment }) => commitment.fulfilled_at === null)
  return html`<!doctype html>
<html lang="${language}" dir="${tongue.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${plain(title)} · ${company}</title><style>
${STYLE}
</style></head>
<body>
<p>${theirs(company)}</p>
<h1>${title}</h1>
<p>${tongue.say('slip.taken', { time: taken })}</p>
<dl>${ticket.customer !== null && html`<dt>${tongue.say('slip.for')}</dt><dd>${theirs(ticket.customer.name)}</dd>`}<dt>${tongue.say('slip.about')}</dt><dd>${theirs(subject)}</dd></dl>
<h2>${tongue.say('slip.promise')}</h2>
${promised.length === 0 ? html`<p>${tongue.say('request.no-promises')}</p>` : html`<ul>${joined(promised.map((on) => html`<li>${promiseWords(on, { tongue, clock, now })}</li>`))}</ul>`}
<h2>${tongue.say('slip.follow')}</h2>
<p class="link">${theirId(address)}</p>
</body>
</html>
`.markup
}

async function languageOf(tx: Transaction, wished: readonly (string | null | undefined)[]): Promise<Language> {
  for (const tag of wished) {
    const base = tag?.split('-')[0] ?? ''
    if (isLanguage(base)) return base
  }
  return offered((await pageLanguages(tx)) ?? [])[0]
}

async function workspaceOf(tx: Transaction): Promise<{ readonly name: string; readonly zone: string }> {
  const { rows } = await sql<{ name: string; zone: string }>`
    select name, zone from control.workspace where id = ${tx.workspace}`.execute(tx.db)
  const [workspace] = rows
  if (workspace === undefined) throw new Error(`there is no workspace ${tx.workspace}`)
  return workspace
}
