import { useWords } from '../../messages/words.tsx'
import { DifferencePart, type PartOfDifference } from '../handbook/difference-part.tsx'
import { useStudioWords } from './studio-context.tsx'
import { useTicketWords } from './ticket-words.tsx'

/** A difference as core makes it in the page. */
interface Difference {
  readonly parts: readonly (PartOfDifference & {
    readonly witness?: { readonly ticket: Readonly<Record<string, unknown>> } | undefined
  })[]
}

/** What a clause says otherwise, part by part: stricter or looser, for whom, from what to what. */
export function DifferenceLine({
  difference,
  withWitness = false,
}: {
  readonly difference: Difference
  readonly withWitness?: boolean
}) {
  const words = useWords()
  const { of } = useStudioWords()
  const ticket = useTicketWords()
  return (
    <ul className="said-otherwise">
      {difference.parts.map((part) => (
        <li key={part.text}>
          <DifferencePart part={part} of={of} />
          {withWitness && part.witness !== undefined && (
            <p className="quiet">{words.say('studio.witness', { ticket: ticket(part.witness.ticket) })}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
