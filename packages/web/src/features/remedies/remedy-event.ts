import type { Entry } from '@avow/contract'
import type { Words } from '../../messages/make-words.ts'
import type { Money } from '../charters/money.ts'
import { remedyWords } from './remedy-words.ts'

/** An event of a remedy with what it stands on and its reason; undefined for one that the desk does not know. */
export function remedyEventWords(
  type: string,
  fields: Entry['fields'],
  reason: string | null,
  words: Words,
): string | undefined {
  const [clause, backedBy, bend] = [fields['clause'], fields['backed_by'], fields['bend']]
  const what = remedyWords({ remedy: String(fields['remedy'] ?? ''), amount: moneyOf(fields['amount']) }, words)
  const backing = [clause, ...(Array.isArray(backedBy) ? backedBy : [])].filter((one) => typeof one === 'string')
  const clauses = words.list([...new Set(backing)])
  const said = words.sayCode(`event.${type}${bend === true && type === 'remedy.granted' ? '-kindly' : ''}`, {
    what,
    clauses,
  })
  if (said === undefined || reason === null || reason === '') return said
  return words.say('event.remedy.because', { what: said, reason })
}

function moneyOf(value: unknown): Money | null {
  if (typeof value !== 'object' || value === null || !('minor' in value) || !('currency' in value)) return null
  const { minor, currency } = value
  return typeof minor === 'number' && typeof currency === 'string' ? { minor, currency } : null
}
