import { clauseName } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { Check, CornerLeftUp } from 'lucide-react'
import type { AnswerOf } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { TableBox } from '../../ui/table-box.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { ClauseLink } from './clause-link.tsx'
import { anchor } from './direction-graph.tsx'
import '../../ui/table.css'

interface TraceMatrixProps {
  readonly direction: AnswerOf<'readDirection'>
  readonly of: CharterWords
}

/** Clauses against the objectives that they serve, by themselves or by way of another clause; below, what serves none. */
export function TraceMatrix({ direction, of }: TraceMatrixProps) {
  const words = useWords()
  const { clauses, traces, orphans, links } = direction
  // What nothing serves and serves nothing stands here alone.
  const isAlone = (id: string) => !links.some(({ below, above }) => below === id || above === id)
  const objectives = clauses.filter(({ kind }) => kind === 'objective')
  const title = words.say('direction.matrix')
  return (
    <section className="direction-part" aria-labelledby="trace-title">
      <h2 id="trace-title">{title}</h2>
      {traces.length > 0 && (
        <TableBox label={title}>
          <table className="table trace">
            <thead>
              <tr>
                <th scope="col">{words.say('direction.clause')}</th>
                {objectives.map((objective) => (
                  <th scope="col" key={objective.id}>
                    <Link to="/handbook" hash={objective.id} title={clauseName(objective, clauses, { words, of })}>
                      <span className="ltr">{objective.id}</span>
                    </Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {traces.map(({ clause, objectives: served, own }) => (
                <tr key={clause}>
                  <th scope="row">
                    <ClauseLink id={clause} clauses={clauses} of={of} />
                    {served.length === 0 && <span className="quiet"> {words.say('direction.not-for-you')}</span>}
                  </th>
                  {objectives.map(({ id }) => (
                    <td key={id} data-label={id}>
                      <Mark isServed={served.includes(id)} isOwn={own === id} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <h3>{words.say('direction.orphans')}</h3>
      {orphans.length === 0 ? (
        <p className="quiet">{words.say('direction.no-orphans')}</p>
      ) : (
        <ul className="orphans">
          {orphans.map((id) => (
            <li key={id} id={isAlone(id) ? anchor(id) : undefined} tabIndex={-1}>
              <ClauseLink id={id} clauses={clauses} of={of} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Mark({ isServed, isOwn }: { readonly isServed: boolean; readonly isOwn: boolean }) {
  const words = useWords()
  if (!isServed) return <span className="quiet">–</span>
  const said = words.say(isOwn ? 'direction.serves-it' : 'direction.serves-by-other')
  return (
    <span title={said}>
      {isOwn ? (
        <Check className="icon" aria-hidden="true" />
      ) : (
        <CornerLeftUp className="icon turns" aria-hidden="true" />
      )}
      <span className="for-readers">{said}</span>
    </span>
  )
}
