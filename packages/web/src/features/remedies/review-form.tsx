import type { Grant } from '@avow/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay, useMe } from '../people/me.tsx'
import { useGrantDeed } from './use-grant-deed.page.ts'

/** What the charter learns from an exception: a suggestion, at first in the words of who gave it; or nothing, with a reason. */
export function ReviewForm({ grant }: { readonly grant: Grant }) {
  const words = useWords()
  const announce = useAnnounce()
  const client = useQueryClient()
  const { person: me } = useMe()
  const mayReview = useMay('remedies.review')
  const { id, asked_by, decided_by } = grant
  const [reason, write] = useState(grant.reason)
  const reviewing = useGrantDeed(
    (outcome: 'suggested' | 'set-aside') =>
      call('reviewGrant', { params: { id }, body: { outcome, reason: reason.trim() } }),
    ({ reviewed }) => {
      announce.politely(words.say(`exception.done.${reviewed?.outcome ?? 'set-aside'}`))
      void client.invalidateQueries({ queryKey: ['suggestions'] })
    },
  )
  if (!mayReview) return <p className="quiet">{words.say('exception.waits')}</p>
  const isOwn = me !== null && (asked_by?.id === me.id || decided_by?.id === me.id)
  const isReady = reason.trim() !== '' && !reviewing.isPending
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) reviewing.mutate('suggested')
      }}
    >
      {reviewing.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(reviewing.error, words)}
        </p>
      )}
      <label className="field">
        <span>{words.say('exception.reason')}</span>
        <input
          className="input"
          dir="auto"
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
        <span className="hint">{words.say(isOwn ? 'exception.own-hint' : 'exception.reason-hint')}</span>
      </label>
      <p className="decide-deeds">
        <button type="submit" className="button main" disabled={!isReady}>
          {words.say('exception.suggest')}
        </button>
        <button
          type="button"
          className="button"
          disabled={!isReady || isOwn}
          onClick={() => reviewing.mutate('set-aside')}
        >
          {words.say('exception.set-aside')}
        </button>
      </p>
    </form>
  )
}
