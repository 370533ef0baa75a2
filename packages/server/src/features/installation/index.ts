export { addColleague } from './add-colleague.ts'
export { addMember, type NewMember } from './add-member.ts'
export { CHARTER_CURRENCIES, likelyCurrency } from './charter-currency.ts'
export { CHARTER_KINDS, CHARTER_TEMPLATES, type CharterTemplate, SCRATCH } from './charter-kind.ts'
export { charterOfKind, fitTemplate, templateText } from './charter-template.ts'
export { type Company, claimDesk, nameCompany } from './claim-desk.ts'
export { HOLIDAY_COUNTRIES, publicHolidays } from './public-holidays.ts'
export { publishFirst } from './publish-first.ts'
export type { DemoSignIn } from './set-up-demo.ts'
export { type Installation, type InstallationSettings, setUpInstallation } from './set-up-installation.ts'
export { defaultMailbox, lastTestMail, sendTestMail, useMailbox } from './set-up-mailbox.ts'
export {
  isUnclaimed,
  noteSetUp,
  type OpeningHours,
  readSetUp,
  SET_UP_STEPS,
  type SetUpState,
  type SetUpStep,
} from './set-up-state.ts'
