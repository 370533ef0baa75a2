import type { CharterInForce, Ticket } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'

interface ClausesProps {
  readonly ticket: Ticket
  readonly charter: CharterInForce | undefined
  readonly of: CharterWords
}

/** All clauses that apply, with the company's reasons; and what could not be applied. */
export function Clauses({ ticket, charter, of }: ClausesProps) {
  const words = useWords()
  const { clauses, unevaluated, commitments } = ticket
  if (clauses.length + unevaluated.length === 0) return null
  const promised = (id: string) => commitments.find(({ promise }) => promise === id)?.target
  return (
    <details className="clauses">
      <summary className="unfold">{words.say('policy.clauses')}</summary>
      <dl>
        {clauses.map((id) => {
          const clause = charter?.promises.find((one) => one.id === id) ?? charter?.clauses.find((one) => one.id === id)
          const target = promised(id)
          const text = of.promiseText(id, target) ?? of.text(clause?.says)
          const because = of.text(clause?.because)
          return (
            <ClauseWords key={id} id={id}>
              {text !== undefined && (
                <span dir="auto" lang={text.language}>
                  {text.text}
                </span>
              )}
              {because !== undefined && <p className="quiet">{words.say('policy.because', { text: because.text })}</p>}
            </ClauseWords>
          )
        })}
        {unevaluated.map(({ clause, code, text }) => (
          <ClauseWords key={`${clause} ${code}`} id={clause ?? '–'}>
            <span className="state broken">{words.say('policy.unevaluated', { clause: text })}</span>
          </ClauseWords>
        ))}
      </dl>
    </details>
  )
}

function ClauseWords({ id, children }: { readonly id: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>
        <span className="mark ltr">{id}</span>
      </dt>
      <dd>{children}</dd>
    </>
  )
}
