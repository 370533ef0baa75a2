import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../tools/run-command.ts'

/** Rows of its first table. */
export const ROWS = 40
/** Rows for gold customers alone, before those for everybody. */
const GOLD = 3

/** The retailer's charter, in five languages, with a table of 40 rows in its first promise. */
export function charterOfRows(): string {
  const text = readFileSync(join(ROOT, 'charters/retailer.yaml'), 'utf8')
  const channels = ['chat', 'email', 'phone', 'form', 'letter', 'counter']
  const reasons = ['damaged', 'late', 'wrong-item', 'change-of-mind', 'question', 'other']
  const rows = Array.from({ length: ROWS - 1 }, (_, row) => {
    const reason = reasons[Math.floor((row - GOLD) / channels.length) % reasons.length] ?? 'damaged'
    const tier = row < GOLD ? ', tier: gold' : ''
    return `      - { channel: ${channels[(row + channels.length - GOLD) % channels.length]}, reason: ${reason}${tier}, target: ${(row % 8) + 1} h of office }`
  })
  return text.replace(/( {4}table:\n)(?: {6}- .*\n)+?( {6}- \{ target: 8 h of office \})/, `$1${rows.join('\n')}\n$2`)
}
