/** The command that tells the why of a ticket, with the names of the files that were read. */
import { shellWords } from '../output/shell-words.ts'
import { isPlain } from './html.ts'
import type { ReportInput } from './input.ts'

/** A longer id is no id that anyone types. */
const LONGEST_ID = 200

/** `npx avow explain …` as typed; undefined where the id is one that cannot be shown as it is. */
export function explainCommand(
  { charterFile = 'CHARTER', historyFiles = [], explainOptions = [] }: ReportInput,
  ticket: string,
): string | undefined {
  if (ticket.length > LONGEST_ID || !isPlain(ticket)) return undefined
  const [only, another] = historyFiles
  const named = historyFiles.every((file) => file !== '-')
  // Lines can be read one file after another; tables and what is packed cannot.
  const chained = another !== undefined && named && historyFiles.every((file) => file.endsWith('.jsonl'))
  const file = chained ? '-' : named && another === undefined ? (only ?? 'FILE') : 'FILE'
  const id = ticket.startsWith('-') ? [`--id=${ticket}`] : ['--id', ticket]
  const explain = shellWords(['npx', 'avow', 'explain', charterFile, '--ticket', file, ...explainOptions, ...id])
  return chained ? `${shellWords(['cat', ...historyFiles])} | ${explain}` : explain
}
