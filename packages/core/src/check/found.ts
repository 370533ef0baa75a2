import { CHECK_CODES, type CheckCode } from '../charter/check-codes.ts'
import type { Place } from '../charter/document.ts'
import type { Finding } from '../charter/finding.ts'

/** A finding of `check` with the severity that its code has in the catalogue. */
export function found(code: CheckCode, place: Place, message: string, witness?: object): Finding {
  const { path, line, column } = place
  const finding = { code, severity: CHECK_CODES[code].severity, path, line, column, message }
  return witness === undefined ? finding : { ...finding, witness: { ...witness } }
}
