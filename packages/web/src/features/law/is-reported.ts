import { lawRow } from '@avow/core'

/** Whether what a row's law does is only reported: nobody confirmed the row in the official text, or it is not known. */
export function isReported(row: string): boolean {
  return lawRow(row)?.status !== 'V'
}
