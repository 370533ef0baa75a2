import type { Commitment, Reason } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { useMoments } from '../people/me.tsx'
import { Reckoning } from './reckoning.tsx'
import { isReckoned, whyLine } from './why-lines.ts'
import './why.css'

/** The why as a good clerk would write it: how it began, the reckoning with its sum, how it stands. */
export function Why({ commitment, of }: { readonly commitment: Commitment; readonly of: CharterWords }) {
  const words = useWords()
  const moments = useMoments()
  const context = { words, moments, of }
  const { why } = commitment
  const reckoned = why.filter(isReckoned)
  const first = why.findIndex(isReckoned)
  const before = why.slice(0, first < 0 ? why.length : first)
  const after = first < 0 ? [] : why.slice(first).filter((reason) => !isReckoned(reason))
  const lines = (reasons: readonly Reason[]) =>
    reasons.length > 0 && (
      <ol>
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.from} ${why.indexOf(reason)}`}>{whyLine(reason, commitment, context)}</li>
        ))}
      </ol>
    )
  return (
    <div className="why-lines">
      {lines(before)}
      {reckoned.length > 0 && <Reckoning commitment={commitment} lines={reckoned} of={of} />}
      {lines(after)}
    </div>
  )
}
