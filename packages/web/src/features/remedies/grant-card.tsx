import type { Grant } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { useMoments } from '../people/me.tsx'
import { CarryOut } from './carry-out.tsx'
import { ClauseLinks } from './clause-links.tsx'
import { DecideForm } from './decide-form.tsx'
import { GrantBackground } from './grant-background.tsx'
import { GrantSign } from './grant-sign.tsx'
import { remedyWords } from './remedy-words.ts'
import { ReviewForm } from './review-form.tsx'
import { Reviewed } from './reviewed.tsx'
import { SuggestButton } from './suggest-button.tsx'

interface GrantCardProps {
  readonly grant: Grant
  readonly isOpenAtFirst: boolean
  /** Among the exceptions: what is due is to look at it. */
  readonly isException?: boolean
}

/** One remedy of the list: what, for whom, why; on demand all that it is decided on; and the step that is due. */
export function GrantCard({ grant, isOpenAtFirst, isException = false }: GrantCardProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { of } = useCharter(grant.charter.hash)
  const [isOpen, open] = useState(isOpenAtFirst)
  const { state, ticket, subject, reason, decision_reason, decided_by, is_bend, backed_by, clause, reviewed } = grant
  const at = Date.parse(grant.done_at ?? grant.decided_at ?? grant.asked_at)
  const person =
    state === 'done' ? grant.done_by : state === 'granted' ? (decided_by ?? grant.asked_by) : grant.asked_by
  const who = person?.name ?? '–'
  return (
    <li className="grant-card">
      <div className="grant-head">
        <h2>{remedyWords(grant, words)}</h2>
        <GrantSign state={state} />
        <time className="quiet" dateTime={new Date(at).toISOString()} title={moments.exact(at)}>
          {moments.near(at, now)}
        </time>
      </div>
      <p>
        {words.say(state === 'done' ? 'grants.did' : state === 'granted' ? 'grants.gave' : 'grants.asks', { who })}
        {' · '}
        <Link to="/tickets/$view/$number" params={{ view: 'all', number: ticket }}>
          <bdi dir="ltr">#{ticket}</bdi> <bdi>{withoutTurning(subject)}</bdi>
        </Link>
      </p>
      {(state === 'granted' || state === 'done') && (
        <>
          <p className="quiet">
            {is_bend && `${words.say('grant.kindness')}, `}
            {words.say('grant.backed', { clauses: words.list([...new Set([clause, ...backed_by])]) })}
          </p>
          <ClauseLinks ids={[clause, ...backed_by]} charter={grant.charter.hash} />
        </>
      )}
      {reason !== '' && (
        <blockquote>
          <bdi>{reason}</bdi>
        </blockquote>
      )}
      {decision_reason !== null && decision_reason !== '' && (
        <p>{words.say('grant.answer', { who: decided_by?.name ?? '–', reason: decision_reason })}</p>
      )}
      <details open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary className="unfold">{words.say('grants.details')}</summary>
        {isOpen && <GrantBackground grant={grant} of={of} />}
      </details>
      {state === 'asked' && <DecideForm grant={grant} of={of} />}
      {reviewed !== null && <Reviewed reviewed={reviewed} />}
      {isException && reviewed === null && <ReviewForm grant={grant} />}
      {state === 'granted' && !isException && <CarryOut grant={grant} />}
      {state === 'refused' && (
        <p>
          <SuggestButton grant={grant} />
        </p>
      )}
    </li>
  )
}
