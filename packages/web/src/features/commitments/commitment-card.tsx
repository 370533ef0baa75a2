import type { Commitment } from '@avow/contract'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { useMoments } from '../people/me.tsx'
import { FullLine } from './full-line.tsx'
import { standingOf } from './standing.ts'
import { StandingSign } from './standing-sign.tsx'
import { standingWords } from './standing-words.ts'
import { Why } from './why.tsx'

interface CommitmentCardProps {
  readonly commitment: Commitment
  readonly of: CharterWords
  /** Given: opened from outside. */
  readonly isWhyOpen?: boolean | undefined
  readonly onWhy?: ((isOpen: boolean) => void) | undefined
}

/** One promise on this ticket: how it stands, its text, its line, and on demand its why. */
export function CommitmentCard({ commitment, of, isWhyOpen, onWhy }: CommitmentCardProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const [isOwnOpen, openOwn] = useState(false)
  const isOpen = isWhyOpen ?? isOwnOpen
  const standing = standingOf(commitment, now)
  const text = of.promiseText(commitment.promise, commitment.target)
  return (
    <li className={`commitment ${standing}`}>
      <p className={`state ${standing}`}>
        <StandingSign standing={standing} />
        <strong>{standingWords(commitment, now, words, moments)}</strong>
      </p>
      <p className="promise" dir="auto" lang={text?.language}>
        {text?.text ?? of.promiseName(commitment.promise)}
      </p>
      {(commitment.key !== '' || commitment.run > 1) && (
        <p className="quiet small">
          {commitment.key === ''
            ? words.say('policy.run', { run: commitment.run })
            : words.say('policy.key', { key: commitment.key })}
        </p>
      )}
      <FullLine commitment={commitment} />
      {commitment.put_off && <p className="quiet small">{words.say('policy.put-off')}</p>}
      {commitment.unsure && <p className="state risk small">{words.say('policy.unsure')}</p>}
      <details className="why" open={isOpen} onToggle={(event) => (onWhy ?? openOwn)(event.currentTarget.open)}>
        <summary>
          {words.say('policy.why')} <span className="mark ltr">{commitment.promise}</span>
        </summary>
        {isOpen && <Why commitment={commitment} of={of} />}
      </details>
    </li>
  )
}
