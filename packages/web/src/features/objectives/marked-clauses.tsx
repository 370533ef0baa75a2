import type { MarkedClause } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'

/** Clauses of other kinds that say how we mean to stand to competitors by them. Nothing where there are none. */
export function MarkedClauses({ clauses }: { readonly clauses: readonly MarkedClause[] }) {
  const words = useWords()
  const { of } = useCharter()
  if (clauses.length === 0) return null
  return (
    <section className="marked-clauses" aria-labelledby="marked-title">
      <h2 id="marked-title">{words.say('objectives.marked')}</h2>
      <ul>
        {clauses.map(({ id, kind, says, stance }) => {
          const said = of.text(says)
          return (
            <li key={id}>
              <Link to="/handbook" hash={id} className="mark ltr">
                {id}
              </Link>{' '}
              <span className="quiet">{words.say(`clause.${kind}`)}</span> {words.say(`stance.${stance}`)}
              {said !== undefined && (
                <span className="line" dir="auto" lang={said.language}>
                  {said.text}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
