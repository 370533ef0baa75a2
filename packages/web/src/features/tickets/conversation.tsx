import type { Entry, Ticket } from '@avow/contract'
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { useWords } from '../../messages/words.tsx'
import { useMay } from '../people/me.tsx'
import { EventLine } from './event-line.tsx'
import { forwardableOf } from './forwardable.ts'
import { Message } from './message.tsx'
import { MovedLine } from './moved-line.tsx'
import { type Told, threadOf } from './thread.ts'
import { ThreadDigest } from './thread-digest.tsx'
import { TicketLinks } from './ticket-links.tsx'
import './conversation.css'

const ForwardDialog = lazy(async () => ({ default: (await import('./forward-dialog.tsx')).ForwardDialog }))

const SAID: ReadonlySet<string> = new Set([
  'message.received',
  'message.sent',
  'message.auto',
  'note.added',
  'ticket.forwarded',
  'note.received',
])
/** What was decided for the customer, and steps that were skipped or handed over, stand in the conversation always. */
const DECIDED = /^(?:remedy\.|step\.(?:skipped|handed-over)$)/

/** What was said, in its order; between it, on demand, what happened. */
export function Conversation({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const [hasEvents, showEvents] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const thread = threadOf(ticket)
  const shown = thread.filter(({ entry: { type } }) => hasEvents || SAID.has(type) || DECIDED.test(type))
  useStayAtTheEnd(scroller, shown)
  const [forwarding, forward] = useState<Entry>()
  const mayWrite = useMay('tickets.write')
  const forwardable = mayWrite ? forwardableOf(ticket) : []
  const last = forwardable.findLast(({ by }) => by === 'customer') ?? forwardable.at(-1)
  useShortcuts({ f: last === undefined ? undefined : () => forward(last) })
  return (
    <>
      <ThreadDigest thread={thread} />
      <div className="conversation" ref={scroller} tabIndex={-1}>
        <div className="column">
          <TicketLinks ticket={ticket} />
          <ol aria-label={words.say('conversation.title')}>
            {shown.map(({ entry, ticket: of }) =>
              entry.moved_to !== null ? (
                <MovedLine key={entry.id} entry={entry} to={entry.moved_to} />
              ) : SAID.has(entry.type) ? (
                <Message
                  key={entry.id}
                  entry={entry}
                  ticket={of}
                  isJoined={of !== ticket}
                  onForward={forwardable.includes(entry) ? () => forward(entry) : undefined}
                />
              ) : (
                <EventLine key={entry.id} entry={entry} ticket={ticket} />
              ),
            )}
          </ol>
          <button
            type="button"
            className="button plain small events-toggle"
            aria-pressed={hasEvents}
            onClick={() => showEvents(!hasEvents)}
          >
            {words.say('conversation.timeline')}
          </button>
        </div>
        <Suspense>
          {forwarding !== undefined && (
            <ForwardDialog ticket={ticket} entry={forwarding} onClose={() => forward(undefined)} />
          )}
        </Suspense>
      </div>
    </>
  )
}

/** Begins at the newest message, and stays with the newest while one is there. */
function useStayAtTheEnd(scroller: React.RefObject<HTMLDivElement | null>, shown: readonly Told[]): void {
  const wasAtEnd = useRef(true)
  const last = shown.at(-1)?.entry.id
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    if (last !== undefined && wasAtEnd.current) box.scrollTop = box.scrollHeight
    const look = () => {
      wasAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80
    }
    box.addEventListener('scroll', look, { passive: true })
    return () => box.removeEventListener('scroll', look)
  }, [scroller, last])
}
