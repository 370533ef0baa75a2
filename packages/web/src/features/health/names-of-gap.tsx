import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'

const OF_CLAUSES: ReadonlySet<string> = new Set(['figures', 'complaints', 'orphans', 'reviews'])

/** What a gap is about, by name: clauses are ways into the handbook. */
export function NamesOfGap({ gap: { check, names } }: { readonly gap: AnswerOf<'readHealth'>['gaps'][number] }) {
  const words = useWords()
  if (names.length === 0) return null
  return (
    <ul className="names-of-gap">
      {names.map((name) => (
        <li key={name}>
          {check === 'definition' ? (
            (words.sayCode(`definition.${name}`) ?? name)
          ) : OF_CLAUSES.has(check) ? (
            <Link to="/handbook" hash={name} className="mark ltr">
              {name}
            </Link>
          ) : (
            <bdi>{name}</bdi>
          )}
        </li>
      ))}
    </ul>
  )
}
