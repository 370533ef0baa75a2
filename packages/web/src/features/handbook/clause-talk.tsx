import type { Suggestion } from '@avow/contract'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { SuggestForm } from './suggest-form.tsx'
import { SuggestionCard } from './suggestion-card.tsx'

interface ClauseTalkProps {
  readonly clause: string
  readonly said: readonly Suggestion[]
}

/** What staff say of a clause, and where one says it too. */
export function ClauseTalk({ clause, said }: ClauseTalkProps) {
  const words = useWords()
  const [isOpen, open] = useState(false)
  const pending = said.filter(({ kind, state }) => kind === 'suggestion' && state === 'open').length
  return (
    <details className="talk-of-clause" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary className="unfold">
        {said.length === 0
          ? words.say('talk.say', { clause })
          : words.say('talk.count', { count: said.length, open: pending })}
      </summary>
      {isOpen && (
        <>
          <ul className="suggestions">
            {said.map((one) => (
              <SuggestionCard key={one.id} suggestion={one} />
            ))}
          </ul>
          <SuggestForm clause={clause} />
        </>
      )}
    </details>
  )
}
