import type { ViewName } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { readView, VIEWS } from './views.ts'

/** The head of the list: which view it is; where the views are folded away, also the way to the others. */
export function ViewChoice({ view }: { readonly view: ViewName }) {
  const words = useWords()
  const navigate = useNavigate()
  const { data } = useQuery(queries.views())
  const counted = (name: ViewName) => {
    const count = data?.counts[name]
    return count === undefined ? words.say(`view.${name}`) : `${words.say(`view.${name}`)} · ${words.number(count)}`
  }
  return (
    <header className="list-head">
      <h2 className="wide">{words.say(`view.${view}`)}</h2>
      <select
        className="input narrow"
        aria-label={words.say('views.title')}
        value={view}
        onChange={(event) =>
          void navigate({ to: '/tickets/$view', params: { view: readView(event.currentTarget.value) } })
        }
      >
        {VIEWS.map((name) => (
          <option key={name} value={name}>
            {counted(name)}
          </option>
        ))}
      </select>
    </header>
  )
}
