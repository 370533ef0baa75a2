import type { Grant } from '@avow/contract'
import { useRef, useState } from 'react'
import { call, newKey } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { useMe } from '../people/me.tsx'
import { anyPosition, remedyWords } from './remedy-words.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'
import { useGrantDeed } from './use-grant-deed.page.ts'

/** Approves what somebody else asked for, on the facts that stand there; or refuses it with a reason. */
export function DecideForm({ grant, of }: { readonly grant: Grant; readonly of: CharterWords }) {
  const words = useWords()
  const announce = useAnnounce()
  const { person: me } = useMe()
  const [reason, write] = useState('')
  const [isTaking, take] = useState(false)
  const key = useRef(newKey())
  const { id, facts_hash, waits_for, why_not, asked_by } = grant
  const what = remedyWords(grant, words)
  const approving = useGrantDeed(
    () => call('approveGrant', { params: { id }, body: { facts_hash, reason: reason.trim() }, key: key.current }),
    () => announce.politely(words.say('grants.approved', { what })),
  )
  const refusing = useGrantDeed(
    () => call('refuseGrant', { params: { id }, body: { reason: reason.trim() } }),
    () => announce.politely(words.say('grants.refused', { what })),
  )
  const who = anyPosition(waits_for, of, words)
  const isBusy = approving.isPending || refusing.isPending
  const error = approving.error ?? refusing.error
  if (!grant.may_decide)
    return (
      <div className="decide">
        <p className="quiet">{words.say(`grants.why-not.${why_not ?? 'no-permission'}`, { who: who || '–' })}</p>
        {asked_by !== null && asked_by.id === me?.id && (
          <button type="button" className="button small" onClick={() => take(true)}>
            {words.say('grant.take-back')}
          </button>
        )}
        {isTaking && <TakeBackDialog grant={grant} onClose={() => take(false)} />}
      </div>
    )
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault()
        approving.mutate(undefined)
      }}
    >
      {error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(error, words)}
        </p>
      )}
      <label className="field">
        <span>{words.say('grants.reason')}</span>
        <input
          className="input"
          dir="auto"
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
        <span className="hint">{words.say('grants.reason-hint', { who: asked_by?.name ?? '–' })}</span>
      </label>
      <p className="decide-deeds">
        <button type="submit" className="button main" disabled={isBusy}>
          {words.say('grants.approve')}
        </button>
        <button
          type="button"
          className="button"
          disabled={isBusy || reason.trim() === ''}
          onClick={() => refusing.mutate(undefined)}
        >
          {words.say('grants.refuse')}
        </button>
      </p>
    </form>
  )
}
