import { type Change, type ClauseDifference, type DifferencePart, diffCharters, type DifferenceWitness, type Treatment } from '@avow/core'
import type { Command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { instantOption } from '../input/instant-option.ts'
import { compileFor, loadCharter } from '../input/load-charter.ts'
import { type Io, type Paint, paintFor, type Style } from '../io.ts'
import { counted } from '../output/counted.ts'
import { witnessText } from '../output/finding-lines.ts'
import { jsonText } from '../output/json-text.ts'

export const diff: Command = {
  operands: ['OLD', 'NEW'],
  summary: 'compare two charters clause by clause: stricter, looser, changed, same',
  says: [
    'Compares two charters clause by clause in plain words, promises exactly: for whom each is stricter or looser, with a',
    'ticket that shows it. Clauses are matched by their ids.',
  ].join('\n'),
  options: {
    json: { kind: 'flag', says: 'the differences for programs' },
    at: { kind: 'text', value: 'INSTANT', says: 'compare for tickets from then on; from now on where left out' },
  },
  async run(call, io) {
    const [oldPath = '', newPath = ''] = call.operands
    const asOf = instantOption(call) ?? io.now()
    const before = compileFor(await loadCharter(oldPath, io), asOf)
    const after = compileFor(await loadCharter(newPath, io), asOf)
    const differences = diffCharters(before, after, asOf)
    await io.stdout.write(call.has('json') ? jsonText(differences) : asText(differences, io))
    return EXIT.fine
  },
}

const STYLES: Readonly<Record<Change, Style>> = { same: 'dim', stricter: 'green', looser: 'red', changed: 'yellow', added: 'cyan', removed: 'magenta' }

function asText(differences: readonly ClauseDifference[], io: Io): string {
  const paint = paintFor(io.stdout, io.env)
  const told = differences.filter(({ change }) => change !== 'same')
  const same = differences.filter(({ change }) => change === 'same').map(({ id }) => id)
  const names = Math.max(0, ...told.map((difference) => nameOf(difference).length))
  const lines = told.flatMap((difference) => [
    `${paint('bold', nameOf(difference).padEnd(names))}  ${paint(STYLES[difference.change], difference.change)}`,
    ...difference.parts.flatMap((part) => partLines(part, paint)),
  ])
  if (same.length > 0) lines.push(paint('dim', `same: ${same.join(', ')}`))
  const clauses = told.length === 0 ? 'no difference' : counted(told.length, 'difference')
  return `${[...lines, clauses].join('\n')}\n`
}

function nameOf({ kind, id }: ClauseDifference): string {
  return kind === 'charter' ? 'charter' : `${kind} ${id}`
}

function partLines({ text, witness }: DifferencePart, paint: Paint): readonly string[] {
  return [`  ${text}`, ...(witness === undefined ? [] : [paint('dim', `    ticket: ${ticketText(witness)}`)])]
}

function ticketText({ ticket, old, new: fresh }: DifferenceWitness): string {
  return `${witnessText(ticket)}: ${treatmentText(old)} → ${treatmentText(fresh)}`
}

function treatmentText({ gives, due }: Treatment): string {
  return due === undefined ? gives : `${gives}, due ${due}`
}
