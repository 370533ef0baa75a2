import type { Entry, Ticket } from '@avow/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { movableOf } from './movable.ts'
import { useTicketByNumber } from './ticket-by-number.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'
import './move-dialog.css'

/** Characters of a message, by which somebody knows it. */
const MOST_SHOWN = 120

interface MoveDialogProps {
  readonly entry: Entry
  readonly ticket: Ticket
  readonly onClose: () => void
}

/** Moves a message, and others with it, to a new ticket or to one that is looked for by its number. */
export function MoveDialog({ entry, ticket, onClose }: MoveDialogProps) {
  const words = useWords()
  const navigate = useNavigate()
  const [chosen, choose] = useState<readonly string[]>([entry.id])
  const [isNew, takeNew] = useState(true)
  const { field, found } = useTicketByNumber(ticket.number)
  const moving = useTicketDeed(
    (other_customer: boolean) =>
      call('moveMessages', {
        params: { number: ticket.number },
        body: { messages: [...chosen], to: isNew ? null : (found?.number ?? 0), other_customer },
      }),
    ({ number }) => {
      onClose()
      void navigate({ to: '/tickets/$view/$number', params: { view: 'all', number } })
    },
  )
  const isOther = isProblem(moving.error, 'other-customer')
  return (
    <Dialog title={words.say('move.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          moving.mutate(isOther)
        }}
      >
        {moving.error !== null && (
          <p className={isOther ? 'band risk' : 'band broken'} role="alert">
            {troubleWords(moving.error, words)}
          </p>
        )}
        <fieldset className="field move-which">
          <legend>{words.say('move.which')}</legend>
          {movableOf(ticket).map(({ id, text }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
              />
              <bdi dir="auto">{[...(text ?? '')].slice(0, MOST_SHOWN).join('')}</bdi>
            </label>
          ))}
        </fieldset>
        <div role="radiogroup" aria-label={words.say('move.title')}>
          <label className="check">
            <input type="radio" name="where" checked={isNew} onChange={() => takeNew(true)} />
            {words.say('move.new')}
          </label>
          <label className="check">
            <input type="radio" name="where" checked={!isNew} onChange={() => takeNew(false)} />
            {words.say('move.to')}
          </label>
        </div>
        {!isNew && field}
        <p className="quiet">{words.say('move.lead')}</p>
        <footer>
          <button
            type="submit"
            className="button main"
            disabled={chosen.length === 0 || (!isNew && found === undefined) || moving.isPending}
          >
            {words.say(isOther ? 'move.do-anyway' : 'move.do')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
