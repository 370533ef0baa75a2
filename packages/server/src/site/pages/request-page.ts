import { type Html, html, joined, NOTHING, paragraphs, theirId, theirs } from '../html.ts'
import type { MessageKey } from '../messages/en.ts'
import { page } from '../page.ts'
import { givenBlock } from '../request/given-block.ts'
import { promiseBlock } from '../request/promise-words.ts'
import type { FileSaid, RequestView, Said } from '../request/read-request.ts'
import type { Tongue } from '../tongue.ts'
import type { Visit } from '../visit.ts'
import { scoreChoice } from './rate-page.ts'

export interface RequestPageView extends RequestView {
  /** Address of this page without a query. */
  readonly address: string
  /** When its link ends, UTC ms. */
  readonly expires: number
  /** What has just happened: it is told at the top. */
  readonly news: 'opened' | 'message' | 'rated' | undefined
  readonly once: string
  /** What was typed and could not be taken, and why. */
  readonly draft?: { readonly text: string; readonly error: Html }
}

const STATES: Readonly<Record<RequestView['state'], MessageKey>> = {
  new: 'request.new',
  open: 'request.open',
  'waiting-for-customer': 'request.waiting',
  'on-hold': 'request.on-hold',
  solved: 'request.solved',
  closed: 'request.closed',
}

/** A request as its customer follows it. */
export function requestPage(visit: Visit, view: RequestPageView): string {
  const { tongue, workspace } = visit
  const { number, subject, promises, given, clock, now, said, state, isAnswered } = view
  const title = tongue.say('request.title', { number: theirId(String(number)) })
  const content = html`<header class="head"><h1>${title}</h1>${subject !== '' && html`<p class="subject">${theirs(subject)}</p>`}</header>
${news(view, tongue)}
<section aria-labelledby="where"><h2 id="where">${tongue.say('request.state')}</h2><p>${tongue.say(STATES[state === 'new' && isAnswered ? 'open' : state])}</p></section>
<section aria-labelledby="promised"><h2 id="promised">${tongue.say('request.promises')}</h2>
${promises.length === 0 ? html`<p>${tongue.say('request.no-promises')}</p>` : joined(promises.map((promise) => promiseBlock(promise, { tongue, clock, now })))}
<p class="quiet">${tongue.say('charter.zone', { zone: theirId(clock.zone) })}</p></section>
${givenBlock(given, { tongue, clock, now })}
<section aria-labelledby="conversation"><h2 id="conversation">${tongue.say('request.conversation')}</h2>
<ol class="conversation">${joined(
    said.map((one) => message(one, view, tongue, workspace.name)),
    '\n',
  )}</ol></section>
<section aria-labelledby="write"><h2 id="write"><label for="field-text">${tongue.say('request.write')}</label></h2>
${view.draft !== undefined && html`<div class="errors" role="alert"><p>${view.draft.error}</p></div>`}
<form method="post" action="${view.address}" accept-charset="utf-8"><input type="hidden" name="once" value="${view.once}">
<div class="field"><textarea id="field-text" name="text" rows="5" dir="auto" required>
${view.draft?.text}</textarea></div>
<p><button class="button" type="submit">${tongue.say('request.send')}</button></p></form></section>
${isAnswered && rating(view, tongue)}
<p class="quiet keep">${tongue.say('request.keep-link', { date: tongue.date(view.expires, clock) })}</p>`
  return page(visit, { title, content, isPrivate: true })
}

function news({ news, number, promises, clock, now }: RequestPageView, tongue: Tongue): Html {
  if (news === undefined) return NOTHING
  if (news === 'message')
    return html`<p class="news" role="status"><span aria-hidden="true">✓</span> ${tongue.say('request.message-taken')}</p>`
  if (news === 'rated')
    return html`<p class="news" role="status"><span aria-hidden="true">✓</span> ${tongue.say('request.rating-taken')}</p>`
  const [first] = promises
  const due = first?.commitment.due ?? null
  const isAnswer = first?.promise.clock.kind === 'first-response'
  const told =
    first !== undefined && due !== null && first.commitment.state === 'running' && isAnswer
      ? tongue.say('line.answer-by', { time: tongue.due(due, clock, now) })
      : NOTHING
  return html`<p class="news" role="status"><span aria-hidden="true">✓</span> <b>${tongue.say('request.thanks')}</b> ${tongue.say('request.number', { number: theirId(String(number)) })} ${told}</p>`
}

function message(said: Said, { clock, now, address }: RequestPageView, tongue: Tongue, company: string): Html {
  const { by, name, at, text, quoted, language, direction, files } = said
  const who =
    by === 'customer'
      ? tongue.say('request.you')
      : by === 'machine'
        ? tongue.say('request.automatic', { company })
        : name === null
          ? theirs(company)
          : tongue.say('request.person', { name, company })
  const names = tongue.list(files.map((file) => fileName(file, address)))
  return html`<li class="message from-${by}"><p class="by"><b>${who}</b> <span class="quiet">${tongue.bareTime(at, clock, now)}</span></p>
<div class="words"${language !== null && html` lang="${language}"`}>${paragraphs(text, direction ?? 'auto')}</div>
${quoted !== null && quoted !== '' && html`<details><summary>${tongue.say('request.earlier')}</summary><div class="words quoted">${paragraphs(quoted)}</div></details>`}
${files.length > 0 && html`<p class="quiet">${tongue.say('request.files', { n: files.length, names })}</p>`}</li>`
}

function fileName({ name, id }: FileSaid, address: string): Html {
  return id === null ? theirs(name) : html`<a href="${`${address}/files/${id}`}" download>${theirs(name)}</a>`
}

function rating({ rating, address }: RequestPageView, tongue: Tongue): Html {
  return html`<section aria-labelledby="rate"><h2 id="rate">${tongue.say('request.rate')}</h2>
${rating !== null && html`<p>${tongue.say('request.rated', { score: rating })} ${tongue.say('request.rate-again')}</p>`}
<form method="post" action="${address}/rate">${scoreChoice(tongue, rating)}
<p><button class="button second" type="submit">${tongue.say('request.rate-send')}</button></p></form></section>`
}
