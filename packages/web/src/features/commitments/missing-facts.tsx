import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'

/** Facts that could change what is promised, or what a remedy may give. They are filled in with the facts of the ticket, below. */
export function MissingFacts({ missing, of }: { readonly missing: readonly string[]; readonly of: CharterWords }) {
  const words = useWords()
  if (missing.length === 0) return null
  return (
    <p className="band risk">
      <span>
        {words.say('policy.missing')} <strong>{words.list(missing.map((name) => of.fact(name)))}</strong>
      </span>
    </p>
  )
}
