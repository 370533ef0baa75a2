import type { OutgoingMail } from '@avow/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, linkTo } from '../../api/call.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { useMe, useMoments } from '../people/me.tsx'
import { MailHead } from './mail-head.tsx'
import '../../ui/table.css'

/** Mail of ours: waiting, sent, given up, or in the folder where no mail server is set. */
export function OutgoingScreen() {
  const words = useWords()
  const { data, error, isPending, isSuccess, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['mail', 'out'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      call('listOutgoing', cursor === undefined ? { signal } : { query: { cursor }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const mails = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="page">
      <MailHead />
      {error !== null && <Trouble error={error} again={refetch} />}
      {isPending && <Loading />}
      {isSuccess && mails.length === 0 && (
        <Nothing title={words.say('mail.none-out')}>
          <p>{words.say('mail.none-out-hint')}</p>
        </Nothing>
      )}
      {mails.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.say('mail.subject')}</th>
              <th scope="col">{words.say('mail.kind')}</th>
              <th scope="col">{words.say('mail.state')}</th>
              <th scope="col">{words.say('mail.time')}</th>
              <th scope="col">
                <span className="for-readers">{words.say('mail.raw-out')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <OutgoingRow key={mail.id} mail={mail} />
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {words.say('more')}
        </button>
      )}
    </main>
  )
}

function OutgoingRow({ mail }: { readonly mail: OutgoingMail }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { workspace } = useMe()
  const { id, to, subject, kind, state, attempts, last_error, due, ticket } = mail
  return (
    <tr>
      <td className="wide aligned">
        <bdi className="mail-text one-line" dir="auto">
          {withoutTurning(subject)}
        </bdi>
        <span className="mail-text one-line quiet">
          {words.say('mail.to')} <bdi dir="ltr">{to}</bdi>{' '}
          {ticket !== null && (
            <Link to="/tickets/$view/$number" params={{ view: 'all', number: ticket }}>
              <bdi dir="ltr">#{ticket}</bdi>
            </Link>
          )}
        </span>
      </td>
      <td>{words.say(`mail.kind.${kind}`)}</td>
      <td>
        <span className={state === 'given-up' ? 'state broken' : undefined}>{words.say(`delivery.${state}`)}</span>
        {attempts > 1 && <div className="quiet">{words.say('mail.attempts', { count: attempts })}</div>}
        {last_error !== null && (
          <div className="quiet" dir="auto">
            {last_error}
          </div>
        )}
      </td>
      <td>
        <time className="quiet" dateTime={due} title={moments.exact(Date.parse(due))}>
          {moments.near(Date.parse(due), now)}
        </time>
      </td>
      <td className="end">
        <a href={linkTo('readOutgoing', { id }, workspace.slug)} download>
          {words.say('mail.raw-out')}
        </a>
      </td>
    </tr>
  )
}
