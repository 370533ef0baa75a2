export { createSweeper, type Sweeper, type SweeperOptions } from './sweeper.ts'
