import { type CalendarRules, readCalendarsFile } from '@avow/core'
import { ClockAnswers } from '../clock/clock-answers.ts'
import type { Command } from '../command.ts'
import { EXIT, Failure } from '../failure.ts'
import { linesOf } from '../input/lines-of.ts'
import { unreadable } from '../input/load-charter.ts'
import { nameOf, readText } from '../input/read-text.ts'
import type { Io } from '../io.ts'

/** Answers are written in pieces of this many characters. */
const PIECE = 64 * 1024

export const clock: Command = {
  operands: ['CHARTER-OR-CALENDARS'],
  summary: 'reckon due times and opening time for lines of standard input',
  says: [
    'Reads JSON lines from standard input and answers each in the same order with “due” (start plus add_s seconds of',
    'opening time) and “open_s” (opening seconds from start to end):',
    '',
    '  {"calendar":"office","start":"2026-12-23T15:30:00Z","add_s":3600,"end":"2026-12-28T09:00:00Z"}',
    '',
    'Calendars come from a charter, or from a JSON file of calendars. A line that cannot be answered is answered with',
    '{"error":{"code","message"}}, and the command ends with 1.',
  ].join('\n'),
  options: {},
  async run(call, io) {
    const [path = ''] = call.operands
    const answers = new ClockAnswers(await calendarsOf(path, io))
    let piece = ''
    for await (const { text } of linesOf(io.stdin)) {
      if (text.trim() === '') continue
      piece += `${answers.answer(text)}\n`
      if (piece.length < PIECE) continue
      await io.stdout.write(piece)
      piece = ''
    }
    if (piece !== '') await io.stdout.write(piece)
    return answers.failed ? EXIT.findings : EXIT.fine
  },
}

async function calendarsOf(path: string, io: Io): Promise<ReadonlyMap<string, CalendarRules>> {
  if (path === '-') throw new Failure('standard input holds the questions; name a file with the calendars')
  const text = await readText(path, io)
  const json = calendarsJson(text)
  if (json !== undefined) {
    try {
      return readCalendarsFile(json)
    } catch (error) {
      throw new Failure(`${nameOf(path)}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const { readCharter } = await import('@avow/core')
  const { document, findings } = readCharter(text)
  if (document === undefined) throw unreadable(path, findings, io)
  return new Map([...document.calendars].map(([name, { rules }]) => [name, rules]))
}

/** The parsed text where it is a file of calendars: JSON whose parts have a `tz`, or none that says `avow`. */
function calendarsJson(text: string): unknown {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof json === 'object' && json !== null && !('avow' in json) ? json : undefined
  } catch {
    return undefined
  }
}
