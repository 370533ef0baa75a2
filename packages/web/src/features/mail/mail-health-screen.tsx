import type { LackingKey } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import { SettingsHead } from '../settings/settings-head.tsx'
import { MailboxCard } from './mailbox-card.tsx'
import { useTimeWords } from './time-words.tsx'
import '../../ui/table.css'
import './mail-health.css'

const MEGABYTE = 1024 ** 2

/** A key whose record has gone from the DNS, and what that means for mail. */
function LackingKeyLine({ lacking: { domain, since, stopped_at } }: { readonly lacking: LackingKey }) {
  const words = useWords()
  const time = useTimeWords()
  const mayManage = useMay('workspace.manage')
  return (
    <p className="band broken" role="alert">
      <TriangleAlert className="icon" aria-hidden="true" />
      <span>
        {words.say(stopped_at === null ? 'health.key-lacking' : 'health.key-stopped', { domain, time: time(since) })}{' '}
        {mayManage && <Link to="/settings/domains">{words.say('health.see-key')}</Link>}
      </span>
    </p>
  )
}

/** How each mailbox fares: what came and left, what waits, what failed, and what comparing with its server found. */
export function MailHealthScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(queries.mailHealth())
  return (
    <main className="page settings">
      <SettingsHead page={words.say('health.title')} />
      <p>{words.say('health.lead')}</p>
      {data?.room?.is_short === true && (
        <p className="band broken" role="alert">
          <TriangleAlert className="icon" aria-hidden="true" />
          <span>{words.say('health.room-short', { free: Math.floor(data.room.free / MEGABYTE) })}</span>
        </p>
      )}
      {data?.keys.map((key) => (
        <LackingKeyLine key={`${key.selector} ${key.domain}`} lacking={key} />
      ))}
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && (
        <Nothing title={words.say('health.none')}>
          <p>{words.say('health.none-hint')}</p>
        </Nothing>
      )}
      {data?.items.map((mailbox) => (
        <MailboxCard key={mailbox.id} mailbox={mailbox} />
      ))}
    </main>
  )
}
