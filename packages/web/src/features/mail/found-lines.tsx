import type { MailboxHealth } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { useTimeWords } from './time-words.tsx'

/** What the last comparison with the mailbox's server found, and the last reading of the kept originals. */
export function FoundLines({ mailbox: { reconciliations, bytes } }: { readonly mailbox: MailboxHealth }) {
  const words = useWords()
  const time = useTimeWords()
  const bad = bytes === null ? 0 : bytes.missing + bytes.damaged
  if (reconciliations.length === 0 && bytes === null) return null
  return (
    <ul className="found">
      {reconciliations.map((folder) => (
        <FolderLine key={folder.folder} found={folder} />
      ))}
      {bytes !== null && (
        <li className={bad > 0 ? 'band broken' : 'quiet'}>
          {bad > 0
            ? words.say('health.bytes-bad', { time: time(bytes.at), count: bad })
            : words.say('health.bytes-whole', { time: time(bytes.at), count: bytes.mails })}
        </li>
      )}
    </ul>
  )
}

function FolderLine({ found }: { readonly found: MailboxHealth['reconciliations'][number] }) {
  const { folder, at, there, fetched, failed, gone } = found
  const words = useWords()
  const time = useTimeWords()
  return (
    <li className={failed > 0 ? 'band broken' : fetched > 0 ? 'band risk' : 'quiet'}>
      {words.say('health.compared', { folder, time: time(at), count: there })}{' '}
      {fetched === 0 && failed === 0 && words.say('health.compared-same')}{' '}
      {fetched > 0 && words.say('health.compared-fetched', { count: fetched })}{' '}
      {failed > 0 && words.say('health.compared-failed', { count: failed })}{' '}
      {gone > 0 && words.say('health.compared-gone', { count: gone })}
    </li>
  )
}
