/** Who lets us in to mailboxes without a password: known to the whole of a server from its start. */
export {
  type ConsentClient,
  type ConsentProvider,
  KNOWN_CONSENTS,
  readConsentProviders,
} from './consent-provider.ts'
