export { keepKey } from './keep-key.ts'
export { mailKeyHandlers } from './mail-key-handlers.ts'
export { signingKeys } from './signing-keys.ts'
