import type { Entry, Ticket } from '@avow/contract'
import { lazy, Suspense, useState } from 'react'
import { withoutTurning } from '../../messages/isolates.ts'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { Avatar } from '../people/avatar.tsx'
import { useMoments } from '../people/me.tsx'
import { Attachments } from './attachments.tsx'
import { Paragraphs } from './paragraphs.tsx'

const MailFrame = lazy(async () => ({ default: (await import('./mail-frame.tsx')).MailFrame }))

/** One message or note. The customer’s words are the largest on the screen. */
export function Message({ entry, ticket }: { readonly entry: Entry; readonly ticket: Ticket }) {
  const words = useWords()
  const [isHtml, showHtml] = useState(false)
  const kind = entry.type === 'note.added' ? 'note' : entry.by === 'customer' ? 'theirs' : 'ours'
  const isAuto = entry.type === 'message.auto'
  const who = authorOf(entry, ticket, words)
  return (
    <li className={`message ${kind}${isAuto ? ' auto' : ''}`} lang={entry.language ?? undefined}>
      <MessageHead entry={entry} who={who} />
      {entry.doubt !== null && (
        <p className="band risk" lang={words.language}>
          {words.say('conversation.doubt', { reason: words.sayCode(`doubt.${entry.doubt}`) ?? entry.doubt })}
        </p>
      )}
      {isHtml && entry.html !== null ? (
        <Suspense>
          <MailFrame entry={entry} who={who} />
        </Suspense>
      ) : (
        <Paragraphs text={entry.text ?? ''} />
      )}
      {entry.quoted !== null && entry.quoted !== '' && !isHtml && (
        <details className="quoted">
          <summary lang={words.language}>{words.say('conversation.quoted')}</summary>
          <Paragraphs text={entry.quoted} />
        </details>
      )}
      <div className="under" lang={words.language}>
        {entry.html !== null && (
          <button type="button" className="button plain small" aria-pressed={isHtml} onClick={() => showHtml(!isHtml)}>
            {words.say(isHtml ? 'conversation.show-text' : 'conversation.show-html')}
          </button>
        )}
        <Attachments entry={entry} ticket={ticket} />
      </div>
    </li>
  )
}

function MessageHead({ entry, who }: { readonly entry: Entry; readonly who: string }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const at = Date.parse(entry.at)
  return (
    <header lang={words.language}>
      <Avatar name={who} />
      <bdi className="author">{who}</bdi>
      {entry.type === 'note.added' && <span className="mark">{words.say('conversation.note')}</span>}
      {entry.type === 'message.auto' && <span className="quiet">{words.say('conversation.auto')}</span>}
      <time className="quiet" dateTime={entry.at} title={moments.exact(at)}>
        {moments.near(at, now)}
      </time>
      {entry.delivery !== null && (
        <span className={entry.delivery === 'given-up' ? 'state broken' : 'quiet'}>
          {words.say(`delivery.${entry.delivery}`)}
        </span>
      )}
    </header>
  )
}

export function authorOf({ by, person, from }: Entry, ticket: Ticket, words: Words): string {
  const name =
    person?.name ??
    (by === 'customer'
      ? (from?.name ?? from?.address ?? ticket.customer?.name ?? words.say('list.no-customer'))
      : words.say('conversation.us'))
  return withoutTurning(name)
}
