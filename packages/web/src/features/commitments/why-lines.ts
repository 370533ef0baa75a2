import { type Commitment, type Reason, readTarget } from '@avow/contract'
import { lengthsOf } from '../../messages/lengths.ts'
import type { Words } from '../../messages/make-words.ts'
import type { Moments } from '../../time/moments.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { cancelWords } from './standing-words.ts'

/** What the lines of a why are said with. */
export interface WhyContext {
  readonly words: Words
  readonly moments: Moments
  readonly of: CharterWords
}

/** Lines that are the table of the reckoning: its spans and their sum. */
const RECKONED: ReadonlySet<string> = new Set(['counted', 'closed', 'more', 'sum'])

/** Whether a line belongs to the table of spans. */
export function isReckoned({ code, to }: Reason): boolean {
  return RECKONED.has(code) || (code === 'paused' && to !== null)
}

/** One line of a why in the reader's language; a code that the desk does not know yet is said in English. */
export function whyLine(reason: Reason, one: Commitment, { words, moments, of }: WhyContext): string {
  const { code, data } = reason
  const [from, to] = [instant(reason.from), instant(reason.to)]
  const time = from === null ? '–' : moments.full(from)
  const due = one.due === null ? '–' : moments.full(Date.parse(one.due))
  switch (code) {
    case 'started':
      return startedLine(one, time, words, of)
    case 'row':
      return words.say('why.row', { row: Number(data['row']), target: of.target(String(data['target'] ?? one.target)) })
    case 'amended':
      return words.say('why.amended', {
        crisis: String(data['crisis']),
        target: of.target(String(data['target'])),
        usual: of.target(String(data['usual'])),
      })
    case 'target':
    case 'row-fixed':
    case 'row-kept':
    case 'told':
    case 'put-off':
    case 'reopened':
    case 'reopened-late':
    case 'reopening-undone':
    case 'silent-solve':
      return words.say(`why.${code}`, { time })
    case 'settled-first': {
      const first = one.why.find((line) => line.code === 'settled-first')
      return words.say(reason === first ? 'why.settled-first' : 'why.settled-again', { time })
    }
    case 'paused':
      return words.say('why.paused-now')
    case 'dates':
      return datesLine(reason, one, { words, moments, of })
    case 'row-changed': {
      const row = Number(data['row'])
      return row > 0 ? words.say('why.row-changed', { time, row }) : words.say('why.no-row', { time })
    }
    case 'rows-passed-over':
      return words.say('why.rows-passed-over', {
        count: Number(data['count']),
        rows: words.list(
          String(data['rows'])
            .split(', ')
            .map((row) => words.number(Number(row))),
        ),
        row: Number(data['row']),
      })
    case 'pause-not-counted':
      return words.say(data['what'] === 'on-hold' ? 'why.on-hold-not-counted' : 'why.pause-not-counted', { time })
    case 'kept':
      return words.say('why.kept', { done: time, due })
    case 'broken':
      return words.say(isReopened(one) ? 'why.broken-again' : 'why.broken', { due: time })
    case 'fulfilled-late':
      return words.say(isReopened(one) ? 'why.fulfilled-last' : 'why.fulfilled-late', {
        due: time,
        done: to === null ? '–' : moments.full(to),
        length: lengthsOf(words).wall((to ?? 0) - (from ?? 0)),
      })
    case 'cancelled':
      return words.say('why.cancelled', { time, reason: cancelWords(String(data['reason'] ?? one.reason), words) })
    case 'running':
      return words.say('why.running', { due: time })
    case 'unsure':
      return words.say('why.unsure', { problem: String(data['problem']) })
    default:
      return reason.text
  }
}

function startedLine(one: Commitment, time: string, words: Words, of: CharterWords): string {
  const preset = words.sayCode(`why.started.${one.clock}`, { time })
  if (preset !== undefined) return preset
  const [from = '', until = ''] = one.clock.replace(/^from /, '').split(/ until | … /)
  const values = { time, from: of.event(from), until: of.event(until) }
  return one.key === ''
    ? words.say('why.started.declared', values)
    : words.say('why.started.keyed', { ...values, key: one.key })
}

function datesLine({ from, to, data }: Reason, one: Commitment, { words, moments, of }: WhyContext): string {
  const [start, end] = [Date.parse(from ?? one.start), Date.parse(to ?? one.due ?? one.start)]
  const values = { target: of.target(one.target), date: moments.date(start) }
  if (readTarget(one.target)?.kind === 'working-days')
    return words.say('why.working-days', { ...values, time: moments.full(end) })
  const last = moments.date(end - 1)
  const moved = Number(data['moved'] ?? 0)
  return moved > 0
    ? words.say('why.dates-moved', { ...values, last, count: moved })
    : words.say('why.dates', { ...values, last })
}

function isReopened({ why }: Commitment): boolean {
  return why.some(({ code }) => code === 'reopened' || code === 'reopened-late')
}

function instant(text: string | null): number | null {
  return text === null ? null : Date.parse(text)
}
