import type { WalkedStepJson } from '@avow/contract'

/** So many settled steps stand open: what was done last is what people look for. */
const OPEN = 3

interface FoldedSteps {
  /** Settled long ago. */
  readonly folded: WalkedStepJson[]
  readonly shown: WalkedStepJson[]
  /** The way led past them. */
  readonly past: WalkedStepJson[]
}

/** Long procedures keep their present step in sight: of what is settled before it only the last stand open, one alone is not folded. */
export function foldedSteps(steps: readonly WalkedStepJson[]): FoldedSteps {
  const past = steps.filter(({ state }) => state === 'passed-by')
  const way = steps.filter(({ state }) => state !== 'passed-by')
  const ahead = way.findIndex(({ settled, state }) => settled === null && state !== 'left-out')
  const settled = ahead < 0 ? way.length : ahead
  const fold = settled - OPEN > 1 ? settled - OPEN : 0
  return { folded: way.slice(0, fold), shown: way.slice(fold), past }
}
