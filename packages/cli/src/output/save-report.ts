import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { EventColumns } from '@avow/core'
import { writeFailure } from '../input/read-text.ts'
import type { Io } from '../io.ts'
import { reportHtml } from '../report/index.ts'
import type { Backtested } from './backtest-text.ts'

export interface ReportFile {
  readonly path: string
  /** As typed. */
  readonly charter: string
  /** The histories, as typed. */
  readonly histories: readonly string[]
  /** Show it in the browser of this machine. */
  readonly opens: boolean
  /** The command as typed, for the page's hints, and the options that `avow explain` needs too. */
  readonly command: string
  readonly explainOptions: readonly string[]
}

/** Writes the report of a backtest as one HTML file. Throws Failure where it cannot be written. */
export async function saveReport(
  file: ReportFile,
  { charter, now, account }: Backtested,
  columns: EventColumns,
  io: Io,
): Promise<void> {
  const { path, histories, opens, command, explainOptions } = file
  const { read, used, skipped } = account
  const files = histories.map((history) => (history === '-' ? 'standard input' : basename(history)))
  const page = reportHtml({
    charter,
    columns,
    now,
    madeAt: io.now(),
    account: { files, read, used, skipped },
    command,
    charterFile: file.charter,
    historyFiles: histories,
    explainOptions,
  })
  try {
    await writeFile(path, page)
  } catch (error) {
    throw writeFailure(path, error)
  }
  await io.stderr.write(`${path} written\n`)
  if (opens) openInBrowser(path)
}

function openInBrowser(path: string): void {
  const [program, args] = OPENERS[process.platform] ?? ['xdg-open', []]
  const child = spawn(program, [...args, path], { stdio: 'ignore', detached: true })
  // Where there is no such program, the path that was printed does as well.
  child.on('error', () => undefined)
  child.unref()
}

const OPENERS: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  darwin: ['open', []],
  win32: ['cmd', ['/c', 'start', '']],
}
