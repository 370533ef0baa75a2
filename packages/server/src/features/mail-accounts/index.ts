export type { MailAccount } from './account.ts'
export { accountToSet } from './account-to-set.ts'
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
export { removeMailAccount, setMailAccount } from './set-account.ts'
export { tryMailAccount } from './try-account.ts'
