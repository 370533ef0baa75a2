import type { Entry } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMoments } from '../people/me.tsx'

/** In the place of a message that was moved: where it went. */
export function MovedLine({ entry, to }: { readonly entry: Entry; readonly to: number }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const at = Date.parse(entry.at)
  return (
    <li className="event">
      <Link to="/tickets/$view/$number" params={{ view: 'all', number: to }}>
        {words.say('conversation.moved', { number: String(to) })}
      </Link>
      <time dateTime={entry.at} title={moments.exact(at)}>
        {moments.near(at, now)}
      </time>
    </li>
  )
}
