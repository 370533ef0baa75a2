export { type GivenRemedy, givenRemedies } from './given-remedies.ts'
export { remedyHandlers } from './remedy-handlers.ts'
export { givenSince } from './share-of-grants.ts'
