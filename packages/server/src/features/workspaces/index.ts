export { companyHandlers } from './company-handlers.ts'
export { pageLanguages } from './page-languages.ts'
export { workspaceHandlers } from './read-me.ts'
