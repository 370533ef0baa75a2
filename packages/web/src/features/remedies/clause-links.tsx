import type { CharterInForce } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { useCharter } from '../charters/use-charter.tsx'

interface ClauseLinksProps {
  readonly ids: readonly string[]
  /** Of the version that they belong to; the handbook shows the one in force. */
  readonly charter: string | undefined
}

/** Clauses by their names, each leading to where it stands in the handbook. */
export function ClauseLinks({ ids, charter: hash }: ClauseLinksProps) {
  const words = useWords()
  const { charter, of } = useCharter(hash)
  return (
    <ul className="clause-links small">
      {[...new Set(ids)].map((id) => (
        <li key={id}>
          <Link to="/handbook" hash={id}>
            <span className="ltr">{id}</span> <bdi>{clauseName(id, { charter, of, words })}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What a clause says, shortly; of authority, whose it is. Empty where the version says nothing of it. */
function clauseName(
  id: string,
  context: { readonly charter: CharterInForce | undefined; readonly of: CharterWords; readonly words: Words },
): string {
  const { charter, of, words } = context
  const clause = charter?.clauses.find((one) => one.id === id)
  if (clause?.position != null) return words.say('remedies.authority-of', { position: of.position(clause.position) })
  return of.text(clause?.says)?.text.replace(/\.$/, '') ?? ''
}
