/** Our figures against those that an objective aims at, and against those of others (SPEC M12). */

/** A share in percent, or a length of time in ms. */
export type Amount =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'time'; readonly ms: number }

/** `by` is ours − theirs: in percentage points of shares, in ms of times. */
export interface Gap {
  readonly kind: Amount['kind']
  readonly by: number
  /** Who is better by it: of times the shorter one, of shares the larger. */
  readonly better: 'ours' | 'theirs' | 'neither'
}

/** A share in percent has at most six decimals, as charters write it. */
const STEPS_OF_PERCENT = 1_000_000

/** How many of how many, in percent; undefined of none. */
export function percentOf(count: number, all: number): Amount | undefined {
  return all === 0 ? undefined : { kind: 'percent', percent: rounded((100 * count) / all) }
}

/** A length of time in whole ms; undefined where there is none. */
export function timeOfMs(ms: number | null): Amount | undefined {
  return ms === null ? undefined : { kind: 'time', ms: Math.round(ms) }
}

/** How far two figures of one kind lie apart; undefined for a share against a time. */
export function benchmarkGap(ours: Amount, theirs: Amount): Gap | undefined {
  if (ours.kind === 'percent' && theirs.kind === 'percent') {
    const by = rounded(ours.percent - theirs.percent)
    return { kind: 'percent', by, better: by > 0 ? 'ours' : by < 0 ? 'theirs' : 'neither' }
  }
  if (ours.kind === 'time' && theirs.kind === 'time') {
    const by = ours.ms - theirs.ms
    return { kind: 'time', by, better: by < 0 ? 'ours' : by > 0 ? 'theirs' : 'neither' }
  }
  return undefined
}

/** Whether a figure is as good as the one aimed at; undefined for a share against a time. */
export function isReached(figure: Amount, target: Amount): boolean | undefined {
  const gap = benchmarkGap(figure, target)
  return gap === undefined ? undefined : gap.better !== 'theirs'
}

/** Without the sign that a zero may have. */
function rounded(percent: number): number {
  return Math.round(percent * STEPS_OF_PERCENT) / STEPS_OF_PERCENT + 0
}
