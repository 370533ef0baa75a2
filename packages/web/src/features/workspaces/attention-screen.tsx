import type { Attention, Notice } from '@avow/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { languageName } from '../../messages/formats.ts'
import type { Values } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { moneyWords } from '../charters/money.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { isReported } from '../law/is-reported.ts'
import { useMoments } from '../people/me.tsx'
import './attention.css'

/** What needs a person, and what the reader was told by the charter's escalation. */
export function AttentionScreen() {
  const words = useWords()
  const attention = useQuery(queries.attention())
  const notices = useQuery(queries.notices())
  const title = words.say('attention.title')
  const error = attention.error ?? notices.error
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
      </header>
      {error !== null && <Trouble error={error} />}
      {attention.isPending && <Loading />}
      {attention.data?.items.length === 0 && (
        <Nothing title={words.say('attention.none')}>
          <p>{words.say('attention.none-hint')}</p>
        </Nothing>
      )}
      <ul className="things">
        {attention.data?.items.map((item) => (
          <AttentionLine key={item.id} item={item} />
        ))}
      </ul>
      <h2>{words.say('notices.title')}</h2>
      {notices.data?.items.length === 0 && (
        <Nothing title={words.say('notices.none')}>
          <p>{words.say('notices.none-hint')}</p>
        </Nothing>
      )}
      <ul className="things">
        {notices.data?.items.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
    </main>
  )
}

function AttentionLine({ item }: { readonly item: Attention }) {
  const words = useWords()
  const { of } = useCharter()
  const data = plainValues(item.data)
  const values = {
    clause: '–',
    amount: amountWords(data, words.locale),
    ...data,
    position: of.position(String(data['position'] ?? '–')),
    promise: of.promiseName(String(data['promise'] ?? '–')),
    language: typeof data['language'] === 'string' ? languageName(words.locale, data['language']) : '–',
  }
  const reported = item.code.startsWith('law-') && isReported(String(data['row'] ?? '')) ? '.reported' : ''
  const said =
    words.sayCode(`attention.code.${item.code}${reported}`, values) ??
    words.say('attention.code.other', { code: item.code })
  return (
    <li>
      <span>{said}</span>
      {item.code.startsWith('law-') && <TaskDone id={item.id} />}
      {/^(?:mailbox-|mail-bytes-|mail-key-|disk-)/.test(item.code) && (
        <Link to="/settings/mail">{words.say('attention.see-mail')}</Link>
      )}
      {(item.code === 'mail-quarantined' || item.code === 'staff-mail-held') && (
        <Link to="/mail" search={{ outcome: 'to-look-at' }}>
          {words.say('attention.see-set-aside')}
        </Link>
      )}
      {/^position-(?:empty|away)$/.test(item.code) && <Link to="/people">{words.say('attention.see-people')}</Link>}
      <TicketAndTime ticket={item.ticket} at={item.raised_at} />
    </li>
  )
}

/** A task of the law is done when a person says so. */
function TaskDone({ id }: { readonly id: string }) {
  const words = useWords()
  const client = useQueryClient()
  const doing = useMutation({
    mutationFn: () => call('finishLawTask', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['attention'] }),
  })
  return (
    <button type="button" className="button small" disabled={doing.isPending} onClick={() => doing.mutate()}>
      {words.say('attention.done')}
    </button>
  )
}

function amountWords({ minor, currency }: Values, locale: string): string {
  return typeof minor === 'number' && typeof currency === 'string' ? moneyWords({ minor, currency }, locale) : '–'
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const words = useWords()
  const client = useQueryClient()
  const { of } = useCharter()
  const reading = useMutation({
    mutationFn: () => call('readNotice', { params: { id: notice.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
  const data = plainValues(notice.data)
  const promise = String(data['commitment'] ?? '').split('/')[0] ?? ''
  const values = { clause: '–', step: 1, count: 1, ...data, commitment: promise === '' ? '–' : of.promiseName(promise) }
  const isUnread = notice.read_at === null
  return (
    <li className={isUnread ? 'unread' : undefined}>
      <span>
        {words.sayCode(`notices.code.${notice.code}`, values) ?? words.say('notices.code.other', { code: notice.code })}
      </span>
      <NoticeLead code={notice.code} data={data} />
      {isUnread && (
        <button type="button" className="button small" disabled={reading.isPending} onClick={() => reading.mutate()}>
          {words.say('notices.read')}
        </button>
      )}
      <TicketAndTime ticket={notice.ticket} at={notice.created_at} />
    </li>
  )
}

/** Where a notice leads that is not about a ticket alone. */
function NoticeLead({ code, data }: { readonly code: string; readonly data: Values }) {
  const words = useWords()
  const { draft } = data
  if (code === 'draft-submitted' && typeof draft === 'string')
    return (
      <Link to="/charter/drafts/$draft" params={{ draft }}>
        {words.say('notices.see-draft')}
      </Link>
    )
  if (code === 'grant-asked') return <Link to="/grants">{words.say('notices.decide')}</Link>
  if (code === 'charter-changed') return <Link to="/charter/changes">{words.say('notices.see-changes')}</Link>
  if (code === 'charter-to-read') return <Link to="/charter/changes">{words.say('notices.read-clauses')}</Link>
  if (code === 'suggestion-decided')
    return <Link to="/charter/suggestions">{words.say('notices.see-suggestions')}</Link>
  return null
}

function TicketAndTime({ ticket, at }: { readonly ticket: number | null; readonly at: string }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  return (
    <>
      {ticket !== null && (
        <Link to="/tickets/$view/$number" params={{ view: 'all', number: ticket }}>
          {words.say('attention.ticket', { number: String(ticket) })}
        </Link>
      )}
      <time className="quiet" dateTime={at} title={moments.exact(Date.parse(at))}>
        {moments.near(Date.parse(at), now)}
      </time>
    </>
  )
}

function plainValues(data: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
}
