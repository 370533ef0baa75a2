import {
  type Change,
  type CharterSource,
  type ClauseDifference,
  type CompiledCharter,
  type DifferencePart,
  type DifferenceWitness,
  diffCharters,
  parseInstant,
  sayInstant,
  touchedTickets,
  type Zone,
} from '@avow/core'
import type { Call, Command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { instantOption } from '../input/instant-option.ts'
import { compileFor, loadCharter } from '../input/load-charter.ts'
import { loadHistories } from '../input/load-histories.ts'
import { noEventFailure } from '../input/no-event.ts'
import { vocabularyOf } from '../input/vocabulary.ts'
import { type Io, type Paint, paintFor, type Style } from '../io.ts'
import { counted, thousands } from '../output/counted.ts'
import { escalationStepText } from '../output/escalation-step-text.ts'
import { jsonText } from '../output/json-text.ts'
import { Progress } from '../output/progress.ts'
import { ticketText } from '../output/ticket-text.ts'

const MINUTE = 60_000

export const diff: Command = {
  operands: ['OLD', 'NEW'],
  summary: 'compare two charters clause by clause: stricter, looser, changed, same',
  says: [
    'Compares two charters clause by clause in plain words, promises and remedies exactly: for whom each is stricter or',
    'looser, with a ticket that shows it; and whether customers get less or more by it. Clauses are matched by their ids.',
  ].join('\n'),
  options: {
    json: { kind: 'flag', says: 'the differences for programs' },
    history: { kind: 'list', value: 'FILE…', says: 'past tickets: how many of them each promise and remedy touches' },
    map: { kind: 'text', value: 'MAP', says: 'how to read tables (CSV); *.jsonl are read without it' },
    at: { kind: 'text', value: 'INSTANT', says: 'compare for tickets from then on; from now on where left out' },
  },
  async run(call, io) {
    const [oldPath = '', newPath = ''] = call.operands
    // Whole minutes read more easily.
    const asOf = instantOption(call) ?? Math.floor(io.now() / MINUTE) * MINUTE
    const [old, fresh] = [await loadCharter(oldPath, io), await loadCharter(newPath, io)]
    const [before, after] = [compileFor(old, asOf), compileFor(fresh, asOf)]
    const differences = diffCharters(before, after, asOf)
    const past = await pastOf(call, [old, fresh], io)
    const told = differences.map((difference): Told => {
      const touched = past?.touched.get(difference.id)
      return touched === undefined || difference.change === 'same' ? difference : { ...difference, touched }
    })
    const text = call.has('json') ? jsonText(told) : asText(told, { before, after, tickets: past?.tickets ?? 0 }, io)
    await io.stdout.write(text)
    return EXIT.fine
  },
}

/** A difference, and how many past tickets it touches, where a history was given and tickets are judged by the clause. */
type Told = ClauseDifference & { readonly touched?: number }

interface Past {
  readonly tickets: number
  /** By the clause's id. */
  readonly touched: ReadonlyMap<string, number>
}

/** The past tickets that the differences touch, as of the last instant of the history; undefined without one. */
async function pastOf(
  call: Call,
  [old, fresh]: readonly [CharterSource, CharterSource],
  io: Io,
): Promise<Past | undefined> {
  const paths = call.list('history')
  if (paths.length === 0) return undefined
  const vocabulary = vocabularyOf([old.document, fresh.document])
  const progress = new Progress('Reading', io)
  const files = { paths, mapPath: call.text('map'), asOf: undefined, vocabulary }
  const { columns, lines } = await loadHistories(files, io, (done, total) => progress.update(done, total)).finally(() =>
    progress.end(),
  )
  const now = lines.until
  if (now === null) throw await noEventFailure(paths, lines.unreadable.first[0]?.message, io)
  const from = lines.from ?? now
  const [before, after] = [compileFor(old, now, from), compileFor(fresh, now, from)]
  return { tickets: columns.tickets.length, touched: touchedTickets(before, after, columns, { now }) }
}

const STYLES: Readonly<Record<Change, Style>> = {
  same: 'dim',
  stricter: 'green',
  looser: 'red',
  changed: 'yellow',
  added: 'cyan',
  removed: 'magenta',
}

interface Compared {
  readonly before: CompiledCharter
  readonly after: CompiledCharter
  /** Past tickets. */
  readonly tickets: number
}

function asText(differences: readonly Told[], compared: Compared, io: Io): string {
  const { zone } = compared.after
  const paint = paintFor(io.stdout, io.env)
  const told = differences.filter(({ change }) => change !== 'same')
  const same = differences.filter(({ change }) => change === 'same').map(({ id }) => id)
  const names = Math.max(0, ...told.map((difference) => nameOf(difference).length))
  const lines = told.flatMap((difference) => [
    `${paint('bold', nameOf(difference).padEnd(names))}  ${paint(STYLES[difference.change], difference.change)}${getsText(difference)}${touchedText(difference, compared.tickets)}`,
    ...difference.parts.flatMap((part) => partLines(part, zone, paint)),
    ...stepLines(difference, compared),
  ])
  if (same.length > 0) lines.push(paint('dim', `same: ${same.join(', ')}`))
  lines.push(told.length === 0 ? 'no difference' : counted(told.length, 'difference'))
  return `${lines.join('\n')}\n`
}

/** What customers get by it, where “stricter” and “looser” do not say it already. */
function getsText({ change, customers }: ClauseDifference): string {
  if (customers === undefined || change === 'stricter' || change === 'looser') return ''
  return `, customers get ${customers === 'both' ? 'less and more' : customers}`
}

function touchedText({ touched }: Told, tickets: number): string {
  return touched === undefined ? '' : `, touches ${thousands(touched)} of ${counted(tickets, 'past ticket')}`
}

function nameOf({ kind, id }: ClauseDifference): string {
  return kind === 'charter' ? 'charter' : `${kind} ${id}`
}

/** The steps of an escalation that is only in one of the two charters. */
function stepLines({ kind, id, change }: ClauseDifference, { before, after }: Compared): readonly string[] {
  if (kind !== 'escalation' || (change !== 'added' && change !== 'removed')) return []
  const { document } = change === 'added' ? after : before
  const clause = document.escalation.find((one) => one.id === id)
  return (clause?.steps ?? []).map((step, index) => `    ${index + 1}. ${escalationStepText(step)}`)
}

function partLines({ text, witness }: DifferencePart, zone: Zone, paint: Paint): readonly string[] {
  return [`  ${text}`, ...(witness === undefined ? [] : [paint('dim', `    ticket: ${witnessText(witness, zone)}`)])]
}

/** The ticket, and what the two charters give it: the due times where they have some, in the zone that the ticket names. */
function witnessText({ ticket, old, new: fresh }: DifferenceWitness, zone: Zone): string {
  const treated =
    old.due === undefined || fresh.due === undefined
      ? `${old.gives} → ${fresh.gives}`
      : `due ${sayWhen(old.due, zone)} → ${sayWhen(fresh.due, zone)}`
  return `${ticketText(ticket, zone)}: ${treated}`
}

function sayWhen(instant: string, zone: Zone): string {
  const at = parseInstant(instant)
  return at === undefined ? instant : sayInstant(zone, at)
}
