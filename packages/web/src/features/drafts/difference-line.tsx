import { useWords } from '../../messages/words.tsx'
import { useTicketWords } from './ticket-words.tsx'

/** A difference as core makes it in the page, and as the server sends it. */
interface Difference {
  readonly change: string
  readonly parts: readonly {
    readonly about: string
    readonly change: string
    readonly text: string
    readonly where?: string | undefined
    readonly old?: string | undefined
    readonly new?: string | undefined
    readonly witness?: { readonly ticket: Readonly<Record<string, unknown>> } | undefined
  }[]
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
  const ticket = useTicketWords()
  return (
    <ul className="said-otherwise">
      {difference.parts.map((part) => (
        <li key={part.text}>
          <span className={`mark ${part.change}`}>
            {words.sayCode(`difference.part.${part.change}`) ?? words.sayCode(`difference.change.${part.change}`)}
          </span>{' '}
          {words.sayCode(`about.${part.about.replaceAll(' ', '-')}`) ?? <bdi lang="en">{part.about}</bdi>}
          {part.where !== undefined && part.where !== '' && (
            <>
              {' '}
              <bdi lang="en">({part.where})</bdi>
            </>
          )}
          {part.old !== undefined || part.new !== undefined ? (
            <span className="from-to">
              {part.old !== undefined && <del dir="auto">{part.old}</del>}
              {part.new !== undefined && <ins dir="auto">{part.new}</ins>}
            </span>
          ) : (
            <bdi lang="en" className="quiet said">
              {part.text}
            </bdi>
          )}
          {withWitness && part.witness !== undefined && (
            <p className="quiet">{words.say('studio.witness', { ticket: ticket(part.witness.ticket) })}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
