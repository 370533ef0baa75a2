import type { ClauseNotice } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMoments } from '../people/me.tsx'
import { ClauseDifference } from './clause-difference.tsx'

interface ChangeCardProps {
  readonly notice: ClauseNotice
  /** When it was acknowledged: the focus goes on. */
  readonly onDone?: () => void
}

/** One clause that changed for the reader: since when, before and after, and the word that it was read. */
export function ChangeCard({ notice, onDone }: ChangeCardProps) {
  const words = useWords()
  const moments = useMoments()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { version, effective, difference, note, acknowledged_at: readAt } = notice
  const acknowledging = useMutation({
    mutationFn: () => call('acknowledgeClause', { params: { version, clause: difference.id } }),
    onSuccess: async () => {
      announce.politely(words.say('changes.acknowledged', { clause: difference.id }))
      await client.invalidateQueries({ queryKey: ['clause-notices'] })
      onDone?.()
    },
  })
  const from = Date.parse(effective)
  return (
    <li className="change" tabIndex={-1} aria-label={difference.id}>
      <p className="change-when">
        <Link to="/charter/versions/$version" params={{ version }}>
          {words.say('version.name', { version })}
        </Link>{' '}
        <span className="quiet" title={moments.exact(from)}>
          {words.say('changes.from', { time: moments.full(from) })}
        </span>
      </p>
      {note !== '' && <p className="change-why">{words.say('changes.why', { note })}</p>}
      <ClauseDifference difference={difference} isFirst={notice.is_first} />
      {acknowledging.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(acknowledging.error, words)}
        </p>
      )}
      {readAt === null ? (
        <button
          type="button"
          className="button main acknowledge"
          disabled={acknowledging.isPending}
          onClick={() => acknowledging.mutate()}
        >
          {words.say('changes.acknowledge')}
        </button>
      ) : (
        <p className="state kept">
          <Check aria-hidden="true" />
          <span title={moments.exact(Date.parse(readAt))}>
            {words.say('changes.read-at', { time: moments.full(Date.parse(readAt)) })}
          </span>
        </p>
      )}
    </li>
  )
}
