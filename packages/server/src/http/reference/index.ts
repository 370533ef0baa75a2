export { type About, openApi } from './openapi.ts'
export { registerReference } from './register-reference.ts'
