import { type ClauseView, clauseName } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'

interface ClauseLinkProps {
  readonly id: string
  readonly clauses: readonly ClauseView[]
  readonly of: CharterWords
}

/** A clause by its id and name, where it stands in the handbook; the bare id where it is not for the reader. */
export function ClauseLink({ id, clauses, of }: ClauseLinkProps) {
  const words = useWords()
  const clause = clauses.find((one) => one.id === id)
  if (clause === undefined) return <span className="mark ltr">{id}</span>
  return (
    <Link to="/handbook" hash={id} className="clause-link">
      <span className="mark ltr">{id}</span> <span dir="auto">{clauseName(clause, clauses, { words, of })}</span>
    </Link>
  )
}
