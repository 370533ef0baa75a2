import { useWords } from '../../messages/words.tsx'
import { differenceKind } from '../handbook/difference-kind.ts'
import { useStudio } from './studio-context.tsx'

interface Headed {
  readonly kind: string
  readonly id: string
  readonly change: string
  readonly customers?: 'less' | 'more' | 'both' | undefined
}

/** Which clause says something otherwise, how it changed, and what customers get by it. */
export function DifferenceHeading({ difference }: { readonly difference: Headed }) {
  const { of } = useStudio()
  const words = useWords()
  const { kind, id, change, customers } = difference
  const name = (): string => {
    if (kind === 'fact') return of.fact(id)
    if (kind === 'calendar') return of.calendar(id)
    if (kind === 'position') return of.position(id)
    if (kind === 'event') return of.event(id)
    return kind === 'charter' ? words.say('studio.head') : id
  }
  // That a promise is kept sooner or later says already what customers get by it.
  const isSaid = kind === 'promise' && (change === 'stricter' || change === 'looser')
  const isGiven = kind === 'remedy' && (change === 'stricter' || change === 'looser')
  return (
    <h3>
      <bdi>{name()}</bdi> <span className="quiet">{differenceKind(kind, words)}</span>{' '}
      {!isGiven && <span className={`mark ${change}`}>{words.sayCode(`difference.change.${change}`)}</span>}{' '}
      {customers !== undefined && !isSaid && (
        <span className={`mark ${customers === 'more' ? 'stricter' : 'looser'}`}>
          {words.say(`difference.customers.${customers}`)}
        </span>
      )}
    </h3>
  )
}
