import { useWords } from '../../messages/words.tsx'
import { DifferenceLine } from './difference-line.tsx'
import { useStudio } from './studio-context.tsx'

/** What the draft says otherwise than the version that it began from, clause by clause, each with a ticket that shows it. */
export function DifferenceView({ isFirst, isKnown }: { readonly isFirst: boolean; readonly isKnown: boolean }) {
  const { differences, of } = useStudio()
  const words = useWords()
  const changed = differences.filter(({ change }) => change !== 'same')
  const nameOf = (kind: string, id: string): string => {
    if (kind === 'fact') return of.fact(id)
    if (kind === 'calendar') return of.calendar(id)
    if (kind === 'position') return of.position(id)
    if (kind === 'event') return of.event(id)
    return kind === 'charter' ? words.say('studio.head') : id
  }
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
              <h3>
                <bdi>{nameOf(difference.kind, difference.id)}</bdi>{' '}
                <span className="quiet">{words.sayCode(`difference.kind.${difference.kind}`)}</span>{' '}
                <span className={`mark ${difference.change}`}>
                  {words.sayCode(`difference.change.${difference.change}`)}
                </span>
              </h3>
              <DifferenceLine difference={difference} withWitness />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
