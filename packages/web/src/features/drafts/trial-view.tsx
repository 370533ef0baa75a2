import type { Draft, Trial } from '@avow/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Nothing, troubleWords } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import type { DraftEngine } from './draft-engine.page.ts'
import { useStudio } from './studio-context.tsx'
import { TrialTable } from './trial-table.tsx'

/** How often a running trial is asked after, ms. */
const ASK_EVERY = 400

/** The draft tried on the workspace’s own tickets: what would have been kept and broken. */
export function TrialView({ draft, engine }: { readonly draft: Draft; readonly engine: DraftEngine }) {
  const words = useWords()
  const { findings } = useStudio()
  const mayTry = useMay('charter.write')
  const [started, setStarted] = useState<Trial>()
  const starting = useMutation({
    mutationFn: async () => {
      await engine.flush()
      return call('startTrial', { params: { id: draft.id } })
    },
    onSuccess: setStarted,
  })
  const { data } = useQuery({
    queryKey: ['trial', draft.id, started?.id],
    queryFn: ({ signal }) => call('readTrial', { params: { id: draft.id, trial: started?.id ?? '' }, signal }),
    enabled: started !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'running' || state.data === undefined ? ASK_EVERY : false),
  })
  const trial = data ?? started
  const isRunning = starting.isPending || trial?.state === 'running'
  const isFaulty = findings.some(({ severity }) => severity === 'error')
  return (
    <section className="trial" aria-labelledby="trial-title">
      <h2 id="trial-title">{words.say('trial.title')}</h2>
      <p className="band">{words.say('trial.history')}</p>
      {mayTry && (
        <p>
          <button
            type="button"
            className="button main"
            disabled={isRunning || isFaulty}
            onClick={() => starting.mutate()}
          >
            {words.say(trial === undefined ? 'trial.start' : 'trial.again')}
          </button>{' '}
          {isFaulty && <span className="quiet">{words.say('trial.faulty')}</span>}
        </p>
      )}
      {starting.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(starting.error, words)}
        </p>
      )}
      {trial?.state === 'running' && (
        <p className="progress" role="status">
          <progress max={Math.max(trial.total, 1)} value={trial.done} aria-label={words.say('trial.progress')} />{' '}
          {words.say('trial.so-far', { done: trial.done, total: trial.total })}
        </p>
      )}
      {trial?.state === 'failed' && (
        <p className="band broken" role="alert">
          {words.say('trial.failed')} <bdi>{trial.trouble}</bdi>
        </p>
      )}
      {trial?.state === 'done' &&
        (trial.lines.length === 0 ? (
          <Nothing title={words.say('trial.nothing')}>{words.say('trial.nothing-hint')}</Nothing>
        ) : (
          <TrialTable draft={draft.id} trial={trial} isOld={trial.seq !== engine.current().sync.seq} />
        ))}
    </section>
  )
}
