import type { RemediesOfTicket } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'

/** Of each remedy clause of which more rows match: which of them counts, and which are passed over. */
export function PassedOver({ remedies: { offers, refusals } }: { readonly remedies: RemediesOfTicket }) {
  const words = useWords()
  const byClause = new Map([...offers, ...refusals].map((one) => [one.clause, one]))
  const told = [...byClause.values()].filter(({ passed_over }) => passed_over.length > 0)
  return told.map(({ clause, row, passed_over }) => (
    <p key={clause} className="quiet small">
      {words.say('remedies.passed-over', {
        clause,
        row,
        count: passed_over.length,
        rows: words.list(passed_over.map((one) => words.number(one))),
      })}
    </p>
  ))
}
