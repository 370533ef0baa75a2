import type { Ticket } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMe, useMoments } from '../people/me.tsx'
import { authorOf } from './message.tsx'
import { Paragraphs } from './paragraphs.tsx'

interface MovedBandProps {
  readonly ticket: Ticket
  /** Seq of the last event that the writer had seen. */
  readonly seen: number
  /** The server has refused to send for it. */
  readonly wasRefused: boolean
  readonly onAnyway: () => void
  readonly onLook: () => void
}

/** What others wrote while one was writing, and the choice: send all the same, or edit first. */
export function MovedBand({ ticket, seen, wasRefused, onAnyway, onLook }: MovedBandProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { person: me } = useMe()
  const unseen = ticket.entries.filter(
    ({ seq, type, person }) =>
      seq > seen &&
      (type === 'message.received' || type === 'message.sent') &&
      (person === null || person.id !== me?.id),
  )
  if (unseen.length === 0 && !wasRefused) return null
  return (
    <div className="band risk moved" role="alert">
      <strong>{words.say('reply.moved')}</strong>
      {unseen.map((entry) => (
        <div key={entry.id} className="unseen" lang={entry.language ?? undefined}>
          <span className="quiet">
            {words.say('reply.moved-new', {
              who: authorOf(entry, ticket, words),
              time: moments.near(Date.parse(entry.at), now),
            })}
          </span>
          <Paragraphs text={entry.text ?? ''} />
        </div>
      ))}
      <span className="moved-deeds">
        <button type="button" className="button small" onClick={onLook}>
          {words.say('reply.edit')}
        </button>
        <button type="button" className="button small" onClick={onAnyway}>
          {words.say('reply.anyway')}
        </button>
      </span>
    </div>
  )
}
