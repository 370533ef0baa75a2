import type { InboundMail } from '@avow/contract'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Nothing, Trouble, troubleWords } from '../../ui/standing-in.tsx'
import { InboundRow, type MailDeed } from './inbound-row.tsx'
import { IntakeTable } from './intake-table.tsx'
import { OUTCOMES, readInboundFilters } from './mail-filters.ts'
import { MailHead } from './mail-head.tsx'
import '../../ui/table.css'

/** Every mail that came in, and what became of it; what was not wanted can still be made a ticket. */
export function InboundScreen() {
  const words = useWords()
  const client = useQueryClient()
  const { mailbox = '', outcome } = useSearch({ from: '/mail' })
  const navigate = useNavigate()
  const choose = (filters: Readonly<Record<string, unknown>>) =>
    void navigate({ to: '/mail', search: readInboundFilters({ mailbox, outcome, ...filters }), replace: true })
  const intake = useQuery(queries.intake())
  const list = useInfiniteQuery({
    queryKey: ['mail', 'in', mailbox, outcome],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      call('listMail', {
        query: {
          ...(cursor === undefined ? {} : { cursor }),
          ...(mailbox === '' ? {} : { mailbox }),
          ...(outcome === undefined ? {} : { outcome }),
        },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const doing = useMutation({
    mutationFn: async ({ mail: { id }, deed }: { readonly mail: InboundMail; readonly deed: MailDeed }) => {
      if (deed === 'ticketFromMail') return call(deed, { params: { id } })
      await call(deed, { params: { id } })
      return null
    },
    onSuccess: () => client.invalidateQueries(),
  })
  const made = doing.data
  const mails = list.data?.pages.flatMap((page) => page.items) ?? []
  const error = intake.error ?? list.error
  return (
    <main className="page">
      <MailHead>
        <p>{words.say('mail.lead')}</p>
      </MailHead>
      {intake.data !== undefined && <IntakeTable items={intake.data.items} />}
      <div className="filters">
        <select
          className="input"
          aria-label={words.say('mail.mailbox')}
          value={mailbox}
          onChange={({ currentTarget }) => choose({ mailbox: currentTarget.value })}
        >
          <option value="">{words.say('mail.every-mailbox')}</option>
          {intake.data?.items.map((item) => (
            <option key={item.mailbox}>{item.mailbox}</option>
          ))}
        </select>
        <select
          className="input"
          aria-label={words.say('mail.outcome')}
          value={outcome ?? ''}
          onChange={({ currentTarget }) => choose({ outcome: currentTarget.value })}
        >
          <option value="">{words.say('mail.every-outcome')}</option>
          {OUTCOMES.map((one) => (
            <option key={one} value={one}>
              {words.say(`mail.outcome.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {doing.error !== null && (
        <p className="band broken mail-made" role="alert">
          {troubleWords(doing.error, words)}
        </p>
      )}
      {made !== undefined && made !== null && (
        <p className="band kept mail-made" role="status">
          <Link to="/tickets/$view/$number" params={{ view: 'all', number: made.number }}>
            {words.say('mail.made', { number: String(made.number) })}
          </Link>
        </p>
      )}
      {error !== null && <Trouble error={error} again={list.refetch} />}
      {list.isPending && <Loading />}
      {list.isSuccess && mails.length === 0 && (
        <Nothing title={words.say('mail.none')}>
          <p>{words.say('mail.none-hint')}</p>
        </Nothing>
      )}
      {mails.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.say('mail.subject')}</th>
              <th scope="col">{words.say('mail.outcome')}</th>
              <th scope="col">{words.say('mail.time')}</th>
              <th scope="col">
                <span className="for-readers">{words.say('mail.raw')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <InboundRow
                key={mail.id}
                mail={mail}
                isBusy={doing.isPending}
                onDo={(deed) => doing.mutate({ mail, deed })}
              />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <p className="more">
          <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
            {words.say('more')}
          </button>
        </p>
      )}
    </main>
  )
}
