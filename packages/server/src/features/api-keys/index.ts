export { type AddedApiKey, addApiKey, type NewApiKey } from './add-api-key.ts'
export { apiKeyHandlers } from './api-key-handlers.ts'
export { hashKey } from './hash-key.ts'
export { revokeApiKey } from './revoke-api-key.ts'
