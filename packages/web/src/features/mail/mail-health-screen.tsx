import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { SettingsHead } from '../settings/settings-head.tsx'
import { MailboxCard } from './mailbox-card.tsx'
import '../../ui/table.css'
import './mail-health.css'

const MEGABYTE = 1024 ** 2

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
          {words.say('health.room-short', { free: Math.floor(data.room.free / MEGABYTE) })}
        </p>
      )}
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
