import type { EditPath } from '@avow/core'
import type { Fields } from './charter-data.ts'

/** A calendar that gets holidays. */
export interface HolidaysFor {
  readonly path: EditPath
  readonly calendar: Fields
  readonly onClose: () => void
}
