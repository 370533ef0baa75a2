import type { StoreOptions } from '../../db/index.ts'

/** What the thread of a trial is given. */
export interface TrialWork {
  readonly connection: StoreOptions['connection']
  readonly workspace: string
  /** Id of the trial. */
  readonly trial: string
  /** The draft as it stood. */
  readonly source: string
  readonly zoneData: string
  /** When the trial was begun, by the database's clock, UTC ms: the log is judged as of then. */
  readonly asOf: number
}
