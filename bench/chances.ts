/** Draws by a small generator of our own, so that a seed gives the same on every machine. */
export interface Draw {
  /** Evenly from 0 to below 1. */
  readonly share: () => number
  readonly happens: (chance: number) => boolean
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** The wait for something that comes once in a unit of time: exponential, mean 1. */
  readonly waiting: () => number
  /** Normal, mean 0, deviation 1. */
  readonly normal: () => number
}

/** mulberry32 */
export function chances(seed: number): Draw {
  let state = Math.imul(seed, 0x9e3779b1) | 0
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(share() * count)
  return {
    share,
    below,
    happens: (chance) => share() < chance,
    pick: (from) => {
      const found = from[below(from.length)]
      if (found === undefined) throw new RangeError('there is nothing to pick from')
      return found
    },
    waiting: () => -Math.log(1 - share()),
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
  }
}
