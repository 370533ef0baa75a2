export { type ByConsent, type MailAccount, readSignIn, type StoredSignIn } from './account.ts'
export { accountToSet } from './account-to-set.ts'
export { passwordMissing, refuseBarePassword } from './bare-password.ts'
export { fetchNow } from './fetch-now.ts'
export { type KeptFailure, keptFailure } from './kept-failure.ts'
export { knowAgain } from './know-again.ts'
export {
  AccountLost,
  giveAccountBack,
  keepPlace,
  type LeasedAccount,
  leaseAccounts,
  noteFetched,
  renewLease,
} from './lease-accounts.ts'
export { type AccountState, listMailAccounts } from './list-accounts.ts'
export { notePlus, type Plus } from './plus.ts'
export { keepReconciliation, keptUids, noteNumber, type Reconciliation } from './reconciliation.ts'
export { removeMailAccount, setMailAccount } from './set-account.ts'
export { tryMailAccount } from './try-account.ts'
