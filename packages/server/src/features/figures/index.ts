export { type PromiseFigure, type PromiseFigures, publicFigures, reckonFigures } from './public-figures.ts'
