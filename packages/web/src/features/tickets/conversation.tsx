import type { Ticket } from '@avow/contract'
import { useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { EventLine } from './event-line.tsx'
import { Message } from './message.tsx'
import { MovedLine } from './moved-line.tsx'
import { type Told, threadOf } from './thread.ts'
import { TicketLinks } from './ticket-links.tsx'
import './conversation.css'

const SAID: ReadonlySet<string> = new Set(['message.received', 'message.sent', 'message.auto', 'note.added'])
/** What was decided for the customer stands in the conversation always. */
const DECIDED = /^remedy\./

/** What was said, in its order; between it, on demand, what happened. */
export function Conversation({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const [hasEvents, showEvents] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const thread = threadOf(ticket)
  const shown = thread.filter(({ entry: { type } }) => hasEvents || SAID.has(type) || DECIDED.test(type))
  useStayAtTheEnd(scroller, shown)
  return (
    <div className="conversation" ref={scroller} tabIndex={-1}>
      <div className="column">
        <TicketLinks ticket={ticket} />
        <ol aria-label={words.say('conversation.title')}>
          {shown.map(({ entry, ticket: of }) =>
            entry.moved_to !== null ? (
              <MovedLine key={entry.id} entry={entry} to={entry.moved_to} />
            ) : SAID.has(entry.type) ? (
              <Message key={entry.id} entry={entry} ticket={of} isJoined={of !== ticket} />
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
    </div>
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
