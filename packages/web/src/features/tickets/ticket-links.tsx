import type { Ticket } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'

/** Tickets before and after this one, and what else is to be known before reading. */
export function TicketLinks({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const { follows, followed_by, merged_into, absorbed, held_acknowledgements: held, rating } = ticket
  const links = [follows, merged_into, ...followed_by, ...absorbed].filter((link) => link !== null)
  if (links.length === 0 && held === 0 && rating === null) return null
  return (
    <div className="band ticket-links">
      {follows !== null && (
        <Link to="/tickets/$view/$number" params={{ view: 'all', number: follows.number }}>
          {words.say('ticket.follows', { number: String(follows.number) })}
        </Link>
      )}
      {followed_by.map(({ id, number }) => (
        <Link key={id} to="/tickets/$view/$number" params={{ view: 'all', number }}>
          {words.say('ticket.followed-by', { number: String(number) })}
        </Link>
      ))}
      {merged_into !== null && (
        <Link to="/tickets/$view/$number" params={{ view: 'all', number: merged_into.number }}>
          {words.say('ticket.merged-into', { number: String(merged_into.number) })}
        </Link>
      )}
      {absorbed.map(({ id, number }) => (
        <Link key={id} to="/tickets/$view/$number" params={{ view: 'all', number }}>
          {words.say('ticket.absorbed', { number: String(number) })}
        </Link>
      ))}
      {held > 0 && <span>{words.say('ticket.held', { count: held })}</span>}
      {rating !== null && <span>{words.say('ticket.rating', { score: words.number(rating) })}</span>}
    </div>
  )
}
