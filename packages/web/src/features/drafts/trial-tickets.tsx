import type { TrialTicket } from '@avow/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { useMoments } from '../people/me.tsx'

/** The tickets of one line that would have fared otherwise. */
export function TrialTickets(props: {
  readonly draft: string
  readonly trial: string
  readonly promise: string
  readonly week: string | null
}) {
  const { draft, trial, promise, week } = props
  const words = useWords()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['trial-tickets', trial, promise, week],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('listTrialTickets', {
        params: { id: draft, trial },
        query: {
          promise,
          ...(week === null ? {} : { week }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (error !== null) return <Trouble error={error} again={refetch} />
  if (data === undefined) return <Loading />
  return (
    <>
      <ul className="trial-tickets">
        {data.pages
          .flatMap(({ items }) => items)
          .map((ticket) => (
            <TicketLine key={`${ticket.ticket} ${ticket.promise} ${ticket.run}`} ticket={ticket} />
          ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button small" onClick={() => void fetchNextPage()}>
          {words.say('more')}
        </button>
      )}
    </>
  )
}

function TicketLine({ ticket }: { readonly ticket: TrialTicket }) {
  const words = useWords()
  const moments = useMoments()
  const fate = (side: TrialTicket['before']): string => {
    if (side === null) return words.say('trial.not-promised')
    const state = words.sayCode(`trial.state.${side.state}`) ?? side.state
    return side.due === null ? state : words.say('trial.fate', { state, time: moments.full(Date.parse(side.due)) })
  }
  return (
    <li>
      <Link to="/tickets/$view/$number" params={{ view: 'all', number: ticket.ticket }}>
        <bdi>
          {words.number(ticket.ticket)} {ticket.subject}
        </bdi>
      </Link>
      <span>
        <del>{fate(ticket.before)}</del> <ins>{fate(ticket.after)}</ins>
      </span>
    </li>
  )
}
