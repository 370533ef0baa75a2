import type { Draft, Trial } from '@avow/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import { draftQueries } from './draft-queries.page.ts'

/** How often a running trial is asked after, ms. */
const ASK_EVERY = 400

/** How many past tickets what is to be approved touches, by promise and remedy: counted on the workspace's own log when asked for. */
export function PastTicketsView({ draft }: { readonly draft: Draft }) {
  const words = useWords()
  const client = useQueryClient()
  const mayDecide = useMay('charter.approve')
  const trials = useQuery({
    ...draftQueries.trials(draft.id),
    refetchInterval: ({ state }) => (latestOf(state.data?.items, draft.seq)?.state === 'running' ? ASK_EVERY : false),
  })
  const counting = useMutation({
    mutationFn: () => call('tryInReview', { params: { id: draft.id } }),
    onSettled: () => client.invalidateQueries(draftQueries.trials(draft.id)),
  })
  const trial = latestOf(trials.data?.items, draft.seq)
  const isRunning = counting.isPending || trial?.state === 'running'
  if (trial === undefined && !mayDecide) return null
  return (
    <section aria-labelledby="past-title">
      <h3 id="past-title">{words.say('review.past')}</h3>
      {counting.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(counting.error, words)}
        </p>
      )}
      {trial?.state === 'failed' && (
        <p className="band broken" role="alert">
          {words.say('trial.failed')} <bdi>{trial.trouble}</bdi>
        </p>
      )}
      <div role="status">{trial?.state === 'done' && <Touched trial={trial} />}</div>
      {mayDecide && trial?.state !== 'done' && (
        <p>
          <button type="button" className="button" disabled={isRunning} onClick={() => counting.mutate()}>
            {words.say(isRunning ? 'review.past-counting' : 'review.past-count')}
          </button>
        </p>
      )}
    </section>
  )
}

function Touched({ trial: { lines, remedies, total } }: { readonly trial: Trial }) {
  const words = useWords()
  const touched = lines.filter((line) => line.week === null && line.touched > 0)
  if (touched.length + remedies.length === 0) return <p>{words.say('review.past-none', { total })}</p>
  return (
    <ul>
      {touched.map(({ promise, touched: count, better, worse }) => (
        <li key={promise}>
          <span className="clause-id">{promise}</span> {words.say('review.past-line', { count, total, better, worse })}
        </li>
      ))}
      {remedies.map(({ remedy, touched: count }) => (
        <li key={remedy}>
          <span className="clause-id">{remedy}</span> {words.say('review.past-remedy', { count, total })}
        </li>
      ))}
    </ul>
  )
}

/** The last trial of the text as it is. */
function latestOf(trials: readonly Trial[] | undefined, seq: number): Trial | undefined {
  return trials?.find((trial) => trial.seq === seq)
}
