import { formatInstant, type Texts } from '@avow/core'
import { closedPeriodsJson } from './closed-periods.ts'
import { PUBLIC_STATED_KINDS, publicCalendars, publicClauses, publicFacts } from './public-charter.ts'
import type { CharterView } from './read-charter.ts'

/** Kinds that stand in the public charter as they are, beside promises. */
const STATED: ReadonlySet<string> = new Set(PUBLIC_STATED_KINDS)

/** The public charter for machines: docs/formats/public-charter.md. Nothing that is not public stands in it. */
export function charterJson(view: CharterView): object {
  const { charter, published, promises, figures, now, isInForce } = view
  const { document } = charter
  return {
    id: charter.id,
    version: published.version,
    hash: published.hash,
    effective: formatInstant(published.from),
    until: Number.isFinite(published.until) ? formatInstant(published.until) : null,
    in_force: isInForce,
    at: formatInstant(now),
    languages: document.languages,
    zone: document.zone,
    title: said(document.title),
    mission: said(document.mission),
    contact: said(document.contact),
    complaints: said(document.complaints),
    dispute_body: said(document.law?.disputeBody),
    promises: promises.map(({ promise, rows }) => ({
      id: promise.id,
      clock: promise.clock.kind === 'declared' ? `${promise.clock.from} … ${promise.clock.until}` : promise.clock.kind,
      says: said(promise.clause.says),
      because: said(promise.clause.because),
      conditions: said(promise.clause.conditions),
      limits: said(promise.clause.limits),
      contact: said(promise.clause.contact),
      complaints: said(promise.clause.complaints),
      hit: promise.clause.hit,
      when: conditions(promise.clause.when),
      rows: rows.map(({ row }) => ({
        when: conditions(row.cells),
        target: row.targetText,
      })),
      figure: figureJson(figures, promise.id),
      closed: closedPeriodsJson(view, promise.id),
    })),
    crises: charter.crises.map(({ clause, from, until }) => ({
      id: clause.id,
      says: said(clause.says),
      because: said(clause.because),
      from: formatInstant(from),
      until: formatInstant(until),
      amends: promises.flatMap(({ promise, rows }) => {
        const amendment = promise.amendments.find(({ crisis }) => crisis.id === clause.id)
        if (amendment === undefined) return []
        const targets = rows.flatMap(({ number }) => amendment.rows[number - 1]?.targetText ?? [])
        return [{ promise: promise.id, suspended: amendment.rows.length === 0, targets }]
      }),
    })),
    clauses: publicClauses(charter)
      .filter(({ kind }) => STATED.has(kind))
      .map(({ id, kind, says, terms, texts, rows }) => ({
        id,
        kind,
        says,
        ...Object.fromEntries(terms.map(({ name, text }) => [name, text])),
        ...Object.fromEntries(texts.map(({ name, by }) => [name, by])),
        ...(kind === 'channel' && rows.length > 0 ? { 'best for': rows.map(({ when }) => when) } : {}),
      })),
    facts: Object.fromEntries(
      [...publicFacts(charter)].map(([name, spoken]) => {
        const fact = charter.facts.get(name)
        const values = fact?.type.kind === 'choice' ? fact.type.values : []
        const words = values
          .filter((_, index) => spoken.has(index))
          .map((value) => [value, said(fact?.valuesSay?.get(value))] as const)
        return [name, { says: said(fact?.says), values: Object.fromEntries(words) }]
      }),
    ),
    calendars: Object.fromEntries(
      publicCalendars(charter).map((name) => {
        const calendar = document.calendars.get(name)
        return [name, { says: said(calendar?.says), zone: calendar?.rules.zone ?? null }]
      }),
    ),
  }
}

function figureJson(figures: CharterView['figures'], promise: string): object | null {
  const known = figures.get(promise)
  if (known === undefined) return null
  const { figure, corrected, versions } = known
  const { group, inCrisis, share, shareWithoutCrisis, from, to, pausedLong, provisional, spread } = figure
  return {
    from: formatInstant(from),
    to: formatInstant(to),
    /** Null under 30 commitments. */
    share,
    n: group.judged,
    kept: group.kept,
    broken: group.broken,
    /** Those among them that are cases of a crisis, and the share without them; null where there were none, or too few are left. */
    in_crisis: { kept: inCrisis.kept, broken: inCrisis.broken },
    share_without_crisis: shareWithoutCrisis,
    median_ms: share === null ? null : group.times.percentile(50),
    mean_ms: share === null || group.times.mean === null ? null : Math.round(group.times.mean),
    unfulfilled: group.unfulfilled,
    cancelled: Object.fromEntries(group.cancelledBy),
    put_off: group.putOff,
    corrected,
    paused_over_30_days: pausedLong,
    provisional,
    versions,
    spread: { percent: 5, counts: [...spread.counts], beyond: spread.beyond },
  }
}

function conditions(cells: ReadonlyMap<string, { readonly text: string; readonly accepts: unknown }>): object {
  return Object.fromEntries(
    [...cells].flatMap(([fact, { text, accepts }]) => (accepts === 'any' ? [] : [[fact, text]])),
  )
}

function said(texts: Texts | undefined): object | null {
  return texts === undefined ? null : Object.fromEntries(texts.by)
}
