import type { ClauseDifferenceJson } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { ClauseWords } from './clause-words.tsx'
import { partWords } from './part-words.ts'

/** What a clause says differently: how it changed, what in particular, and both wordings side by side. */
export function ClauseDifference({ difference }: { readonly difference: ClauseDifferenceJson }) {
  const words = useWords()
  const { of } = useCharter()
  const { kind, id, change, before, after } = difference
  // What a table of remedies or limits now gives, both tables say better.
  const isShown = kind !== 'promise' && before !== null && after !== null
  const parts = difference.parts.filter(({ about }) => !isShown || about !== 'rows')
  return (
    <div className="difference">
      <h3>
        <span className="mark ltr">{id}</span> {words.sayCode(`difference.kind.${kind}`) ?? kind}:{' '}
        {words.say(`difference.change.${change}`)}
      </h3>
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={`${part.about} ${part.text}`}>
              <Part part={part} of={of} />
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

interface PartProps {
  readonly part: ClauseDifferenceJson['parts'][number]
  readonly of: CharterWords
}

function Part({ part, of }: PartProps) {
  const said = partWords(part, { words: useWords(), of })
  if (said !== undefined) return said
  // What has no words of the desk is said as the comparison says it.
  return (
    <span lang="en" dir="ltr">
      {part.text}
    </span>
  )
}
