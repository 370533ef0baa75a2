import type { Ticket } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { linkTo } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useMe, useMoments } from '../people/me.tsx'

/** What to tell the customer, in words to be read out. */
export function NewTicketTold({ ticket, onAnother }: { readonly ticket: Ticket; readonly onAnother: () => void }) {
  const words = useWords()
  const moments = useMoments()
  const { of } = useCharter(ticket.charter?.hash)
  const { workspace } = useMe()
  const slip = linkTo('readSlip', { number: ticket.number }, workspace.slug, { language: ticket.language ?? undefined })
  const running = ticket.commitments.filter(({ state, due }) => state === 'running' && due !== null)
  return (
    <section className="told" aria-live="polite">
      <h2>{words.say('new.done', { number: String(ticket.number) })}</h2>
      <p>{words.say(running.length === 0 ? 'new.nothing-promised' : 'new.promised')}</p>
      <ul>
        {running.map(({ promise, run, target, due }) => {
          const text = of.promiseText(promise, target)
          return (
            <li key={`${promise}/${run}`}>
              <strong dir="auto" lang={text?.language}>
                {text?.text ?? of.promiseName(promise)}
              </strong>
              <span>{words.say('promise.due-at', { time: moments.full(Date.parse(due ?? '')) })}</span>
            </li>
          )
        })}
      </ul>
      <p className="deeds">
        <Link className="button main" to="/tickets/$view/$number" params={{ view: 'all', number: ticket.number }}>
          {words.say('new.open')}
        </Link>
        <a className="button" href={slip} target="_blank" rel="noopener">
          {words.say('new.slip')}
        </a>
        <button type="button" className="button plain" onClick={onAnother}>
          {words.say('new.another')}
        </button>
      </p>
    </section>
  )
}
