import type { ClauseDifferenceJson, SuggestionCredit } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { ClauseWords } from './clause-words.tsx'
import { differenceKind } from './difference-kind.ts'
import { DifferencePart } from './difference-part.tsx'
import { SuggestedBy } from './suggested-by.tsx'

interface ClauseDifferenceProps {
  readonly difference: ClauseDifferenceJson
  /** It did not change: its reader is new to it. */
  readonly isFirst?: boolean
  /** Whose suggestions the version took up. */
  readonly credits?: readonly SuggestionCredit[]
}

/** What a clause says differently: how it changed, what in particular, and both wordings side by side. */
export function ClauseDifference({ difference, isFirst = false, credits = [] }: ClauseDifferenceProps) {
  const words = useWords()
  const { of } = useCharter()
  const { kind, id, change, customers, before, after } = difference
  // A remedy is not sooner or later: what it gives is more or less.
  const isGiven = kind === 'remedy' && customers !== undefined && (change === 'stricter' || change === 'looser')
  const changed = isGiven ? words.say(`difference.customers.${customers}`) : words.say(`difference.change.${change}`)
  // What a table of remedies or limits now gives, both tables say better.
  const isShown = kind !== 'promise' && before !== null && after !== null
  const parts = difference.parts.filter(({ about }) => !isShown || about !== 'rows')
  return (
    <div className="difference">
      <h3>
        <span className="mark ltr">{id}</span> {differenceKind(kind, words)}:{' '}
        {isFirst ? words.say('changes.first') : changed}
      </h3>
      <SuggestedBy clause={id} credits={credits} />
      {parts.length > 0 && (
        <ul className="said-otherwise">
          {parts.map((part) => (
            <li key={`${part.about} ${part.text}`}>
              <DifferencePart part={part} of={of} withTexts={before === null && after === null} />
            </li>
          ))}
        </ul>
      )}
      {(before !== null || after !== null) && (
        <div className="sides">
          {before !== null && (
            <section className="side-before" aria-label={words.say('difference.before')}>
              <h4>{words.say('difference.before')}</h4>
              <ClauseWords clause={before} of={of} against={after} />
            </section>
          )}
          {after !== null && (
            <section className="side-after" aria-label={words.say('difference.after')}>
              <h4>{words.say('difference.after')}</h4>
              <ClauseWords clause={after} of={of} against={before} />
            </section>
          )}
        </div>
      )}
    </div>
  )
}
