import type { Ticket, TicketState } from '@avow/contract'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'

const STATES = ['open', 'waiting-for-customer', 'on-hold', 'solved', 'closed'] as const satisfies readonly TicketState[]

interface StateDialogProps {
  readonly ticket: Ticket
  readonly onClose: () => void
  /** Merging is asked for instead. */
  readonly onMerge: () => void
}

/** Another state: on hold says who is waited for, solved may say why no answer was needed. Also: spam, merging, and what the charter declares. */
export function StateDialog({ ticket, onClose, onMerge }: StateDialogProps) {
  const words = useWords()
  const { charter, of } = useCharter(ticket.charter?.hash)
  const [to, choose] = useState<TicketState>(ticket.state)
  const changing = useTicketDeed((form: FormData) => {
    const [reason, whom] = [String(form.get('reason') ?? ''), String(form.get('third-party') ?? '').trim()]
    return call('changeState', {
      params: { number: ticket.number },
      body: {
        to,
        ...(reason === '' ? {} : { reason }),
        ...(whom === '' ? {} : { third_party: whom }),
      },
    })
  }, onClose)
  const isSpam = ticket.entries.findLast(({ type }) => type === 'ticket.spam')?.fields['undo'] === false
  const spam = useTicketDeed(
    () => call('markSpam', { params: { number: ticket.number }, body: { undo: isSpam } }),
    onClose,
  )
  const recording = useTicketDeed(
    (type: string) => call('recordEvent', { params: { number: ticket.number }, body: { type } }),
    onClose,
  )
  const error = changing.error ?? spam.error ?? recording.error
  const reasons = charter?.no_answer_needed ?? []
  return (
    <Dialog title={words.say('status.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate(new FormData(event.currentTarget))
        }}
      >
        {error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(error, words)}
          </p>
        )}
        <div role="radiogroup" aria-label={words.say('status.title')}>
          {STATES.map((state) => (
            <label key={state} className="check">
              <input type="radio" name="to" checked={state === to} onChange={() => choose(state)} />
              {words.say(`state.${state}`)}
            </label>
          ))}
        </div>
        {to === 'on-hold' && (
          <label className="field">
            <span>{words.say('status.third-party')}</span>
            <input className="input" name="third-party" dir="auto" maxLength={200} />
            <span className="hint">{words.say('status.third-party-hint')}</span>
          </label>
        )}
        {to === 'solved' && reasons.length > 0 && (
          <label className="field">
            <span>{words.say('status.reason')}</span>
            <select className="input" name="reason">
              <option value="">{words.say('status.reason-none')}</option>
              {reasons.map((reason) => (
                <option key={reason}>{reason}</option>
              ))}
            </select>
          </label>
        )}
        <footer>
          <button type="button" className="button plain" onClick={onMerge}>
            {words.say('merge.open')}
          </button>
          <button
            type="button"
            className="button plain"
            disabled={spam.isPending}
            onClick={() => spam.mutate(undefined)}
          >
            {words.say(isSpam ? 'ticket.not-spam' : 'ticket.spam')}
          </button>
          <button type="submit" className="button main" disabled={to === ticket.state || changing.isPending}>
            {words.say('status.set')}
          </button>
        </footer>
        {(charter?.events.length ?? 0) > 0 && (
          <div className="record">
            {charter?.events.map(({ name }) => (
              <button
                key={name}
                type="button"
                className="button small"
                disabled={recording.isPending}
                onClick={() => recording.mutate(name)}
              >
                {words.say('ticket.event', { event: of.event(name) })}
              </button>
            ))}
          </div>
        )}
      </form>
    </Dialog>
  )
}
