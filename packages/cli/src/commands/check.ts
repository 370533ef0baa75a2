import {
  CHECK_CODES,
  type CharterDocument,
  checkCharter,
  checkQuickly,
  clausesOf,
  type Finding,
  type Holders,
  readHolders,
} from '@avow/core'
import type { Call, Command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { instantOption } from '../input/instant-option.ts'
import { compileFor, readCharterFile, unreadable } from '../input/load-charter.ts'
import { nameOf, readText } from '../input/read-text.ts'
import { type Io, paintFor } from '../io.ts'
import { counted } from '../output/counted.ts'
import { findingLines } from '../output/finding-lines.ts'
import { jsonText } from '../output/json-text.ts'

export const check: Command = {
  operands: ['CHARTER'],
  summary: 'look for mistakes, each with its place and a ticket that shows it',
  says: [
    'Checks a charter: its form, types and names, the cases that no row covers, rows that are never reached, overlaps,',
    'calendars that are closed for longer than a target, texts that are missing, links to nothing.',
    'Each finding has a code, a place and, where it can, a ticket that shows it.',
  ].join('\n'),
  options: {
    quick: { kind: 'flag', says: 'structure and types only, as an editor asks at every pause' },
    json: { kind: 'flag', says: 'a list of findings for programs' },
    people: { kind: 'text', value: 'FILE', says: 'who holds which position: positions that nobody holds are told too' },
    at: { kind: 'text', value: 'INSTANT', says: 'check as of then, e.g. whether holidays run out; now where left out' },
  },
  async run(call, io) {
    const [path = ''] = call.operands
    const { document, data, findings } = await readCharterFile(path, io)
    const all = document === undefined ? findings : [...findings, ...(await further(document, data, call, io))]
    if (call.has('json')) await io.stdout.write(jsonText(all.map(forPrograms)))
    else await io.stdout.write(report(nameOf(path), all, document, io))
    return all.length === 0 ? EXIT.fine : EXIT.findings
  },
}

async function further(document: CharterDocument, data: unknown, call: Call, io: Io): Promise<readonly Finding[]> {
  const asOf = instantOption(call) ?? io.now()
  if (call.has('quick')) return checkQuickly(document)
  const { zone, calendars } = compileFor({ document, data }, asOf)
  const holders = await peopleOf(document, call, io)
  return checkCharter(document, { asOf, zone, calendars, ...(holders === undefined ? {} : { holders }) })
}

async function peopleOf(document: CharterDocument, call: Call, io: Io): Promise<Holders | undefined> {
  const path = call.text('people')
  if (path === undefined) return undefined
  const { holders, findings } = readHolders(await readText(path, io), document)
  if (holders === undefined) throw unreadable(path, findings, io)
  return holders
}

/** What screens make sentences of is theirs, and may change with them; programs have the code, the place and the witness. */
function forPrograms({ says: _, ...finding }: Finding): Omit<Finding, 'says'> {
  return finding
}

function report(file: string, findings: readonly Finding[], document: CharterDocument | undefined, io: Io): string {
  const paint = paintFor(io.stdout, io.env)
  const lines = findings.flatMap((finding) => findingLines(file, finding, paint))
  const pages = [...new Set(findings.map(({ code }) => code))].filter((code) => Object.hasOwn(CHECK_CODES, code))
  for (const code of pages) lines.push(paint('dim', `see docs/findings/${code}.md`))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  if (findings.length > 0)
    lines.push(
      `${file}: ${[errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''].filter(Boolean).join(', ')}`,
    )
  else if (document !== undefined) lines.push(`${file}: ${paint('green', 'no findings')} in ${sizeOf(document)}`)
  return `${lines.join('\n')}\n`
}

function sizeOf(document: CharterDocument): string {
  const { promises, remedies, authority, routing, agreements } = document
  const rows = [...promises, ...remedies, ...authority, ...routing, ...agreements].reduce(
    (sum, clause) => sum + clause.rows.length,
    0,
  )
  return `${counted(clausesOf(document).length, 'clause')} with ${counted(rows, 'row')}`
}
