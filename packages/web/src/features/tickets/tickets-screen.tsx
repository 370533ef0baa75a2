import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Nothing } from '../../ui/standing-in.tsx'
import { FirstTicket } from './first-ticket.tsx'
import { TicketList } from './ticket-list.tsx'
import { Views } from './views-nav.tsx'
import './tickets-screen.css'

/** Views, the list of one of them, and the ticket that was chosen in it. */
export function TicketsScreen() {
  const { view, number } = useParams({ strict: false })
  return (
    <main className="tickets" data-open={number === undefined ? undefined : 'ticket'}>
      <Views />
      <TicketList view={view ?? 'all'} chosen={number} />
      <Outlet />
    </main>
  )
}

export function NothingChosen() {
  const words = useWords()
  const { data } = useQuery(queries.views())
  // Nothing is open and nothing ever ended.
  const isDeskEmpty = data?.counts.all === 0 && data.counts.solved === 0
  return (
    <div className={`ticket nothing-chosen${isDeskEmpty ? ' first-one' : ''}`}>
      <PageTitle page={words.say('nav.tickets')} />
      {isDeskEmpty ? <FirstTicket /> : <ChooseOne />}
    </div>
  )
}

function ChooseOne() {
  const words = useWords()
  return (
    <Nothing title={words.say('list.choose')}>
      <p>{words.say('list.choose-hint')}</p>
      <p>
        <kbd>j</kbd> <kbd>k</kbd> <kbd>Enter</kbd> · <kbd>?</kbd>
      </p>
    </Nothing>
  )
}
