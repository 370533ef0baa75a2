import { importMail } from '../src/jobs/mail-import/index.ts'
import { type ChildPlace, failpoint, openChildDesk } from './child-desk.ts'

/**
 * A process that imports mail as `avow import mail` does, and kills itself at the step that AVOW_FAILPOINT names
 * (`step:count`, the count-th time), where it names one. Says what came of it.
 */
export interface ImportChildOptions extends ChildPlace {
  readonly workspace: string
  readonly mailbox: string
  readonly address: string
  readonly paths: readonly string[]
}

const { connection, folder, ...wanted } = JSON.parse(process.argv[2] ?? '') as ImportChildOptions
const desk = await openChildDesk({ connection, folder })
const tally = await importMail(desk, { ...wanted, onStep: failpoint() })
await desk.store.close()
console.log(JSON.stringify(tally))
