/** Core's reading, checks, examples and comparison of a draft, as the studio's worker runs them. No I/O. */
import {
  type Calendar,
  type CharterDocument,
  type ClauseDifference,
  type CompiledCharter,
  checkCharter,
  compileCalendar,
  compileDraft,
  compileZone,
  dataAt,
  diffCharters,
  examplesSpan,
  type Finding,
  offerExamples,
  openZone,
  readCharter,
  runExamples,
  type Zone,
  type ZoneTable,
  zonesOf,
} from '@avow/core'
import type { Coverage, TriedExample } from './check-messages.ts'

const YEAR = 366 * 86_400_000
const HOUR = 3_600_000

/** Everything that reading and checking said, and the document where nothing was wrong with its form. */
interface Read {
  readonly text: string
  readonly document: CharterDocument | undefined
  readonly data: unknown
}

/** Checks drafts one after the other; what they have in common is reckoned once. `asOf`: now, UTC ms. */
export class DraftChecker {
  private readonly tables = new Map<string, ZoneTable>()
  private readonly zones = new Map<ZoneTable, Zone>()
  private readonly calendars = new Map<string, { readonly written: string; readonly calendar: Calendar }>()
  private last: Read | undefined
  private base: { readonly text: string; readonly document: CharterDocument | undefined } | undefined
  private readonly compiled = new Map<string, CompiledCharter | undefined>()

  /** What one must know at once. Witnesses are dated from the hour; `holders`: how many people hold each position; `base`: what it takes the place of. */
  find(text: string, asOf: number, holders?: Readonly<Record<string, number>>, base?: string): readonly Finding[] {
    const { document, data, findings } = readCharter(text)
    this.last = { text, document, data }
    if (document === undefined) return findings
    const at = hourOf(asOf)
    const calendars = new Map<string, Calendar>()
    for (const name of document.calendars.keys()) {
      const calendar = this.calendar(document, data, name, at)
      if (calendar !== undefined) calendars.set(name, calendar)
    }
    const zone = this.zone(document, document.zone, at)
    const held = holders === undefined ? {} : { holders: new Map(Object.entries(holders)) }
    const before = base === undefined ? undefined : this.baseOf(base)
    return checkCharter(document, { asOf: at, zone, calendars, ...held, ...(before === undefined ? {} : { before }) })
  }

  /** The published version stays the same from key to key. */
  private baseOf(text: string): CharterDocument | undefined {
    if (this.base?.text !== text) this.base = { text, document: readCharter(text).document }
    return this.base.document
  }

  /** What comes of the examples; undefined where the draft cannot be compiled. */
  try(text: string, asOf: number): readonly TriedExample[] | undefined {
    const compiled = this.compiledOf(text, asOf)
    return compiled && runExamples(compiled).examples.map((one) => ({ ...one, given: Object.fromEntries(one.given) }))
  }

  /** Which rows the examples try, with one for each that none does; undefined where the draft cannot be compiled. */
  cover(text: string, asOf: number): Coverage | undefined {
    const compiled = this.compiledOf(text, asOf)
    if (compiled === undefined) return undefined
    const { rows, untried } = runExamples(compiled)
    const offers = offerExamples(compiled, untried, hourOf(asOf))
    return { rows, untried: untried.map(({ clause, row }, index) => ({ clause, row, offer: offers[index] })) }
  }

  /** What the draft says otherwise than `base`; undefined where one of them cannot be compiled. */
  compare(text: string, base: string, asOf: number): readonly ClauseDifference[] | undefined {
    const [old, fresh] = [this.compiledOf(base, asOf), this.compiledOf(text, asOf)]
    return old === undefined || fresh === undefined ? undefined : diffCharters(old, fresh, hourOf(asOf))
  }

  /** The last two texts that were compiled are kept: the draft, and what it is compared with. */
  private compiledOf(text: string, asOf: number): CompiledCharter | undefined {
    if (this.compiled.has(text)) return this.compiled.get(text)
    const { document, data } = this.last?.text === text ? this.last : readCharter(text)
    const made = document && this.compile(document, data, hourOf(asOf))
    const [oldest, ...others] = this.compiled.keys()
    if (oldest !== undefined && others.length > 0) this.compiled.delete(oldest)
    this.compiled.set(text, made)
    return made
  }

  private compile(document: CharterDocument, data: unknown, asOf: number): CompiledCharter {
    const [from, until] = spanOf(document, asOf)
    const zones = zonesOf(document).map((name) => this.table(name, from, until))
    return compileDraft({ document, data }, { asOf, from, until, zoneData: 'browser', zones })
  }

  /** A calendar whose hours stand as they stood is not laid out again. */
  private calendar(document: CharterDocument, data: unknown, name: string, asOf: number): Calendar | undefined {
    const definition = document.calendars.get(name)
    if (definition === undefined) return undefined
    const zone = this.zone(document, definition.rules.zone, asOf)
    const written = JSON.stringify([zone.name, zone.from, zone.until, dataAt(data, ['calendars', name])])
    const known = this.calendars.get(name)
    if (known?.written === written) return known.calendar
    const calendar = compileCalendar(definition.rules, zone)
    this.calendars.set(name, { written, calendar })
    return calendar
  }

  private zone(document: CharterDocument, name: string, asOf: number): Zone {
    const table = this.table(name, ...spanOf(document, asOf))
    const zone = this.zones.get(table) ?? openZone(table)
    this.zones.set(table, zone)
    return zone
  }

  private table(name: string, from: number, until: number): ZoneTable {
    const known = this.tables.get(name)
    if (known !== undefined && known.from <= from && known.until >= until) return known
    const table = compileZone(name, from, until, 'browser')
    this.tables.set(name, table)
    return table
  }
}

/** The instants (UTC ms) that a draft's zones must be known for: those of a version, and those of its examples. */
function spanOf(document: CharterDocument, asOf: number): readonly [from: number, until: number] {
  const span = examplesSpan(document)
  return [Math.min(asOf - 5 * YEAR, span?.from ?? asOf), Math.max(asOf + 20 * YEAR, span?.until ?? asOf)]
}

function hourOf(ms: number): number {
  return Math.floor(ms / HOUR) * HOUR
}
