import { needsAmount, type Offer, type RemediesOfTicket, type Ticket } from '@avow/contract'
import { useId, useRef, useState } from 'react'
import { call, newKey } from '../../api/call.page.ts'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { writeAmount } from '../charters/fact-values.ts'
import { ClauseLinks } from './clause-links.tsx'
import { firstAmount, hasAmount, outcomeOf } from './limits.ts'
import { OfferLine } from './offer-line.tsx'
import { OutcomeHint } from './outcome-hint.tsx'
import { remedyWords } from './remedy-words.ts'
import { useGrantDeed } from './use-grant-deed.page.ts'

interface OfferFormProps {
  readonly ticket: Ticket
  readonly remedies: RemediesOfTicket
  readonly of: CharterWords
  readonly mayGrant: boolean
}

const idOf = ({ clause, remedy }: Offer) => `${clause} ${remedy}`

/** The offers of the charter, one chosen, and the step that gives it: at once within one's limit, else by asking. */
export function OfferForm({ ticket, remedies, of, mayGrant }: OfferFormProps) {
  const words = useWords()
  const announce = useAnnounce()
  const name = useId()
  const [chosen, choose] = useState<string>()
  const offer = remedies.offers.find((one) => idOf(one) === chosen) ?? remedies.offers[0]
  // What was typed belongs to the offer that it was typed for, as that offer then was.
  const [typed, type] = useState({ at: '', text: '' })
  const [reason, write] = useState('')
  const deed = useRef({ what: '', key: '' })
  const field = useRef<HTMLInputElement>(null)

  const currency = offer === undefined ? 'EUR' : currencyOf(offer)
  const at = offer === undefined ? '' : `${idOf(offer)} ${JSON.stringify(firstAmount(offer))}`
  const text = typed.at === at ? typed.text : offer === undefined ? '' : writeAmount(firstAmount(offer))
  const outcome = offer === undefined ? { kind: 'nobody' as const } : outcomeOf(offer, text, currency)
  const isAsking = outcome.kind === 'ask'

  const giving = useGrantDeed(
    (body: { readonly clause: string; readonly remedy: string; readonly amount: Amount; readonly ask: boolean }) => {
      const given = {
        ...body,
        reason: reason.trim(),
        seen: remedies.seq,
        ...(remedies.charter === null ? {} : { charter: remedies.charter.hash }),
      }
      const what = JSON.stringify(given)
      // The same deed has the same key, however often it is tried.
      if (deed.current.what !== what) deed.current = { what, key: newKey() }
      return call('grantRemedy', { params: { number: ticket.number }, body: given, key: deed.current.key })
    },
    (grant) => {
      deed.current = { what: '', key: '' }
      type({ at: '', text: '' })
      write('')
      const what = remedyWords(grant, words)
      announce.politely(words.say(grant.state === 'asked' ? 'remedies.asked' : 'remedies.granted', { what }))
    },
  )
  useShortcuts({
    g() {
      const input = field.current
      // Where the panel is folded away, or nothing is to be typed, the key does nothing.
      if (input === null || input.offsetParent === null) return false
      input.focus()
      return input.select()
    },
  })
  if (offer === undefined) return null
  const canGive = (outcome.kind === 'grant' || (isAsking && reason.trim() !== '')) && !giving.isPending

  return (
    <form
      className="offers"
      onSubmit={(event) => {
        event.preventDefault()
        if (!canGive || (outcome.kind !== 'grant' && outcome.kind !== 'ask')) return
        const { amount } = outcome
        giving.mutate({ clause: offer.clause, remedy: offer.remedy, amount, ask: isAsking })
      }}
    >
      <div role="radiogroup" aria-label={words.say('remedies.choose')} className="offer-list">
        {remedies.offers.map((one) => (
          <OfferLine
            key={idOf(one)}
            offer={one}
            of={of}
            name={name}
            isChosen={one === offer}
            onChoose={mayGrant ? () => choose(idOf(one)) : undefined}
          />
        ))}
      </div>
      <ClauseLinks
        ids={remedies.offers.flatMap(({ clause, mine }) => [clause, ...(mine?.backed_by ?? [])])}
        charter={remedies.charter?.hash}
      />
      {mayGrant && (
        <>
          {giving.error !== null && (
            <p className="band broken" role="alert">
              {troubleWords(giving.error, words)}
            </p>
          )}
          <div className="give">
            {hasAmount(offer.remedy) && (
              <label className="field">
                <span>{words.say(needsAmount(offer.remedy) ? 'remedies.amount' : 'remedies.worth', { currency })}</span>
                <input
                  ref={field}
                  className="input ltr"
                  inputMode="decimal"
                  autoComplete="off"
                  value={text}
                  aria-invalid={outcome.kind === 'no-amount' || outcome.kind === 'too-much'}
                  onChange={({ currentTarget }) => type({ at, text: currentTarget.value })}
                />
              </label>
            )}
            <label className="field why-field">
              <span>
                {words.say('remedies.why')} {!isAsking && `(${words.say('optional')})`}
              </span>
              <input
                className="input"
                dir="auto"
                maxLength={1000}
                required={isAsking}
                value={reason}
                onChange={({ currentTarget }) => write(currentTarget.value)}
              />
            </label>
            <OutcomeHint outcome={outcome} offer={offer} of={of} />
            <button type="submit" className="button main" disabled={!canGive}>
              {words.say(isAsking ? 'remedies.ask' : 'remedies.grant')}
            </button>
          </div>
        </>
      )}
    </form>
  )
}

type Amount = { readonly minor: number; readonly currency: string } | null

function currencyOf({ up_to, mine }: Offer): string {
  return (up_to ?? mine?.up_to ?? mine?.left_today)?.currency ?? 'EUR'
}
