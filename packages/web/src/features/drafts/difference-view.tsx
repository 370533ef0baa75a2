import { useWords } from '../../messages/words.tsx'
import { DifferenceHeading } from './difference-heading.tsx'
import { DifferenceLine } from './difference-line.tsx'
import { useStudio } from './studio-context.tsx'

/** What the draft says otherwise than the version that it began from, clause by clause, each with a ticket that shows it. */
export function DifferenceView({ isFirst, isKnown }: { readonly isFirst: boolean; readonly isKnown: boolean }) {
  const { differences } = useStudio()
  const words = useWords()
  const changed = differences.filter(({ change }) => change !== 'same')
  return (
    <section className="differences" aria-labelledby="differences-title">
      <h2 id="differences-title">{words.say('against.title')}</h2>
      {isFirst ? (
        <p className="quiet">{words.say('against.first')}</p>
      ) : !isKnown ? (
        <p className="quiet">{words.say('against.unknown')}</p>
      ) : changed.length === 0 ? (
        <p className="quiet">{words.say('against.none')}</p>
      ) : (
        <ol>
          {changed.map((difference) => (
            <li key={`${difference.kind} ${difference.id}`}>
              <DifferenceHeading difference={difference} />
              <DifferenceLine difference={difference} withWitness />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
