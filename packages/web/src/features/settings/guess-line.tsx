import { useEffect } from 'react'
import type { AnswerOf } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'

interface GuessLineProps {
  readonly address: string
  /** Undefined: not known yet. */
  readonly guess: AnswerOf<'guessMailServers'> | undefined
  readonly isFailed: boolean
  /** A person has to name the servers, or to look at them. */
  readonly onNeeded: () => void
}

/** Which servers were found by an address alone. */
export function GuessLine({ address, guess, isFailed, onNeeded }: GuessLineProps) {
  const words = useWords()
  const isWhole = guess !== undefined && guess.fetching !== null && guess.sending !== null
  const isNeeded = isFailed || (guess !== undefined && (!isWhole || guess.elsewhere))
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is said once, when the answer has come
  useEffect(() => {
    if (isNeeded) onNeeded()
  }, [isNeeded])
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return (
    <div role="status" className="quiet">
      {guess === undefined && !isFailed && words.say('accounts.finding')}
      {guess?.fetching != null &&
        guess.sending !== null &&
        words.say('accounts.found', { fetching: guess.fetching.host, sending: guess.sending.host })}
      {isNeeded && !isWhole && words.say('accounts.found-none')}
      {guess?.elsewhere === true && <p className="band risk">{words.say('accounts.found-elsewhere', { domain })}</p>}
    </div>
  )
}
