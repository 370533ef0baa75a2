import type { Entry, Ticket } from '@avow/contract'
import { useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { EventLine } from './event-line.tsx'
import { Message } from './message.tsx'
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
  const shown = ticket.entries.filter(({ type }) => hasEvents || SAID.has(type) || DECIDED.test(type))
  useStayAtTheEnd(scroller, shown)
  return (
    <div className="conversation" ref={scroller} tabIndex={-1}>
      <div className="column">
        <TicketLinks ticket={ticket} />
        <ol aria-label={words.say('conversation.title')}>
          {shown.map((entry) =>
            SAID.has(entry.type) ? (
              <Message key={entry.id} entry={entry} ticket={ticket} />
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
function useStayAtTheEnd(scroller: React.RefObject<HTMLDivElement | null>, shown: readonly Entry[]): void {
  const wasAtEnd = useRef(true)
  const last = shown.at(-1)?.seq
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
