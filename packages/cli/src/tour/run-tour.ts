/** What `npm start` shows until there is a desk: a shop's charter checked, tested and tried on ninety days of tickets. */
import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileDraft, readCharter } from '@avow/core'
import { type Io, type Paint, paintFor, processIo } from '../io.ts'
import { main } from '../main.ts'
import { shopHistory } from './shop-history.ts'
import { worstTicket } from './worst-ticket.ts'

const END = Date.UTC(2026, 10, 21)

export interface TourOptions {
  /** The checkout, absolute. */
  readonly root: string
  /** Where history and report are written, absolute. */
  readonly out: string
  /** Show the report in the browser of this machine. */
  readonly opens: boolean
}

/** Runs the tour. Answers the exit code: 0, or the first that is not. */
export async function runTour({ root, out, opens }: TourOptions, io: Io = processIo()): Promise<number> {
  const paint = paintFor(io.stdout, io.env)
  const from = (path: string) => relative(process.cwd(), path) || path
  const charter = from(join(root, 'charters', 'retailer.yaml'))
  const history = from(join(out, 'history.jsonl'))
  const report = from(join(out, 'report.html'))
  await mkdir(out, { recursive: true })
  await writeHistory(charter, history)

  await heading(io, paint, 'A shop wrote down how it serves its customers. Is it sound?', `avow check ${charter}`)
  const checked = await main(['check', charter], io)
  if (checked > 1) return checked
  await heading(io, paint, 'Does it say what its authors meant? It brings its own examples.', `avow test ${charter}`)
  const tested = await main(['test', charter], io)
  if (tested > 1) return tested
  await heading(
    io,
    paint,
    'Ninety days of tickets: what was promised, what was kept?',
    `avow backtest ${charter} --history ${history} --report ${report}`,
  )
  const lines = join(out, 'commitments.jsonl')
  const tried = await main(['backtest', charter, '--history', history, '--out', lines, '--report', report], io)
  if (tried !== 0) return tried
  const worst = worstTicket(await readFile(lines, 'utf8'))
  if (worst !== undefined) {
    await heading(
      io,
      paint,
      'One promise that was broken, and why.',
      `avow explain ${charter} --ticket ${history} --id ${worst}`,
    )
    const explained = await main(['explain', charter, '--ticket', history, '--id', worst], io)
    if (explained !== 0) return explained
  }
  await io.stdout.write(`\n${paint('bold', 'The report:')} ${pathToFileURL(report).href}\n`)
  if (opens && canOpen(io)) open(report)
  await io.stdout.write(`Change a number in ${charter} and run any of these lines again with npx.\n`)
  return 0
}

async function heading(io: Io, paint: Paint, says: string, command: string): Promise<void> {
  await io.stdout.write(`\n${paint('bold', says)}\n${paint('dim', `$ npx ${command}`)}\n`)
}

/** Writes the made-up history as JSON lines; agents of it work by the charter's own calendars. */
async function writeHistory(charterFile: string, file: string): Promise<void> {
  const { document, data, findings } = readCharter(await readFile(charterFile, 'utf8'))
  if (document === undefined) throw new Error(findings[0]?.message ?? 'the charter cannot be read')
  const { calendars } = compileDraft({ document, data }, { asOf: END, zoneData: process.versions['tz'] ?? '' })
  const office = calendars.get('office')
  const chat = calendars.get('chat')
  if (office === undefined || chat === undefined) throw new Error('the tour needs the calendars “office” and “chat”')
  const lines: string[] = []
  for (const event of shopHistory({ office, chat })) lines.push(JSON.stringify(event))
  await writeFile(file, `${lines.join('\n')}\n`)
}

/** Is there a screen to open a browser on? */
function canOpen({ env }: Io): boolean {
  if (env['CI']) return false
  return (
    process.platform === 'darwin' || process.platform === 'win32' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
  )
}

function open(file: string): void {
  const [program, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  const child = spawn(program as string, [...args, file], { stdio: 'ignore', detached: true })
  // Where there is no such program, the address printed above does as well.
  child.on('error', () => undefined)
  child.unref()
}
