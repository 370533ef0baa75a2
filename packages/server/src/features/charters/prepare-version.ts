import type { ProblemPlace } from '@avow/contract'
import {
  type CharterDocument,
  type CharterSource,
  type CompiledCharter,
  checkCharter,
  compileDraft,
  compileVersion,
  examplesSpan,
  type Finding,
  readCharter,
} from '@avow/core'
import { Refusal } from '../../refusal.ts'
import { writePublished } from './read-published.ts'

export interface PrepareOptions {
  /** UTC ms: the zones' offset changes are listed from five years before to twenty years after it. */
  readonly now: number
  /** Name of the zone data of the runtime, e.g. `2026b`. */
  readonly zoneData: string
  /** The version that it began from, where there is one: translations are compared with it. */
  readonly before?: CharterDocument | undefined
}

/** A text as it would be published: what is kept of a version, and what is approved. */
export interface PreparedVersion {
  readonly source: string
  /** RFC 8785 text with the zones inside. */
  readonly canonical: string
  /** SHA-256 of that. */
  readonly hash: string
  /** Compiled, without a number yet. */
  readonly charter: CompiledCharter
  /** What the checks warn of; none of it keeps it from being published. */
  readonly warnings: readonly Finding[]
}

/** Compiles a text as it would be published, and tries its examples. Warnings are told; errors throw `charter-faulty` with all their places. */
export function prepareVersion(source: string, { now, zoneData, before }: PrepareOptions): PreparedVersion {
  const { document, data, findings } = readCharter(source)
  if (document === undefined) throw faulty(findings)
  const draft = compileDraft({ document, data }, { asOf: now, zoneData })
  const found = [...findings, ...checked({ document, data }, draft, { now, zoneData, before })]
  const errors = found.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw faulty(errors)
  const warnings = found.filter(({ severity }) => severity === 'warning')
  const { hash } = compileVersion({ document, data }, draft.zones, 0)
  return { source, canonical: writePublished(data, draft.zones), hash, charter: draft, warnings }
}

/** What the checks warn of in a text, however faulty it is; nothing where it cannot be read. */
export function warningsOf(
  source: string,
  { now, zoneData, before }: PrepareOptions,
): { readonly document: CharterDocument; readonly warnings: readonly Finding[] } | undefined {
  const { document, data, findings } = readCharter(source)
  if (document === undefined) return undefined
  const draft = compileDraft({ document, data }, { asOf: now, zoneData })
  const found = [...findings, ...checked({ document, data }, draft, { now, zoneData, before })]
  return { document, warnings: found.filter(({ severity }) => severity === 'warning') }
}

/** A text compiled as it stands, whatever the checks would find in it. Throws `charter-faulty` for one that cannot be read. */
export function compiledText(source: string, { now, zoneData }: PrepareOptions): CompiledCharter {
  const { document, data, findings } = readCharter(source)
  if (document === undefined) throw faulty(findings)
  return compileDraft({ document, data }, { asOf: now, zoneData })
}

/** What the checks find, and what comes of the examples. */
function checked(source: CharterSource, draft: CompiledCharter, options: PrepareOptions): readonly Finding[] {
  const { zone, calendars } = draft
  return checkCharter(source.document, {
    asOf: options.now,
    zone,
    calendars,
    examplesOf: overExamples(source, draft, options),
    ...(options.before === undefined ? {} : { before: options.before }),
  })
}

/** No example is tried that is further away than this, ms. */
const FURTHEST_EXAMPLE = 50 * 366 * 86_400_000

/** The draft over the span of its examples too: what is published carries no more than its own. */
function overExamples(
  source: CharterSource,
  draft: CompiledCharter,
  { now, zoneData }: PrepareOptions,
): CompiledCharter {
  const span = examplesSpan(source.document)
  const from = Math.max(span?.from ?? now, now - FURTHEST_EXAMPLE)
  const until = Math.min(span?.until ?? now, now + FURTHEST_EXAMPLE)
  const isCovered = from >= draft.zone.from && until <= draft.zone.until
  return isCovered ? draft : compileDraft(source, { asOf: now, from, until, zoneData })
}

/** A finding as a refusal names it. */
function placeOf({ line, column, path, message, code, says, details }: Finding): ProblemPlace {
  const data = says === undefined ? { details: { ...details } } : { says: { form: says.form, data: { ...says.data } } }
  return { path: `${line}:${column} ${path}`, message, finding: { code, ...data } }
}

function faulty(findings: readonly Finding[]): Refusal {
  const first = findings[0]
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return new Refusal(
    'charter-faulty',
    `The charter cannot be published: line ${first?.line}: ${first?.message}${more}`,
    {
      at: findings.map(placeOf),
    },
  )
}
