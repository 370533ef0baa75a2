export { type PromiseFigure, publicFigures } from './public-figures.ts'
