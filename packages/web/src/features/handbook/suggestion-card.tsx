import type { Suggestion } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDot, CircleX } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMay, useMoments } from '../people/me.tsx'
import { DecideSuggestion } from './decide-suggestion.tsx'

const SIGNS = {
  open: [CircleDot, 'running'],
  accepted: [CircleCheck, 'kept'],
  declined: [CircleX, 'paused'],
} as const satisfies Record<Suggestion['state'], unknown>

interface SuggestionCardProps {
  readonly suggestion: Suggestion
  /** In the list of all, which clause it is about. */
  readonly hasClause?: boolean
}

/** What somebody said of a clause, what taught it, and the answer. */
export function SuggestionCard({ suggestion, hasClause = false }: SuggestionCardProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const mayDecide = useMay('charter.write')
  const { kind, text, by, at, state, clause, ticket, decided_by: decider, decision_reason: reason, draft } = suggestion
  const [Sign, standing] = SIGNS[state]
  return (
    <li className="suggestion">
      <p className="suggestion-head">
        {hasClause && (
          <Link to="/handbook" hash={clause} className="mark ltr">
            {clause}
          </Link>
        )}
        <bdi>{by?.name ?? '–'}</bdi>
        <span className="quiet">{words.say(`talk.${kind}`)}</span>
        <time className="quiet" dateTime={at} title={moments.exact(Date.parse(at))}>
          {moments.near(Date.parse(at), now)}
        </time>
        {kind === 'suggestion' && (
          <span className={`state ${standing}`}>
            <Sign aria-hidden="true" strokeWidth={2} /> {words.say(`suggestion.state.${state}`)}
          </span>
        )}
      </p>
      <p className="suggestion-text">
        <bdi>{text}</bdi>
      </p>
      {ticket !== null && (
        <p>
          <Link to="/tickets/$view/$number" params={{ view: 'all', number: ticket }}>
            {words.say('attention.ticket', { number: String(ticket) })}
          </Link>
        </p>
      )}
      {reason !== null && reason !== '' && (
        <p>{words.say('suggestion.answer', { who: decider?.name ?? '–', reason })}</p>
      )}
      {draft !== null && (
        <p>
          <Link to="/charter/drafts/$draft" params={{ draft }}>
            {words.say('suggestion.draft')}
          </Link>
        </p>
      )}
      {kind === 'suggestion' && state === 'open' && mayDecide && <DecideSuggestion suggestion={suggestion} />}
    </li>
  )
}
