/** The way out of the company that the law opens, and that the charter names for nobody. */
import type { CharterDocument, Finding } from '../../charter/index.ts'
import { lawRowsFor } from '../../law/index.ts'
import { found } from '../words/found.ts'

/**
 * The rows that bind the charter and send the customer to a dispute body when their time is over, a limit or none: the
 * charter names one under `dispute body`, which then stands behind the last step wherever customers and staff read on.
 * Rows that are off ask nothing.
 */
export function checkDisputeBody({ law }: CharterDocument): Finding[] {
  if (law === undefined || law.disputeBody !== undefined) return []
  const off = new Set(law.off.map(({ row }) => row))
  const laws = lawRowsFor(law.jurisdictions, law.sectors)
    .filter(({ id, consequence }) => consequence?.kind === 'dispute-body' && !off.has(id))
    .map(({ id }) => id)
  return laws.length === 0 ? [] : [found('dispute-body-missing', law.place, { laws, count: laws.length })]
}
