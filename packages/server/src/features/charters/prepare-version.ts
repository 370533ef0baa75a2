import {
  type CharterDocument,
  type CompiledCharter,
  checkCharter,
  compileDraft,
  compileVersion,
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

/** Compiles a text as it would be published. Warnings are told; errors throw `charter-faulty` with all their places. */
export function prepareVersion(source: string, { now, zoneData }: PrepareOptions): PreparedVersion {
  const { document, data, findings } = readCharter(source)
  if (document === undefined) throw faulty(findings)
  const draft = compileDraft({ document, data }, { asOf: now, zoneData })
  const found = [...findings, ...checkCharter(document, { asOf: now, zone: draft.zone, calendars: draft.calendars })]
  const errors = found.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw faulty(errors)
  const warnings = found.filter(({ severity }) => severity === 'warning')
  const { hash } = compileVersion({ document, data }, draft.zones, 0)
  return { source, canonical: writePublished(data, draft.zones), hash, charter: draft, warnings }
}

/** What the checks warn of in a text, however faulty it is; nothing where it cannot be read. */
export function warningsOf(
  source: string,
  { now, zoneData }: PrepareOptions,
): { readonly document: CharterDocument; readonly warnings: readonly Finding[] } | undefined {
  const { document, data, findings } = readCharter(source)
  if (document === undefined) return undefined
  const { zone, calendars } = compileDraft({ document, data }, { asOf: now, zoneData })
  const found = [...findings, ...checkCharter(document, { asOf: now, zone, calendars })]
  return { document, warnings: found.filter(({ severity }) => severity === 'warning') }
}

function faulty(findings: readonly Finding[]): Refusal {
  const first = findings[0]
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return new Refusal(
    'charter-faulty',
    `The charter cannot be published: line ${first?.line}: ${first?.message}${more}`,
    {
      at: findings.map(({ line, column, path, message }) => ({ path: `${line}:${column} ${path}`, message })),
    },
  )
}
