export { beginConsent, wayBack } from './begin-consent.ts'
export { keepConsent } from './consent.ts'
export { finishConsent } from './finish-consent.ts'
export { type ConsentDesk, doubtToken, freshToken, signInNow } from './fresh-token.ts'
