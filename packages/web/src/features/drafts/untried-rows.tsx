import type { OfferedExample } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { useStudio } from './studio-context.tsx'
import { useTicketWords } from './ticket-words.tsx'

/** Rows named at once; who has more takes these first. */
const SHOWN = 12

/** How many rows the examples try, and each other with an example that would, to be taken with one press. */
export function UntriedRows({ onTake }: { readonly onTake: (offer: OfferedExample) => void }) {
  const { coverage, mayWrite } = useStudio()
  const words = useWords()
  const ticket = useTicketWords()
  if (coverage === undefined || coverage.rows === 0) return null
  const { rows, untried } = coverage
  const tried = words.say('studio.coverage', { tried: rows - untried.length, rows })
  if (untried.length === 0) return <p className="quiet">{tried}</p>
  return (
    <details className="fold">
      <summary>{tried}</summary>
      <ul className="tried">
        {untried.slice(0, SHOWN).map(({ clause, row, offer }) => (
          <li key={`${clause} ${row}`} className="remark example">
            <strong>{words.say('studio.coverage.row', { clause, row })}</strong>
            <p>{offer === undefined ? words.say('studio.coverage.none') : ticket(offer.given)}</p>
            {mayWrite && offer !== undefined && (
              <button
                type="button"
                className="button small"
                aria-label={`${words.say('studio.coverage.take')}: ${words.say('studio.coverage.row', { clause, row })}`}
                onClick={() => onTake(offer)}
              >
                {words.say('studio.coverage.take')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {untried.length > SHOWN && (
        <p className="quiet">{words.say('studio.coverage.more', { count: untried.length - SHOWN })}</p>
      )}
    </details>
  )
}
