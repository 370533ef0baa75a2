/** From a document to a charter that can be judged by: the last stage of read → check → canonical form → compiled. */
import { type Calendar, compileCalendar, compileZone, openZone, type Zone, type ZoneTable } from '../calendar/index.ts'
import { amendmentsOf, openCrisis } from './amendments.ts'
import { canonicalForm } from './canonical.ts'
import type { CompiledCharter, CompiledPromise, Target } from './compiled.ts'
import { PAUSE } from './compiled.ts'
import type { CharterDocument, PromiseClause } from './document.ts'
import type { Duration } from './parts.ts'
import { hashOf } from './sha256.ts'
import { compileTable } from './table.ts'

const YEAR = 365.25 * 86_400_000

/** A document with the plain data it was read from: what `readCharter` gives when nothing is wrong. */
export interface CharterSource {
  readonly document: CharterDocument
  readonly data: unknown
}

export interface DraftOptions {
  /** Now, UTC ms: the zones' offset changes are listed from five years before to twenty years after it. */
  readonly asOf: number
  /** Widens that span to cover a history; UTC ms. */
  readonly from?: number
  readonly until?: number
  /** Name of the zone data of the runtime, e.g. `2026b`. */
  readonly zoneData: string
  /** Tables to use in place of the runtime's own zone data. */
  readonly zones?: readonly ZoneTable[]
}

/** Names of the zones that a document speaks of, the charter's own first. */
export function zonesOf(document: CharterDocument): readonly string[] {
  return [...new Set([document.zone, ...[...document.calendars.values()].map((calendar) => calendar.rules.zone)])]
}

/**
 * Compiles a draft: reads its zones from the runtime over the span asked for. The hash is that of the draft's canonical
 * form without zones. Throws CalendarError `unknown-zone`.
 */
export function compileDraft(source: CharterSource, options: DraftOptions): CompiledCharter {
  const from = Math.floor(Math.min(options.asOf - 5 * YEAR, options.from ?? Number.POSITIVE_INFINITY))
  const until = Math.ceil(Math.max(options.asOf + 20 * YEAR, options.until ?? Number.NEGATIVE_INFINITY))
  const given = new Map((options.zones ?? []).map((zone) => [zone.name, zone]))
  const zones = zonesOf(source.document).map(
    (name) => given.get(name) ?? compileZone(name, from, until, options.zoneData),
  )
  return compile(source, zones, null, hashOf(canonicalForm(source.data)))
}

/** Compiles a published version from the zones that its canonical form carries; `Intl` is not asked. */
export function compileVersion(source: CharterSource, zones: readonly ZoneTable[], version: number): CompiledCharter {
  return compile(source, zones, version, hashOf(canonicalForm(source.data, zones)))
}

function compile(
  { document }: CharterSource,
  tables: readonly ZoneTable[],
  version: number | null,
  hash: string,
): CompiledCharter {
  const zones = new Map(tables.map((table) => [table.name, openZone(table)]))
  const zone = zoneNamed(zones, document.zone)
  const calendars = new Map<string, Calendar>()
  for (const [name, { rules }] of document.calendars)
    calendars.set(name, compileCalendar(rules, zoneNamed(zones, rules.zone)))
  const target = (duration: Duration): Target => openTarget(duration, calendars, zone)
  const { facts } = document
  const crises = document.crisis.map((clause) => openCrisis(clause, zone))
  return {
    document,
    id: document.id,
    version,
    hash,
    zone,
    zones: tables,
    calendars,
    facts,
    promises: document.promises.map(
      (clause): CompiledPromise => ({
        id: clause.id,
        clause,
        clock: clause.clock,
        table: compileTable(facts, clause.hit, clause.when, clause.rows),
        targets: clause.rows.map((row) => target(row.target)),
        pauses: pausesOf(clause),
        amendments: amendmentsOf(crises, clause, target),
      }),
    ),
    crises,
    remedies: document.remedies.map((clause) => ({
      clause,
      table: compileTable(facts, clause.hit, clause.when, clause.rows),
    })),
    authority: document.authority.map((clause) => ({
      clause,
      table: compileTable(facts, clause.hit, clause.when, clause.rows),
    })),
    escalation: document.escalation.map((clause) => ({
      clause,
      table: compileTable(facts, 'first', clause.on.kind === 'condition' ? clause.on.when : new Map(), [
        { cells: new Map() },
      ]),
      delays: clause.steps.map((step) => (step.at.kind === 'after' ? target(step.at.duration) : undefined)),
    })),
    procedures: document.procedures.map((clause) => ({
      clause,
      waits: clause.steps.map(({ action }) =>
        action.kind === 'wait' && action.atMost !== undefined ? target(action.atMost) : undefined,
      ),
    })),
    noAnswerNeeded: new Set(document.noAnswerNeeded),
  }
}

function zoneNamed(zones: ReadonlyMap<string, Zone>, name: string): Zone {
  const zone = zones.get(name)
  if (zone === undefined) throw new TypeError(`the version carries no offset changes for the zone “${name}”`)
  return zone
}

function openTarget(duration: Duration, calendars: ReadonlyMap<string, Calendar>, zone: Zone): Target {
  if (duration.kind === 'dates') return { kind: 'dates', span: duration.span, zone }
  const calendar = calendars.get(duration.calendar)
  if (calendar === undefined) throw new TypeError(`there is no calendar “${duration.calendar}”`)
  return duration.kind === 'opening'
    ? { kind: 'opening', ms: duration.ms, calendar }
    : { kind: 'working-days', count: duration.count, calendar }
}

function pausesOf(clause: PromiseClause): number {
  if (clause.clock.kind === 'first-response') return 0
  let pauses = 0
  if (clause.pauses.includes('waiting-for-customer')) pauses |= PAUSE.waiting
  if (clause.pauses.includes('on-hold')) pauses |= PAUSE.onHold
  if (clause.clock.kind === 'resolution') pauses |= clause.clock.until === 'closed' ? PAUSE.closed : PAUSE.solved
  return pauses
}
