import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type CharterSource, type CompiledCharter, compareBacktests, backtest as runBacktest } from '@avow/core'
import type { Call, Command } from '../command.ts'
import { EXIT, UsageFailure } from '../failure.ts'
import { instantOption } from '../input/instant-option.ts'
import { compileFor, loadCharter } from '../input/load-charter.ts'
import { type LoadedHistories, loadHistories } from '../input/load-histories.ts'
import { noEventFailure } from '../input/no-event.ts'
import { writeFailure } from '../input/read-text.ts'
import { vocabularyOf } from '../input/vocabulary.ts'
import { type Io, paintFor } from '../io.ts'
import { backtestJson } from '../output/backtest-json.ts'
import { type Backtested, backtestText } from '../output/backtest-text.ts'
import { CommitmentFile } from '../output/commitment-file.ts'
import { inputAccount } from '../output/input-account.ts'
import { jsonText } from '../output/json-text.ts'
import { Progress } from '../output/progress.ts'
import { shellWords } from '../output/shell-words.ts'

export const backtest: Command = {
  operands: ['CHARTER'],
  summary: 'try a charter on past tickets: what would have been kept and broken',
  says: [
    'Judges every ticket of a history by a charter and counts what was kept and broken. Every line that was read is',
    'accounted for. Histories are JSON lines, or tables of another system with --map; .gz too, - for standard input.',
  ].join('\n'),
  options: {
    history: { kind: 'list', value: 'FILE…', says: 'the histories, one or more files' },
    map: { kind: 'text', value: 'MAP', says: 'how to read tables (CSV); *.jsonl are read without it' },
    against: { kind: 'text', value: 'OLD', says: 'another charter, to see what would have come out differently' },
    at: {
      kind: 'text',
      value: 'INSTANT',
      says: 'judge as of then; as of the last instant in the history where left out',
    },
    out: { kind: 'text', value: 'FILE', says: 'write a JSON line for each commitment, - for standard output' },
    report: { kind: 'text', value: 'FILE.html', says: 'write a report that opens in a browser' },
    open: { kind: 'flag', says: 'open the report' },
    json: { kind: 'flag', says: 'the figures for programs' },
  },
  async run(call, io) {
    const paths = call.list('history')
    if (paths.length === 0) throw new UsageFailure('--history FILE… is missing: the past tickets to try the charter on')
    if (call.text('out') === '-' && call.has('json'))
      throw new UsageFailure('--out - and --json both want standard output; write one of them to a file')
    if (call.has('open') && call.text('report') === undefined)
      throw new UsageFailure('--open opens the report; say where to write it with --report FILE.html')
    const at = instantOption(call)
    // Known at once, rather than after minutes of reading.
    for (const option of ['out', 'report']) await needFolder(call.text(option))
    const source = await loadCharter(call.operands[0] ?? '', io)
    const oldPath = call.text('against')
    const old = oldPath === undefined ? undefined : await loadCharter(oldPath, io)
    const start = performance.now()
    const loaded = await load(paths, call, [source, ...(old === undefined ? [] : [old])], io)
    const now = at ?? loaded.lines.until
    if (now === null) throw await noEventFailure(paths, loaded.lines.unreadable.first[0]?.message, io)
    const read = performance.now()
    const charter = compileFor(source, now, loaded.lines.from ?? now)
    const result = await judge(charter, loaded, now, call.text('out'), io)
    const judged = performance.now()
    const seconds = { all: (judged - start) / 1000, reading: (read - start) / 1000, judging: (judged - read) / 1000 }
    const compared =
      old === undefined
        ? undefined
        : compareBacktests(compileFor(old, now, loaded.lines.from ?? now), charter, loaded.columns, { now })
    const account = inputAccount(loaded)
    const done: Backtested = {
      charter,
      now,
      result,
      account,
      seconds,
      ...(compared === undefined ? {} : { against: { path: oldPath ?? '', promises: compared } }),
    }
    const summary = call.text('out') === '-' ? io.stderr : io.stdout
    await summary.write(call.has('json') ? jsonText(backtestJson(done)) : backtestText(done, paintFor(summary, io.env)))
    const report = call.text('report')
    if (report === undefined) return EXIT.fine
    const { saveReport } = await import('../output/save-report.ts')
    const file = {
      path: report,
      charter: call.operands[0] ?? '',
      histories: paths,
      opens: call.has('open'),
      command: commandText(call),
      explainOptions: readingOptions(call),
    }
    await saveReport(file, done, loaded.columns, io)
    return EXIT.fine
  },
}

/** Throws Failure where the folder of a file to be written is missing. */
async function needFolder(path: string | undefined): Promise<void> {
  if (path === undefined || path === '-') return
  try {
    await access(dirname(path))
  } catch (error) {
    throw writeFailure(path, error)
  }
}

async function load(
  paths: readonly string[],
  call: Call,
  sources: readonly CharterSource[],
  io: Io,
): Promise<LoadedHistories> {
  const vocabulary = vocabularyOf(sources.map(({ document }) => document))
  const progress = new Progress('Reading', io)
  try {
    return await loadHistories(
      { paths, mapPath: call.text('map'), asOf: instantOption(call), vocabulary },
      io,
      (done, total) => progress.update(done, total),
    )
  } finally {
    await progress.end()
  }
}

async function judge(
  charter: CompiledCharter,
  { columns }: LoadedHistories,
  now: number,
  out: string | undefined,
  io: Io,
): Promise<Backtested['result']> {
  const progress = new Progress('Judging', io)
  const file = out === undefined ? undefined : new CommitmentFile(out)
  const result = runBacktest(charter, columns, {
    now,
    onProgress: (done, total) => progress.update(done, total),
    ...(file === undefined ? {} : { onCommitment: (line) => file.add(line) }),
  })
  await progress.end()
  await file?.end(io.stdout)
  return result
}

/** The call as one would type it, without what concerns this run's files alone. */
function commandText(call: Call): string {
  const files = [...call.operands, '--history', ...call.list('history')]
  return shellWords(['npx', 'avow', 'backtest', ...files, ...readingOptions(call)])
}

/** The options by which a history is read and judged, as typed. */
function readingOptions(call: Call): readonly string[] {
  return ['map', 'at'].flatMap((name) => {
    const value = call.text(name)
    return value === undefined ? [] : [`--${name}`, value]
  })
}
