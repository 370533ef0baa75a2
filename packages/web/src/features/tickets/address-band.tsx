import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay, useMoments } from '../people/me.tsx'

/** Says before one writes that mail to the customer comes back, or that automatic mail is held back; and lifts that. */
export function AddressBand({ ticket: number }: { readonly ticket: number }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const moments = useMoments()
  const now = useNow()
  const mayLift = useMay('mail.manage')
  const { data } = useQuery(queries.answering(number))
  const lifting = useMutation({
    mutationFn: () => call('liftAddress', { params: { number } }),
    onSuccess: (answering) => {
      client.setQueryData(queries.answering(number).queryKey, answering)
      announce.politely(words.say('reply.lifted'))
    },
  })
  if (data === undefined || (data.unreachable === null && data.held === null)) return null
  const { unreachable, held } = data
  const time = (since: string) => moments.near(Date.parse(since), now)
  return (
    <div className={unreachable === null ? 'band risk address' : 'band broken address'} role="status">
      {unreachable !== null && (
        <span>
          {words.say('reply.dead', { since: time(unreachable.since) })}{' '}
          {unreachable.status !== null && words.say('reply.dead-status', { status: unreachable.status })}
        </span>
      )}
      {held !== null && (
        <span>
          {words.say('reply.held', {
            count: held.count,
            since: time(held.since),
            why: words.say(`mail.held.${held.reason}`),
          })}
        </span>
      )}
      {lifting.error !== null && <span role="alert">{troubleWords(lifting.error, words)}</span>}
      {mayLift && (
        <button type="button" className="button small" disabled={lifting.isPending} onClick={() => lifting.mutate()}>
          {words.say(unreachable === null ? 'reply.lift-held' : 'reply.lift-dead')}
        </button>
      )}
    </div>
  )
}
