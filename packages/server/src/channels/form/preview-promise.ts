import { type Commitment, type CompiledCharter, type CompiledPromise, decide, type FactValue } from '@avow/core'
import { isPublicRow } from '../../site/charter/public-charter.ts'

/** What is promised to somebody who writes in, and by when (UTC ms). */
export interface PromisedAnswer {
  readonly promise: CompiledPromise
  readonly commitment: Commitment
  readonly due: number
}

/**
 * What the charter would promise for a request that came in now by the form, the first answer before all, then by when it
 * is due, for these facts. Those that are not known yet are unknown to it.
 */
export function previewPromises(
  charter: CompiledCharter | undefined,
  now: number,
  told: Readonly<Record<string, FactValue>> = {},
): readonly PromisedAnswer[] {
  if (charter === undefined) return []
  const channel = charter.facts.get('channel')?.type
  const isForm = channel?.kind === 'choice' && channel.values.includes('form')
  const facts = { ...told, ...(isForm ? { channel: 'form' } : {}) }
  const created = { ticket: 'preview', type: 'ticket.created', at: now, recorded: now, by: 'customer', facts } as const
  return publicPromised(charter, decide(charter, [created], now).commitments)
}

/** Of commitments, the public ones that are still running, in the order in which they are told. */
export function publicPromised(
  charter: CompiledCharter,
  commitments: readonly Commitment[],
): readonly PromisedAnswer[] {
  const promised = commitments.flatMap((commitment): PromisedAnswer[] => {
    const promise = charter.promises.find(({ id }) => id === commitment.promise)
    const { due, state, row } = commitment
    if (promise === undefined || due === null || state !== 'running') return []
    return isPublicRow(charter, promise.id, row) ? [{ promise, commitment, due }] : []
  })
  const rank = ({ promise }: PromisedAnswer) => (promise.clock.kind === 'first-response' ? 0 : 1)
  return promised.sort((a, b) => rank(a) - rank(b) || a.due - b.due)
}
