export { suggest } from './suggest.ts'
export { suggestionHandlers } from './suggestion-handlers.ts'
