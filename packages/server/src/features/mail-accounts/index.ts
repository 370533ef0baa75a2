export type { MailAccount } from './account.ts'
export {
  AccountLost,
  giveAccountBack,
  keepPlace,
  type LeasedAccount,
  leaseAccounts,
  noteFetched,
  renewLease,
} from './lease-accounts.ts'
export { removeMailAccount, setMailAccount } from './set-account.ts'
