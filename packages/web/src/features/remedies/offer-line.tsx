import { needsAmount, type Offer, remedyName } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { moneyWords } from '../charters/money.ts'
import { hasAmount, isUsedUp, ownLimit } from './limits.ts'
import { anyPosition } from './remedy-words.ts'

interface OfferLineProps {
  readonly offer: Offer
  readonly of: CharterWords
  /** Of the group of choices. */
  readonly name: string
  readonly isChosen: boolean
  /** Undefined: to be read only. */
  readonly onChoose: (() => void) | undefined
}

/** One remedy that the charter allows: how much of it, and what backs whoever gives it. */
export function OfferLine({ offer, of, name, isChosen, onChoose }: OfferLineProps) {
  const words = useWords()
  const inside = (
    <span>
      <strong>{remedyName(offer.remedy, words)}</strong>{' '}
      <span className="quiet">
        <Extent offer={offer} of={of} />
      </span>
    </span>
  )
  if (onChoose === undefined) return <p className="offer">{inside}</p>
  return (
    <label className="offer">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      {inside}
    </label>
  )
}

/** `up to €45.00, backed by R1 and A1`. */
function Extent({ offer, of }: Pick<OfferLineProps, 'offer' | 'of'>) {
  const words = useWords()
  const { clause, mine, others, up_to, needs } = offer
  const own = ownLimit(offer)
  const costs = hasAmount(offer.remedy)
  if (needs !== null && needsAmount(offer.remedy)) return words.say('remedies.unknown')
  if (isUsedUp(offer)) return words.say('remedies.used-up', { clause })
  if (mine !== null && own !== undefined && (!needsAmount(offer.remedy) || own === null || own.minor > 0)) {
    const clauses = words.list([clause, ...mine.backed_by])
    return own === null || !costs || own.minor === 0
      ? words.say('remedies.backed', { clauses })
      : words.say('remedies.up-to-backed', { amount: moneyWords(own, words.locale), clauses })
  }
  if (others.length === 0) return words.say('remedies.nobody')
  const who = anyPosition(others, of, words)
  return up_to === null || !costs
    ? words.say('remedies.others', { who })
    : words.say('remedies.up-to-others', { amount: moneyWords(up_to, words.locale), who })
}
