import type { MailboxHealth } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, CircleAlert, Clock3, type LucideIcon, X } from 'lucide-react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import { ServerFailure } from '../settings/server-fields.tsx'
import { FoundLines } from './found-lines.tsx'
import { ComingTable, LeavingTable } from './health-tables.tsx'
import { type MailboxState, mailboxState } from './mailbox-state.ts'
import { useTimeWords } from './time-words.tsx'

const LOOKS: Readonly<Record<MailboxState, readonly [string, LucideIcon]>> = {
  well: ['kept', Check],
  late: ['risk', Clock3],
  'given-up': ['risk', CircleAlert],
  failing: ['broken', X],
}

/** One mailbox: how it stands, what to do about it, and its figures. */
export function MailboxCard({ mailbox }: { readonly mailbox: MailboxHealth }) {
  const { id, address, to_look_at, account, failing_since, oldest_waiting_at } = mailbox
  const words = useWords()
  const now = useNow()
  const time = useTimeWords()
  const mayManage = useMay('mail.manage')
  const state = mailboxState(mailbox, now)
  const [looks, Sign] = LOOKS[state]
  return (
    <section className="mailbox" aria-labelledby={`mailbox-${id}`}>
      <header>
        <h2 id={`mailbox-${id}`}>
          <bdi dir="ltr">{address}</bdi>
        </h2>
        <span className={`state ${looks}`}>
          <Sign aria-hidden="true" /> {words.say(`health.state.${state}`)}
        </span>
        {account !== null && mayManage && <FetchNow mailbox={mailbox} />}
      </header>
      <p className="quiet">
        <LastMail mailbox={mailbox} />
      </p>
      {account !== null && account.failure !== null && (
        <>
          <ServerFailure code={account.failure.code} said={account.failure.said} />
          <p className="quiet">
            {failing_since !== null && words.say('health.failing', { time: time(failing_since) })}{' '}
            {account.failure.next_try !== null &&
              words.say('health.next-try', { time: time(account.failure.next_try) })}
          </p>
        </>
      )}
      {account !== null && account.plus !== 'taken' && account.fetched_at !== null && (
        <p className="quiet">
          {words.say(`health.plus.${account.plus ?? 'unknown'}`, { address: address.replace('@', '+…@') })}
        </p>
      )}
      {oldest_waiting_at !== null && (
        <p className={state === 'late' ? 'band risk' : 'quiet'}>
          {words.say('health.waiting', { time: time(oldest_waiting_at) })}
        </p>
      )}
      {to_look_at > 0 && (
        <p className="band risk">
          <Link to="/mail" search={{ mailbox: address, outcome: 'to-look-at' }}>
            {words.say('health.to-look-at', { count: to_look_at })}
          </Link>
        </p>
      )}
      <ComingTable mailbox={mailbox} />
      <LeavingTable mailbox={mailbox} />
      <FoundLines mailbox={mailbox} />
    </section>
  )
}

/** The last mail that came, and by which way mail comes. */
function LastMail({ mailbox: { last_mail_at, account } }: { readonly mailbox: MailboxHealth }) {
  const words = useWords()
  const time = useTimeWords()
  const way =
    account === null
      ? words.say('health.direct')
      : account.fetched_at === null
        ? words.say('health.not-fetched', { host: account.host })
        : words.say('health.fetched', { host: account.host, time: time(account.fetched_at) })
  return (
    <>
      {last_mail_at === null
        ? words.say('health.no-mail')
        : words.say('health.last-mail', { time: time(last_mail_at) })}
      {' · '}
      {way}
    </>
  )
}

function FetchNow({ mailbox: { id, address } }: { readonly mailbox: MailboxHealth }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const asking = useMutation({
    mutationFn: () => call('fetchMailNow', { params: { id } }),
    onSuccess: () => {
      announce.politely(words.say('health.asked'))
      return client.invalidateQueries({ queryKey: ['mail'] })
    },
  })
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-label={words.say('health.fetch-of', { address })}
        disabled={asking.isPending}
        onClick={() => asking.mutate()}
      >
        {words.say('health.fetch')}
      </button>
      {asking.isSuccess && <span className="quiet">{words.say('health.asked')}</span>}
      {asking.error !== null && (
        <span className="state broken" role="alert">
          {troubleWords(asking.error, words)}
        </span>
      )}
    </>
  )
}
