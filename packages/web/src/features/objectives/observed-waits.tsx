import { dayWords, type Objective, type ObservedWait } from '@avow/contract'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Loading, Trouble, troubleWords } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useMay, useMe } from '../people/me.tsx'
import { amountWords } from './figure-words.ts'
import { objectiveQueries } from './objective-queries.page.ts'
import { WaitForm } from './wait-form.tsx'

/** What our own people waited at others: the log, and the form for who leads. */
export function ObservedWaits({ objectives }: { readonly objectives: readonly Objective[] }) {
  const words = useWords()
  const mayNote = useMay('charter.standing')
  const list = useInfiniteQuery(objectiveQueries.waits())
  const waits = list.data?.pages.flatMap(({ items }) => items) ?? []
  const known = [...new Set(objectives.flatMap(({ comparisons }) => comparisons.map(({ of }) => of)))]
  return (
    <section className="observed-waits" aria-labelledby="waits-title">
      <h2 id="waits-title">{words.say('waits.title')}</h2>
      <p className="quiet">{words.say('waits.lead')}</p>
      {mayNote && <WaitForm known={known} />}
      {list.error !== null && <Trouble error={list.error} again={list.refetch} />}
      {list.isPending && <Loading />}
      {list.isSuccess && waits.length === 0 && <p>{words.say('waits.none')}</p>}
      <ul>
        {waits.map((wait) => (
          <WaitItem key={wait.id} wait={wait} mayDrop={mayNote} />
        ))}
      </ul>
      {list.hasNextPage && (
        <p className="more">
          <button
            type="button"
            className="button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {words.say('more')}
          </button>
        </p>
      )}
    </section>
  )
}

function WaitItem({ wait, mayDrop }: { readonly wait: ObservedWait; readonly mayDrop: boolean }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { of: charter } = useCharter()
  const { person } = useMe()
  const { id, of, channel, date, wait_ms, note, by } = wait
  const dropping = useMutation({
    mutationFn: () => call('dropObservedWait', { params: { id } }),
    onSuccess: async () => {
      announce.politely(words.say('waits.dropped'))
      await client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name === 'observed-waits' || name === 'objectives',
      })
    },
  })
  return (
    <li>
      <p>
        <strong>{amountWords({ kind: 'time', ms: wait_ms }, words)}</strong> <bdi>{of}</bdi>
        {channel !== null && <span className="quiet"> · {charter.factValue('channel', channel)}</span>}
      </p>
      {note !== '' && (
        <p className="wait-note" dir="auto">
          {note}
        </p>
      )}
      <p className="quiet">
        <time dateTime={date}>{dayWords(words.locale, date)}</time> · <bdi>{by?.name ?? '–'}</bdi>{' '}
        {mayDrop && by !== null && by.id === person?.id && (
          <button
            type="button"
            className="button plain"
            disabled={dropping.isPending}
            aria-label={words.say('waits.drop-of', { of, date: dayWords(words.locale, date) })}
            onClick={() => dropping.mutate()}
          >
            {words.say('waits.drop')}
          </button>
        )}
      </p>
      {dropping.error !== null && (
        <p role="alert" className="band broken">
          {troubleWords(dropping.error, words)}
        </p>
      )}
    </li>
  )
}
