import { type RemediesOfTicket, remedyName, type Ticket } from '@avow/contract'
import { useRef, useState } from 'react'
import { call, newKey } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { readAmount } from '../charters/fact-values.ts'
import { moneyWords } from '../charters/money.ts'
import { remedyWords } from './remedy-words.ts'
import { useGrantDeed } from './use-grant-deed.page.ts'

interface KindnessLineProps {
  readonly ticket: Ticket
  readonly remedies: RemediesOfTicket
  readonly kindness: NonNullable<RemediesOfTicket['kindness']>
}

/** What is left to be kind with, and the step that gives some of it: an amount and a reason, nobody to ask. */
export function KindnessLine({ ticket, remedies, kindness }: KindnessLineProps) {
  const words = useWords()
  const announce = useAnnounce()
  const [isOpen, open] = useState(false)
  const key = useRef('')
  const { left, per } = kindness
  const giving = useGrantDeed(
    (form: FormData) => {
      key.current ||= newKey()
      const amount = readAmount(String(form.get('amount')), left.currency)
      return call('grantRemedy', {
        params: { number: ticket.number },
        body: {
          remedy: String(form.get('remedy')),
          amount: typeof amount === 'object' && amount !== null ? amount : null,
          reason: String(form.get('reason')).trim(),
          seen: remedies.seq,
          bend: true,
          ...(remedies.charter === null ? {} : { charter: remedies.charter.hash }),
        },
        key: key.current,
      })
    },
    (grant) => {
      open(false)
      announce.politely(words.say('remedies.granted', { what: remedyWords(grant, words) }))
    },
  )
  return (
    <div className="kindness">
      <p>
        <span>
          <strong>{words.say('kindness.title')}</strong>{' '}
          <span className="quiet">{words.say(`kindness.left.${per}`, { amount: moneyWords(left, words.locale) })}</span>
        </span>
        <button
          type="button"
          className="button small"
          aria-expanded={isOpen}
          disabled={left.minor === 0}
          onClick={() => open(!isOpen)}
        >
          {words.say('kindness.open')}
        </button>
      </p>
      {isOpen && (
        <form
          className="give"
          // A form that is changed is another deed.
          onChange={() => {
            key.current = ''
          }}
          onSubmit={(event) => {
            event.preventDefault()
            giving.mutate(new FormData(event.currentTarget))
          }}
        >
          {giving.error !== null && (
            <p className="band broken" role="alert">
              {troubleWords(giving.error, words)}
            </p>
          )}
          <label className="field">
            <span>{words.say('kindness.as')}</span>
            <select className="input" name="remedy" defaultValue="credit">
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {remedyName(kind, words)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{words.say('remedies.amount', { currency: left.currency })}</span>
            <input
              className="input ltr"
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              required
              ref={focusOn}
              onInput={({ currentTarget }) => {
                const read = readAmount(currentTarget.value, left.currency)
                const isAmount = typeof read === 'object' && read !== null && read.minor > 0
                const isLeft = isAmount && read.minor <= left.minor
                currentTarget.setCustomValidity(
                  isLeft || currentTarget.value === ''
                    ? ''
                    : isAmount
                      ? words.say(`kindness.left.${per}`, { amount: moneyWords(left, words.locale) })
                      : words.say('remedies.no-amount'),
                )
              }}
            />
          </label>
          <label className="field why-field">
            <span>{words.say('remedies.why')}</span>
            <input className="input" name="reason" dir="auto" maxLength={1000} required />
          </label>
          <p className="quiet small">{words.say('kindness.hint')}</p>
          <button type="submit" className="button main" disabled={giving.isPending}>
            {words.say('kindness.give')}
          </button>
        </form>
      )}
    </div>
  )
}

/** What kindness is given as: money, or what is worth some. */
const KINDS = ['credit', 'refund', 'replacement', 'repair'] as const

/** When the form appears; the same function always, so that a drawing anew takes nobody's focus. */
function focusOn(input: HTMLInputElement | null): void {
  input?.focus()
}
