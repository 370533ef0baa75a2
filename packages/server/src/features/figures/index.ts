export {
  type ClosedCounts,
  type ClosedFigure,
  closedFigures,
  type FigureCorrection,
  shareOf,
} from './closed-figures.ts'
export type { PromiseFigure } from './count-stored.ts'
export { type Frozen, freezeFigures } from './freeze-figures.ts'
export { type PromiseFigures, publicFigures, reckonFigures } from './public-figures.ts'
