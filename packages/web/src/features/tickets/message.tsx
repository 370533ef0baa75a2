import type { Entry, Ticket } from '@avow/contract'
import { lazy, Suspense, useState } from 'react'
import { withoutTurning } from '../../messages/isolates.ts'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { MailTrace } from '../mail/mail-trace.tsx'
import { Avatar } from '../people/avatar.tsx'
import { useMay, useMoments } from '../people/me.tsx'
import { Appointments } from './appointments.tsx'
import { Attachments } from './attachments.tsx'
import { deliveryClass } from './delivery-class.ts'
import { ForwardedLine } from './forwarded-line.tsx'
import { movableOf } from './movable.ts'
import { Paragraphs } from './paragraphs.tsx'

const MailFrame = lazy(async () => ({ default: (await import('./mail-frame.tsx')).MailFrame }))

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))

/** Among staff: the customer is shown none of it. */
const ASIDE: ReadonlySet<string> = new Set(['note.added', 'ticket.forwarded', 'note.received'])

interface MessageProps {
  readonly entry: Entry
  /** The one that it was written on. */
  readonly ticket: Ticket
  /** That was merged into the one that is shown. */
  readonly isJoined: boolean
  /** Where it may be forwarded. */
  readonly onForward?: (() => void) | undefined
}

/** One message or note. The customer’s words are the largest on the screen. */
export function Message({ entry, ticket, isJoined, onForward }: MessageProps) {
  const words = useWords()
  const [isHtml, showHtml] = useState(false)
  const [isMoving, move] = useState(false)
  const mayWrite = useMay('tickets.write')
  const kind = ASIDE.has(entry.type) ? 'note' : entry.by === 'customer' ? 'theirs' : 'ours'
  const isAuto = entry.type === 'message.auto'
  const who = authorOf(entry, ticket, words)
  return (
    <li
      className={`message ${kind}${isAuto ? ' auto' : ''}`}
      id={placeOf(entry, ticket)}
      tabIndex={-1}
      lang={entry.language ?? undefined}
    >
      <MessageHead entry={entry} who={who} of={isJoined ? ticket.number : undefined} />
      {entry.doubt !== null && (
        <p className="band risk" lang={words.language}>
          {words.say('conversation.doubt', { reason: words.sayCode(`doubt.${entry.doubt}`) ?? entry.doubt })}
        </p>
      )}
      {entry.forwarded !== null && <ForwardedLine {...entry.forwarded} />}
      <Appointments entry={entry} />
      {isHtml && entry.html !== null ? (
        <Suspense>
          <MailFrame
            entry={entry}
            who={who}
            remote={
              entry.has_remote_images
                ? { number: ticket.number, seq: entry.seq, addresses: entry.remote_images }
                : undefined
            }
          />
        </Suspense>
      ) : (
        <Paragraphs text={entry.text ?? ''} direction={entry.direction} mentions={entry.mentions} />
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
        {onForward !== undefined && (
          <button type="button" className="button plain small" onClick={onForward}>
            {words.say('forward.open')}
          </button>
        )}
        {mayWrite && movableOf(ticket).includes(entry) && (
          <button type="button" className="button plain small" onClick={() => move(true)}>
            {words.say('move.open')}
          </button>
        )}
      </div>
      <Suspense>{isMoving && <MoveDialog entry={entry} ticket={ticket} onClose={() => move(false)} />}</Suspense>
      {entry.trace !== null && <MailTrace trace={entry.trace} />}
    </li>
  )
}

interface MessageHeadProps {
  readonly entry: Entry
  readonly who: string
  /** Number of the ticket that it was written on, where that is another. */
  readonly of: number | undefined
}

function MessageHead({ entry, who, of }: MessageHeadProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const at = Date.parse(entry.at)
  const saidAt = entry.fields['said_at']
  return (
    <header lang={words.language}>
      <Avatar name={who} />
      <bdi className="author">{who}</bdi>
      {of !== undefined && <span className="mark">{words.say('ticket.number', { number: String(of) })}</span>}
      {entry.type === 'note.added' && <span className="mark">{words.say('conversation.note')}</span>}
      {entry.type === 'ticket.forwarded' && <span className="mark">{words.say('conversation.forwarded')}</span>}
      {entry.type === 'note.received' && <span className="mark">{words.say('conversation.outside')}</span>}
      {entry.type === 'message.auto' && <span className="quiet">{words.say('conversation.auto')}</span>}
      <time className="quiet" dateTime={entry.at} title={moments.exact(at)}>
        {moments.near(at, now)}
      </time>
      {typeof saidAt === 'string' && (
        <span className="quiet">
          {words.say(entry.trace === null ? 'conversation.said-at' : 'conversation.lay-since', {
            time: moments.exact(Date.parse(saidAt)),
          })}
        </span>
      )}
      {entry.delivery !== null && (
        <span className={deliveryClass(entry.delivery) ?? 'quiet'}>{words.say(`delivery.${entry.delivery}`)}</span>
      )}
    </header>
  )
}

/** Id of a message in the page. `ticket`: that it was written on. */
export function placeOf({ seq }: Entry, { number }: Ticket): string {
  return `message-${number}-${seq}`
}

export function authorOf({ by, person, from }: Entry, ticket: Ticket, words: Words): string {
  const name =
    person?.name ??
    (by === 'customer'
      ? (from?.name ?? from?.address ?? ticket.customer?.name ?? words.say('list.no-customer'))
      : words.say('conversation.us'))
  return withoutTurning(name)
}
