import { type Commitment, type CompiledCharter, type CompiledPromise, decide } from '@avow/core'
import { isPublicRow } from '../../site/charter/public-charter.ts'

/** What is promised to somebody who writes in, and by when (UTC ms). */
export interface PromisedAnswer {
  readonly promise: CompiledPromise
  readonly commitment: Commitment
  readonly due: number
}

/**
 * What the charter would promise for a request that came in now by the form: the first answer, else what is due first.
 * Facts that are not known yet are unknown to it. Undefined where nothing public has a time.
 */
export function previewPromise(charter: CompiledCharter | undefined, now: number): PromisedAnswer | undefined {
  if (charter === undefined) return undefined
  const channel = charter.facts.get('channel')?.type
  const facts = channel?.kind === 'choice' && channel.values.includes('form') ? { channel: 'form' } : {}
  const created = { ticket: 'preview', type: 'ticket.created', at: now, recorded: now, by: 'customer', facts } as const
  return firstPromise(charter, decide(charter, [created], now).commitments)
}

/** Of commitments still running, the public one that is told first. */
export function firstPromise(charter: CompiledCharter, commitments: readonly Commitment[]): PromisedAnswer | undefined {
  const promised = commitments.flatMap((commitment): PromisedAnswer[] => {
    const promise = charter.promises.find(({ id }) => id === commitment.promise)
    const { due, state, row } = commitment
    if (promise === undefined || due === null || state !== 'running') return []
    return isPublicRow(charter, promise.id, row) ? [{ promise, commitment, due }] : []
  })
  const rank = ({ promise }: PromisedAnswer) => (promise.clock.kind === 'first-response' ? 0 : 1)
  return promised.sort((a, b) => rank(a) - rank(b) || a.due - b.due)[0]
}
