/** Core's reading, checks, examples and comparison of a draft, as the studio's worker runs them. No I/O. */
import {
  type CharterSource,
  type ClauseDifference,
  type CompiledCharter,
  checkCharter,
  compileDraft,
  compileZone,
  diffCharters,
  type ExampleResult,
  examplesSpan,
  type Finding,
  readCharter,
  runExamples,
  type ZoneTable,
  zonesOf,
} from '@avow/core'

export interface CheckedDraft {
  readonly findings: readonly Finding[]
  /** None where the draft cannot be compiled. */
  readonly examples: readonly ExampleResult[] | undefined
  /** The hash of what was checked, without its zones: formatting and comments leave it as it is. */
  readonly hash: string | undefined
}

const YEAR = 366 * 86_400_000
const HOUR = 3_600_000

/** Checks drafts one after the other; what they have in common is reckoned once. */
export class DraftChecker {
  private readonly zones = new Map<string, ZoneTable>()
  private last: { readonly text: string; readonly compiled: CompiledCharter | undefined } | undefined
  private old: { readonly text: string; readonly compiled: CompiledCharter | undefined } | undefined

  /** `asOf`: now, UTC ms; witnesses are dated from its hour. */
  check(text: string, asOf: number): CheckedDraft {
    const at = hourOf(asOf)
    const { document, data, findings } = readCharter(text)
    if (document === undefined) {
      this.last = { text, compiled: undefined }
      return { findings, examples: undefined, hash: undefined }
    }
    const compiled = this.compile({ document, data }, at)
    this.last = { text, compiled }
    const { zone, calendars, hash } = compiled
    return {
      findings: checkCharter(document, { asOf: at, zone, calendars }),
      examples: runExamples(compiled).examples,
      hash,
    }
  }

  /** What the draft says otherwise than `base`; undefined where one of them cannot be compiled. */
  compare(text: string, base: string, asOf: number): readonly ClauseDifference[] | undefined {
    const at = hourOf(asOf)
    if (this.old?.text !== base) this.old = { text: base, compiled: this.compiledOf(base, at) }
    const fresh = this.last?.text === text ? this.last.compiled : this.compiledOf(text, at)
    const old = this.old.compiled
    return old === undefined || fresh === undefined ? undefined : diffCharters(old, fresh, at)
  }

  private compiledOf(text: string, asOf: number): CompiledCharter | undefined {
    const { document, data } = readCharter(text)
    return document === undefined ? undefined : this.compile({ document, data }, asOf)
  }

  private compile(source: CharterSource, asOf: number): CompiledCharter {
    const span = examplesSpan(source.document)
    const from = Math.min(asOf - 5 * YEAR, span?.from ?? asOf)
    const until = Math.max(asOf + 20 * YEAR, span?.until ?? asOf)
    const zones = zonesOf(source.document).map((name) => this.zone(name, from, until))
    return compileDraft(source, { asOf, from, until, zoneData: 'browser', zones })
  }

  private zone(name: string, from: number, until: number): ZoneTable {
    const known = this.zones.get(name)
    if (known !== undefined && known.from <= from && known.until >= until) return known
    const table = compileZone(name, from, until, 'browser')
    this.zones.set(name, table)
    return table
  }
}

function hourOf(ms: number): number {
  return Math.floor(ms / HOUR) * HOUR
}
