/** People of the desk answer from their own mail programs: what they are mailed, and what becomes of what they write back. */
export { findSignedAddresses, type SignedAddress } from './find-signed-address.ts'
export { type StaffMail, type StaffOutcome, settleStaffMail } from './settle-staff-mail.ts'
export { tellOfMessages } from './tell-of-messages.ts'
