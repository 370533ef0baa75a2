import type { Offer } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { moneyWords } from '../charters/money.ts'
import type { Outcome } from './limits.ts'
import { anyPosition } from './remedy-words.ts'

interface OutcomeHintProps {
  readonly outcome: Outcome
  readonly offer: Offer
  readonly of: CharterWords
}

/** What the button will do, and on what it stands. */
export function OutcomeHint({ outcome, offer, of }: OutcomeHintProps) {
  const words = useWords()
  const { clause, mine, others } = offer
  return (
    <p
      className={outcome.kind === 'grant' || outcome.kind === 'ask' ? 'quiet small' : 'state risk small'}
      role="status"
    >
      {outcome.kind === 'grant' && (
        <>
          {words.say('remedies.grant-hint', { clauses: words.list([clause, ...(mine?.backed_by ?? [])]) })}{' '}
          {mine?.left_today != null &&
            words.say('remedies.left-today', { amount: moneyWords(mine.left_today, words.locale) })}
        </>
      )}
      {outcome.kind === 'ask' && words.say('remedies.ask-hint', { who: anyPosition(others, of, words) })}
      {outcome.kind === 'too-much' &&
        words.say('remedies.too-much', { amount: moneyWords(outcome.most, words.locale) })}
      {outcome.kind === 'no-amount' && words.say('remedies.no-amount')}
      {outcome.kind === 'needs' && words.say('remedies.needs', { fact: of.fact(outcome.fact) })}
      {outcome.kind === 'used-up' && words.say('remedies.used-up', { clause })}
      {outcome.kind === 'nobody' && words.say('remedies.nobody-hint')}
    </p>
  )
}
