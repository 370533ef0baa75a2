import type { Breach, Commitment, Reason } from '@avow/contract'

/** A broken commitment as its line is drawn: what its segments say of the calendar and of pauses stands for its why. */
export function lineOf({ commitment, segments }: Pick<Breach, 'commitment' | 'segments'>): Commitment {
  const why: Reason[] = []
  for (const { kind, from, to } of segments) {
    const code = kind === 'paused' || kind === 'closed' ? kind : 'counted'
    const last = why.at(-1)
    // Who had the ticket is no matter of the line: neighbours that count are one.
    if (last?.code === code && last.to === from) why[why.length - 1] = { ...last, to }
    else why.push({ code, text: '', from, to, counted_ms: null, data: {} })
  }
  return { ...commitment, why }
}
