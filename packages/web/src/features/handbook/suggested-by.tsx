import type { SuggestionCredit } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'

interface SuggestedByProps {
  readonly clause: string
  readonly credits: readonly SuggestionCredit[]
}

/** Who of the staff suggested what a clause now says; nothing where nobody did. */
export function SuggestedBy({ clause, credits }: SuggestedByProps) {
  const words = useWords()
  const names = credits.flatMap((credit) => (credit.clause === clause && credit.by !== null ? [credit.by.name] : []))
  if (names.length === 0) return null
  return <p className="quiet">{words.say('suggestion.by', { who: words.list([...new Set(names)]) })}</p>
}
