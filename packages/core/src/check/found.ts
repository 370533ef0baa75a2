import type { Finding, Place } from '../charter/index.ts'
import { CHECK_CODES, type CheckCode } from '../charter/index.ts'
import { givenOf, type Witness } from './witness.ts'

/** A finding of `check` with the severity that its code has in the catalogue. */
export function found(code: CheckCode, place: Place, message: string, witness?: Witness): Finding {
  const { path, line, column } = place
  const finding = { code, severity: CHECK_CODES[code].severity, message, path, line, column }
  return witness === undefined ? finding : { ...finding, witness: givenOf(witness) }
}
