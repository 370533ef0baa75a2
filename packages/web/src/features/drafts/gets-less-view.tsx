import type { Draft } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../messages/words.tsx'
import { DifferenceHeading } from './difference-heading.tsx'
import { DifferenceLine } from './difference-line.tsx'
import { draftQueries } from './draft-queries.page.ts'

const isLess = ({ customers }: { readonly customers?: string | undefined }) =>
  customers === 'less' || customers === 'both'

/** Who gets less by what is to be approved, each with a ticket that shows it; nothing where nobody does. */
export function GetsLessView({ draft }: { readonly draft: Draft }) {
  const words = useWords()
  const { submission } = draft
  const isAsked = draft.state === 'in-review' && submission?.gives_less === true
  const compared = useQuery({ ...draftQueries.compared(draft.id, submission?.hash ?? ''), enabled: isAsked })
  if (!isAsked || compared.data === undefined) return null
  const { from, items } = compared.data
  return (
    <section className="differences" aria-labelledby="gets-less-title">
      <h2 id="gets-less-title">{words.say('review.less-than', { version: from ?? 0 })}</h2>
      <ol>
        {items.filter(isLess).map((difference) => (
          <li key={`${difference.kind} ${difference.id}`}>
            <DifferenceHeading difference={difference} />
            <DifferenceLine difference={{ parts: difference.parts.filter(isLess) }} withWitness />
          </li>
        ))}
      </ol>
    </section>
  )
}
