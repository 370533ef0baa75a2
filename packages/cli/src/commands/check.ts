import { type CharterDocument, checkCharter, checkQuickly, clausesOf, examplesSpan, type Finding } from '@avow/core'
import type { Call, Command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { instantOption } from '../input/instant-option.ts'
import { compileFor, readCharterFile, unreadable } from '../input/load-charter.ts'
import { peopleOf } from '../input/people-of.ts'
import { nameOf } from '../input/read-text.ts'
import { type Io, paintFor } from '../io.ts'
import { counted } from '../output/counted.ts'
import { findingLines, type KnownZones, pageLines, zonesOf } from '../output/finding-lines.ts'
import { jsonText } from '../output/json-text.ts'

export const check: Command = {
  operands: ['CHARTER'],
  summary: 'look for mistakes, each with its place and a ticket that shows it',
  says: [
    'Checks a charter: its form, types and names, the cases that no row covers, rows that are never reached, overlaps,',
    'calendars that are closed for longer than a target, texts that are missing, links to nothing, examples that fail.',
    'Each finding has a code, a place and, where it can, a ticket that shows it. Errors stand first and keep the charter',
    'from being published; warnings are to be mended, or left for a reason. It ends with 1 on either.',
  ].join('\n'),
  options: {
    quick: { kind: 'flag', says: 'structure and types only, as an editor asks at every pause' },
    json: { kind: 'flag', says: 'a list of findings for programs' },
    people: { kind: 'text', value: 'FILE', says: 'who holds which position: positions that nobody holds are told too' },
    since: {
      kind: 'text',
      value: 'OLD',
      says: 'the version before: translations older than their original are told too',
    },
    at: { kind: 'text', value: 'INSTANT', says: 'check as of then, e.g. whether holidays run out; now where left out' },
    'allow-warnings': { kind: 'flag', says: 'ends with 0 where there are warnings and no errors' },
  },
  async run(call, io) {
    const [path = ''] = call.operands
    const { document, data, findings } = await readCharterFile(path, io)
    const { found, zones } =
      document === undefined ? { found: [], zones: NO_ZONES } : await further(document, data, call, io)
    const all = [...findings, ...found]
    if (call.has('json')) await io.stdout.write(jsonText(all.map(forPrograms)))
    else await io.stdout.write(report(nameOf(path), all, document, zones, io))
    const counting = call.has('allow-warnings') ? all.filter(({ severity }) => severity === 'error') : all
    return counting.length === 0 ? EXIT.fine : EXIT.findings
  },
}

const NO_ZONES: KnownZones = new Map()

interface Found {
  readonly found: readonly Finding[]
  readonly zones: KnownZones
}

async function further(document: CharterDocument, data: unknown, call: Call, io: Io): Promise<Found> {
  const asOf = instantOption(call) ?? io.now()
  if (call.has('quick')) return { found: checkQuickly(document), zones: NO_ZONES }
  const examplesOf = compileFor({ document, data }, asOf, Math.min(asOf, examplesSpan(document)?.from ?? asOf))
  const { zone, calendars } = examplesOf
  const holders = await peopleOf(document, call.text('people'), io)
  const before = await versionBefore(call, io)
  const found = checkCharter(document, {
    ...{ asOf, zone, calendars, examplesOf },
    ...(holders === undefined ? {} : { holders }),
    ...(before === undefined ? {} : { before }),
  })
  return { found, zones: zonesOf(examplesOf) }
}

async function versionBefore(call: Call, io: Io): Promise<CharterDocument | undefined> {
  const path = call.text('since')
  if (path === undefined) return undefined
  const { document, findings } = await readCharterFile(path, io)
  if (document === undefined) throw unreadable(path, findings, io)
  return document
}

/** What screens make sentences of is theirs, and may change with them; programs have the code, the place and the witness. */
function forPrograms({ says: _, details: __, ...finding }: Finding): Omit<Finding, 'says' | 'details'> {
  return finding
}

function report(
  file: string,
  findings: readonly Finding[],
  document: CharterDocument | undefined,
  zones: KnownZones,
  io: Io,
): string {
  const paint = paintFor(io.stdout, io.env)
  if (document !== undefined && findings.length === 0)
    return `${file}: ${paint('green', 'no findings')} in ${sizeOf(document)}\n`
  const lines = SEVERITIES.flatMap(({ severity, heading }) => {
    const those = findings.filter((finding) => finding.severity === severity)
    const told = document === undefined ? {} : { zones, charterZone: document.zone }
    const found = those.flatMap((finding) => [
      ...findingLines(file, finding, paint, told),
      ...pageLines(finding, paint),
    ])
    // What cannot be read has errors alone, and nothing else is looked for.
    return those.length === 0 || document === undefined ? found : [paint('bold', heading), ...found, '']
  })
  const counts = SEVERITIES.map(({ severity }) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }))
  const summary = counts.flatMap(({ severity, count }) => (count === 0 ? [] : [counted(count, severity)]))
  return `${[...lines, `${file}: ${summary.join(', ')}`].join('\n')}\n`
}

const SEVERITIES = [
  { severity: 'error', heading: 'Errors: the charter cannot be published with them.' },
  { severity: 'warning', heading: 'Warnings: mend them, or leave them for a reason.' },
] as const

function sizeOf(document: CharterDocument): string {
  const { promises, remedies, authority, routing, agreements } = document
  const rows = [...promises, ...remedies, ...authority, ...routing, ...agreements].reduce(
    (sum, clause) => sum + clause.rows.length,
    0,
  )
  return `${counted(clausesOf(document).length, 'clause')} with ${counted(rows, 'row')}`
}
