import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../messages/words.tsx'
import { SuggestedBy } from '../handbook/suggested-by.tsx'
import { DifferenceHeading } from './difference-heading.tsx'
import { DifferenceLine } from './difference-line.tsx'
import { draftQueries } from './draft-queries.page.ts'
import { useStudio } from './studio-context.tsx'

interface DifferenceViewProps {
  /** Its id. */
  readonly draft: string
  readonly isFirst: boolean
  readonly isKnown: boolean
}

/** What the draft says otherwise than the version that it began from, clause by clause, each with a ticket that shows it. */
export function DifferenceView({ draft, isFirst, isKnown }: DifferenceViewProps) {
  const { differences } = useStudio()
  const words = useWords()
  const { data: credits } = useQuery(draftQueries.credits(draft))
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
              <SuggestedBy clause={difference.id} credits={credits?.items ?? []} />
              <DifferenceLine difference={difference} withWitness />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
