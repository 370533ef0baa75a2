import type { Grant } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'

/** What somebody who leads made of an exception, and why. */
export function Reviewed({ reviewed }: { readonly reviewed: NonNullable<Grant['reviewed']> }) {
  const words = useWords()
  const { outcome, by, reason } = reviewed
  return (
    <p className="small">
      {words.say(`exception.was.${outcome}`, { who: by?.name ?? '–', reason })}{' '}
      {outcome === 'suggested' && <Link to="/charter/suggestions">{words.say('exception.see')}</Link>}
    </p>
  )
}
