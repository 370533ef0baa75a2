import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { isProblem } from '../../api/problem-error.ts'
import { queries } from '../../api/queries.page.ts'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { PolicyPanel } from '../commitments/policy-panel.tsx'
import { ComplaintCard } from '../law/complaint-card.tsx'
import { ProceduresPanel } from '../procedures/procedures-panel.tsx'
import { RemediesPanel } from '../remedies/remedies-panel.tsx'
import { ScorecardCard } from '../scorecards/scorecard-card.tsx'
import { Composer } from './composer.tsx'
import { Conversation } from './conversation.tsx'
import { CustomerCard } from './customer-card.tsx'
import { addToDraft } from './draft.page.ts'
import { FactsCard } from './facts-card.tsx'
import { TeamCard } from './team-card.tsx'
import { TicketHead } from './ticket-head.tsx'
import './ticket-screen.css'

/** One ticket: the conversation, and beside it what was promised and to whom. */
export function TicketScreen() {
  const words = useWords()
  const { number = 0, view = 'all' } = useParams({ strict: false })
  const { data: ticket, error, refetch } = useQuery(queries.ticket(number))
  const [isSideOpen, openSide] = useState(false)
  /** How often a text was put into the answer from beside it: the composer then begins with what is kept. */
  const [taken, setTaken] = useState(0)
  const close = useRef<HTMLButtonElement>(null)
  /** Where it lies over the conversation, the focus goes in with it, and back. */
  const showSide = (isOpen: boolean): void => {
    openSide(isOpen)
    requestAnimationFrame(() => (isOpen ? close.current : document.getElementById('promises-toggle'))?.focus())
  }
  useShortcuts({ Escape: isSideOpen ? () => showSide(false) : undefined })
  if (ticket === undefined)
    return (
      <article className="ticket">
        {isProblem(error, 'not-found') ? (
          <Nothing title={words.say('ticket.missing', { number: String(number) })}>
            <p>{words.say('ticket.missing-hint')}</p>
          </Nothing>
        ) : error === null ? (
          <Loading />
        ) : (
          <Trouble error={error} again={refetch} />
        )}
      </article>
    )
  return (
    <article className="ticket" data-side={isSideOpen ? 'open' : undefined}>
      <PageTitle page={ticket.subject === '' ? words.say('list.no-subject') : withoutTurning(ticket.subject)} />
      <div className="talk">
        <TicketHead ticket={ticket} view={view} isSideOpen={isSideOpen} onSide={() => showSide(!isSideOpen)} />
        <Conversation ticket={ticket} key={ticket.id} />
        {ticket.merged_into === null && <Composer ticket={ticket} key={`composer ${ticket.id} ${taken}`} />}
      </div>
      <aside className="side" aria-label={words.say('ticket.promises')} id="promises">
        <button
          type="button"
          className="button plain square side-close"
          ref={close}
          aria-label={words.say('ticket.promises-hide')}
          onClick={() => showSide(false)}
        >
          <X aria-hidden="true" />
        </button>
        <PolicyPanel ticket={ticket} key={ticket.id} />
        <ScorecardCard ticket={ticket} key={`scorecard ${ticket.id}`} />
        <ComplaintCard
          ticket={ticket}
          onLetter={(text) => {
            addToDraft(ticket.id, 'answer', { text, seen: ticket.seq })
            setTaken(taken + 1)
          }}
        />
        <ProceduresPanel ticket={ticket} key={`procedures ${ticket.id}`} />
        <RemediesPanel ticket={ticket} key={`remedies ${ticket.id}`} />
        <FactsCard ticket={ticket} />
        <TeamCard ticket={ticket} />
        <CustomerCard ticket={ticket} />
      </aside>
    </article>
  )
}
