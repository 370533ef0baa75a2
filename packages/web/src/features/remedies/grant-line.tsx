import type { Grant } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { useMe, useMoments } from '../people/me.tsx'
import { ClauseLinks } from './clause-links.tsx'
import { GrantSign } from './grant-sign.tsx'
import { anyPosition, remedyWords } from './remedy-words.ts'
import { Reviewed } from './reviewed.tsx'
import { SuggestButton } from './suggest-button.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'

/** One remedy that was given or asked for on a ticket: in what state it is, what it stands on, who decided. */
export function GrantLine({ grant, of }: { readonly grant: Grant; readonly of: CharterWords }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { person: me } = useMe()
  const [isTaking, take] = useState(false)
  const { state, is_bend, backed_by, clause, reason, asked_by, asked_at, decided_by, decision_reason, waits_for } =
    grant
  const at = Date.parse(grant.done_at ?? grant.decided_at ?? asked_at)
  const isBacked = state === 'granted' || state === 'done'
  const who = (grant.done_by ?? decided_by ?? asked_by)?.name
  return (
    <li className="grant">
      <p>
        <strong>{remedyWords(grant, words)}</strong> <GrantSign state={state} />
      </p>
      {isBacked && (
        <p className="quiet small">
          {is_bend && `${words.say('grant.kindness')}, `}
          {words.say('grant.backed', { clauses: words.list([...new Set([clause, ...backed_by])]) })}
        </p>
      )}
      {isBacked && <ClauseLinks ids={[clause, ...backed_by]} charter={grant.charter.hash} />}
      {state === 'asked' && waits_for.length > 0 && (
        <p className="quiet small">{words.say('grant.waits-for', { who: anyPosition(waits_for, of, words) })}</p>
      )}
      {reason !== '' && (
        <p className="small">
          <bdi>{reason}</bdi>
        </p>
      )}
      {decision_reason !== null && decision_reason !== '' && (
        <p className="small">{words.say('grant.answer', { who: decided_by?.name ?? '–', reason: decision_reason })}</p>
      )}
      {grant.reviewed !== null && <Reviewed reviewed={grant.reviewed} />}
      <p className="quiet small grant-foot">
        {who !== undefined && <bdi>{who}</bdi>}
        <time dateTime={new Date(at).toISOString()} title={moments.exact(at)}>
          {moments.near(at, now)}
        </time>
        {state === 'asked' && grant.may_decide && (
          <Link to="/grants" className="button small">
            {words.say('grant.decide')}
          </Link>
        )}
        {state === 'asked' && asked_by !== null && asked_by.id === me?.id && (
          <button type="button" className="button small" onClick={() => take(true)}>
            {words.say('grant.take-back')}
          </button>
        )}
        {state === 'refused' && <SuggestButton grant={grant} />}
      </p>
      {isTaking && <TakeBackDialog grant={grant} onClose={() => take(false)} />}
    </li>
  )
}
