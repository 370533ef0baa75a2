import {
  type CharterSource,
  type ExampleFailure,
  type ExampleResult,
  type ExamplesReport,
  examplesSpan,
  type OfferedExample,
  offerExamples,
  oneLine,
  runExamples,
  type UntriedRow,
  type Zone,
} from '@avow/core'
import type { Command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { instantOption } from '../input/instant-option.ts'
import { loadCases } from '../input/load-cases.ts'
import { compileFor, loadCharter } from '../input/load-charter.ts'
import { nameOf } from '../input/read-text.ts'
import { type Io, type Paint, paintFor } from '../io.ts'
import { counted } from '../output/counted.ts'
import { jsonText } from '../output/json-text.ts'
import { ticketText } from '../output/ticket-text.ts'

export const test: Command = {
  operands: ['CHARTER'],
  summary: 'try the charter’s own examples, and name the rows that none reaches',
  says: [
    'Tries every example of a charter: a ticket that a customer opens at the example’s time with the example’s facts.',
    'Each difference is shown with its place, what came out, and why. Rows that no example tries are listed after.',
  ].join('\n'),
  options: {
    json: { kind: 'flag', says: 'the result for programs' },
    cases: { kind: 'text', value: 'TABLE', says: 'a table (CSV) of cases to try in place of its examples' },
    offer: { kind: 'flag', says: 'how many rows are tried, and a ready example for each that none tries' },
    at: { kind: 'text', value: 'INSTANT', says: 'decide as of then; as of each example’s own time where left out' },
  },
  async run(call, io) {
    const [path = ''] = call.operands
    const source = await loadCharter(path, io)
    const now = instantOption(call)
    const cases = call.text('cases')
    if (cases !== undefined) return testCases(cases, source, { now, isJson: call.has('json') }, io)
    const span = examplesSpan(source.document)
    const charter = compileFor(source, Math.max(now ?? 0, span?.until ?? io.now()), span?.from)
    const report = runExamples(charter, now)
    const offers = call.has('offer') ? offerExamples(charter, report.untried, now ?? io.now()) : undefined
    const text = call.has('json') ? jsonText(asJson(report, offers)) : asText(nameOf(path), report, charter.zone, io)
    await io.stdout.write(text)
    if (offers !== undefined && !call.has('json')) await io.stdout.write(offersText(report, offers))
    return report.examples.every(({ failures }) => failures.length === 0) ? EXIT.fine : EXIT.findings
  },
}

/** Tries the cases of a table, each with its line. */
async function testCases(
  path: string,
  charter: CharterSource,
  { now, isJson }: { readonly now: number | undefined; readonly isJson: boolean },
  io: Io,
): Promise<number> {
  const tried = (await loadCases(path, charter, io)).flatMap(({ source, lines }) => {
    const span = examplesSpan(source.document)
    const compiled = compileFor(source, Math.max(now ?? 0, span?.until ?? io.now()), span?.from)
    return runExamples(compiled, now).examples.map((example, index) => ({ ...example, line: lines[index] ?? 0 }))
  })
  const failed = tried.filter(({ failures }) => failures.length > 0)
  await io.stdout.write(isJson ? jsonText(casesJson(tried)) : casesText(nameOf(path), tried, io))
  return failed.length === 0 ? EXIT.fine : EXIT.findings
}

type TriedCase = ExampleResult & { readonly line: number }

function casesJson(tried: readonly TriedCase[]): unknown {
  return {
    cases: tried.map(({ line, at, given, failures }) => ({
      line,
      passed: failures.length === 0,
      at,
      given: Object.fromEntries(given),
      failures: failures.map(({ place: _, finding: __, ...failure }) => failure),
    })),
  }
}

function casesText(file: string, tried: readonly TriedCase[], io: Io): string {
  const paint = paintFor(io.stdout, io.env)
  const failed = tried.filter(({ failures }) => failures.length > 0)
  const lines = failed.flatMap(({ line, failures }) =>
    failures.flatMap(({ clause, about, expected, found, why }) => [
      `${file}:${line}  ${clause} ${about}: expected ${expected}, decided ${found}`,
      ...why.map((each) => paint('dim', `        ${each}`)),
    ]),
  )
  const verdict = failed.length > 0 ? paint('red', `${failed.length} failed`) : paint('green', 'all as they say')
  lines.push(`${file}: ${counted(tried.length, 'case')}${tried.length > 0 ? `, ${verdict}` : ''}`)
  return `${lines.join('\n')}\n`
}

type Offers = readonly (OfferedExample | undefined)[]

function asJson({ examples, rows, untried }: ExamplesReport, offers: Offers | undefined): unknown {
  return {
    examples: examples.map(({ number, place, given, at, failures }) => ({
      example: number,
      passed: failures.length === 0,
      at,
      given: Object.fromEntries(given),
      ...place,
      failures: failures.map(({ place: where, finding: _, ...failure }) => ({ ...failure, ...where })),
    })),
    rows: untried.map(({ place, ...row }, index) => ({
      ...row,
      ...place,
      ...(offers === undefined ? {} : { example: offers[index] ?? null }),
    })),
    coverage: { rows, tried: rows - untried.length },
  }
}

function asText(file: string, { examples, untried }: ExamplesReport, zone: Zone, io: Io): string {
  const paint = paintFor(io.stdout, io.env)
  const failed = examples.filter(({ failures }) => failures.length > 0)
  const lines = failed.flatMap((example) => failureLines(file, example, zone, paint))
  const verdict = failed.length > 0 ? paint('red', `${failed.length} failed`) : paint('green', 'all as they say')
  lines.push(`${file}: ${counted(examples.length, 'example')}${examples.length > 0 ? `, ${verdict}` : ''}`)
  const unreached = untried.filter(({ reached }) => !reached)
  const unsaid = untried.filter(({ reached }) => reached)
  lines.push(
    ...rowLines(file, unreached, 'that no example reaches', paint),
    ...rowLines(file, unsaid, 'that examples reach, but whose answer no example checks', paint),
  )
  return `${lines.join('\n')}\n`
}

/** What is to be put under `examples:` as it stands. */
function offersText({ rows, untried }: ExamplesReport, offers: Offers): string {
  const tried = `${rows - untried.length} of ${counted(rows, 'row')} tried by examples`
  if (untried.length === 0) return `${tried}\n`
  const lines = untried.map(({ clause, row }, index) => {
    const offer = offers[index]
    return offer === undefined
      ? `  # ${clause} row ${row}: no example reaches it`
      : `  - ${oneLine({ given: offer.given, expect: offer.expect })} # ${clause} row ${row}`
  })
  return `\n${tried}; the others with what the charter says of them now:\nexamples:\n${lines.join('\n')}\n`
}

function failureLines(
  file: string,
  { number, given, at, failures }: ExampleResult,
  zone: Zone,
  paint: Paint,
): string[] {
  const lines = failures.flatMap(({ clause, about, expected, found, place, why }: ExampleFailure) => [
    `${file}:${place.line}:${place.column}  ${paint('red', `example ${number}`)}  ${clause} ${about}: expected ${expected}, decided ${found}`,
    ...why.map((line) => paint('dim', `        ${line}`)),
  ])
  lines.splice(1, 0, paint('dim', `    given: ${ticketText({ ...Object.fromEntries(given), at }, zone)}`))
  return lines
}

function rowLines(file: string, rows: readonly UntriedRow[], what: string, paint: Paint): string[] {
  if (rows.length === 0) return []
  const lines = rows.map(
    ({ clause, row, says, place }) =>
      `${file}:${place.line}:${place.column}  ${paint('yellow', `${clause} row ${row}`)}  ${says}`,
  )
  return ['', `${counted(rows.length, 'row')} ${what}:`, ...lines]
}
