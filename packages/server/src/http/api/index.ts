export type { ApiHandlers } from './api-handlers.ts'
export { notFound } from './not-found.ts'
export { readJson } from './read-json.ts'
export { API, registerApi } from './register-api.ts'
