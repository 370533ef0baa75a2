import type { OutgoingMail } from '@avow/contract'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { call, linkTo } from '../../api/call.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { Loading, Nothing, Trouble, troubleWords } from '../../ui/standing-in.tsx'
import { useMay, useMe, useMoments } from '../people/me.tsx'
import { deliveryClass } from '../tickets/delivery-class.ts'
import { readOutgoingFilters, STATES } from './mail-filters.ts'
import { MailHead } from './mail-head.tsx'
import '../../ui/table.css'

/** Mail of ours: waiting, sent, given up, or in the folder where no mail server is set. */
export function OutgoingScreen() {
  const words = useWords()
  const client = useQueryClient()
  const mayManage = useMay('mail.manage')
  const { mailbox, state } = useSearch({ from: '/mail/ours' })
  const navigate = useNavigate()
  const sending = useMutation({
    mutationFn: ({ id }: OutgoingMail) => call('retryOutgoing', { params: { id } }),
    onSuccess: () => client.invalidateQueries(),
  })
  const { data, error, isPending, isSuccess, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['mail', 'out', mailbox, state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      call('listOutgoing', {
        query: {
          ...(cursor === undefined ? {} : { cursor }),
          ...(mailbox === undefined ? {} : { mailbox }),
          ...(state === undefined ? {} : { state }),
        },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const mails = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="page">
      <MailHead />
      <div className="filters">
        {mailbox !== undefined && (
          <Link className="button" to="/mail/ours" search={state === undefined ? {} : { state }}>
            <bdi dir="ltr">{mailbox}</bdi>
            <X aria-hidden="true" />
            <span className="for-readers">{words.say('mail.every-mailbox')}</span>
          </Link>
        )}
        <select
          className="input"
          aria-label={words.say('mail.state')}
          value={state ?? ''}
          onChange={({ currentTarget }) =>
            void navigate({
              to: '/mail/ours',
              search: readOutgoingFilters({ mailbox, state: currentTarget.value }),
              replace: true,
            })
          }
        >
          <option value="">{words.say('mail.every-state')}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {words.say(`delivery.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {sending.error !== null && (
        <p className="band broken mail-made" role="alert">
          {troubleWords(sending.error, words)}
        </p>
      )}
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
              <OutgoingRow
                key={mail.id}
                mail={mail}
                isBusy={sending.isPending}
                onSend={mayManage ? () => sending.mutate(mail) : undefined}
              />
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

/** What can still be sent at once. */
const UNSENT: readonly OutgoingMail['state'][] = ['waiting', 'deferred', 'held', 'refused', 'given-up']

interface OutgoingRowProps {
  readonly mail: OutgoingMail
  readonly isBusy: boolean
  /** Undefined where the reader may not. */
  readonly onSend: (() => void) | undefined
}

function OutgoingRow({ mail, isBusy, onSend }: OutgoingRowProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { workspace } = useMe()
  const { id, to, subject, kind, state, attempts, held_for, last_error, due, ticket } = mail
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
        <span className={deliveryClass(state)}>{words.say(`delivery.${state}`)}</span>
        {held_for !== null && state === 'held' && <div className="quiet">{words.say(`mail.held.${held_for}`)}</div>}
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
        {onSend !== undefined && UNSENT.includes(state) && (
          <button type="button" className="button small" disabled={isBusy} onClick={onSend}>
            {words.say('mail.send-now')}
          </button>
        )}{' '}
        <a href={linkTo('readOutgoing', { id }, workspace.slug)} download>
          {words.say('mail.raw-out')}
        </a>
      </td>
    </tr>
  )
}
