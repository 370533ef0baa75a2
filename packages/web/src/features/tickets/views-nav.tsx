import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useMe } from '../people/me.tsx'
import { VIEWS } from './views.ts'

/** Counts above this are not counted out. */
const MOST = 1000

/** The views with what they hold. */
export function Views() {
  const words = useWords()
  const { workspace } = useMe()
  const { data } = useQuery(queries.views())
  return (
    <nav className="views" aria-labelledby="views-title">
      <h1 className="one-line">
        <bdi>{workspace.name}</bdi>
      </h1>
      <h2 id="views-title" className="for-readers">
        {words.say('views.title')}
      </h2>
      <ul>
        {VIEWS.map((view) => {
          const count = data?.counts[view]
          return (
            <li key={view}>
              <Link to="/tickets/$view" params={{ view }} activeOptions={{ exact: false }} className={`view ${view}`}>
                <span>{words.say(`view.${view}`)}</span>
                <span className="count">
                  {count === undefined ? '' : `${words.number(Math.min(count, MOST))}${count >= MOST ? '+' : ''}`}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
