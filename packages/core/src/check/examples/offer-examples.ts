/** Ready examples for the rows that no example tries: a ticket that hits the row, with what the charter says of it. */
import { offsetAt, type Zone } from '../../calendar/index.ts'
import { type CompiledCharter, type Example, formatMoney, type Money, type PlainValue } from '../../charter/index.ts'
import { ANY_ATOM, pathTo } from '../diagram/diagram-paths.ts'
import { casesOf, hasNoCases } from '../tables/cases.ts'
import { firstOf, firstTwo } from '../tables/reach.ts'
import { type TableSubject, tableSubjects } from '../tables/table-subjects.ts'
import { instantText, type WitnessValue, witnessOf } from '../tables/witness.ts'
import { exampleInstant } from './example-instant.ts'
import { decideExample, decideStarted, startsAtCreation } from './example-ticket.ts'
import type { UntriedRow } from './examples.ts'

/** An example as a charter writes it, ready to be taken. */
export interface OfferedExample {
  readonly given: { readonly [fact: string]: PlainValue }
  readonly expect: { readonly [clause: string]: PlainValue }
}

const MINUTE = 60_000

/**
 * An example for each row that wants one: a ticket created at `asOf` (UTC ms) or soon after, which hits the row, and what the
 * charter says of it now. Undefined for a row that no such ticket hits: one that is never reached, one that only counts from
 * the log reach, or one of a promise that a crisis suspends.
 */
export function offerExamples(
  charter: CompiledCharter,
  rows: readonly UntriedRow[],
  asOf: number,
): readonly (OfferedExample | undefined)[] {
  const subjects = new Map(tableSubjects(charter.document).map((subject) => [subject.id, subject]))
  const tickets = new Map<string, (row: number) => Ticket | undefined>()
  return rows.map(({ clause, row }) => {
    const subject = subjects.get(clause)
    if (subject === undefined) return undefined
    const find = tickets.get(clause) ?? ticketsOf(subject, charter, asOf)
    tickets.set(clause, find)
    const ticket = find(row - 1)
    return ticket && exampleOf(charter, clause, row, ticket)
  })
}

interface Ticket {
  readonly facts: Readonly<Record<string, WitnessValue>>
  /** UTC ms. */
  readonly at: number
}

/** A ticket for each row (from 0) of one table, which is walked once. */
function ticketsOf(subject: TableSubject, { zone, facts }: CompiledCharter, asOf: number) {
  const cases = casesOf(subject.source)
  const count = subject.rows.length
  const diagram = hasNoCases(cases) ? undefined : firstTwo(subject, cases)
  const isUnique = subject.source.hit === 'unique'
  const hits = (verdict: number, row: number): boolean =>
    firstOf(verdict, count) === row && (!isUnique || verdict % (count + 1) === count)
  const at = Math.floor(asOf / MINUTE) * MINUTE
  // What a ticket is at its creation: nothing was counted yet.
  const isGiven = (name: string): boolean => facts.get(name)?.derived !== true
  return (row: number): Ticket | undefined => {
    const path = diagram && pathTo(diagram, (verdict) => hits(verdict, row))
    const witness = path && witnessOf(cases.columns, path, { at, zone })
    if (witness === undefined) return undefined
    const said = cases.columns.flatMap(({ fact }, column) => {
      const value = witness.facts[fact]
      return path?.[column] === ANY_ATOM || value === undefined || value === null || !isGiven(fact)
        ? []
        : [[fact, value] as const]
    })
    return { facts: Object.fromEntries(said), at: witness.at === undefined ? at : Date.parse(witness.at) }
  }
}

/** The example with what comes out; undefined where the ticket does not hit the row after all. */
function exampleOf(charter: CompiledCharter, clause: string, row: number, ticket: Ticket): OfferedExample | undefined {
  const at = localText(charter.zone, ticket.at)
  const given = Object.fromEntries(Object.entries(ticket.facts).map(([fact, value]) => [fact, plainOf(value)]))
  const example: Example = {
    place: charter.document.place,
    given: new Map(Object.entries(ticket.facts)),
    at,
    promises: new Map(),
    remedies: new Map(),
  }
  const expected = expectedOf(charter, example, clause, row, ticket.at)
  return expected === undefined ? undefined : { given: { ...given, at }, expect: { [clause]: expected } }
}

function expectedOf(
  charter: CompiledCharter,
  example: Example,
  clause: string,
  row: number,
  at: number,
): PlainValue | undefined {
  const promise = charter.promises.find(({ id }) => id === clause)
  if (promise === undefined) {
    const remedy = decideExample(charter, example, at, at).remedies.find((one) => one.clause === clause)
    if (remedy?.row !== row) return undefined
    const upTo = remedy.up_to === null ? {} : { 'up to': formatMoney(remedy.up_to) }
    return remedy.allow.length === 0 ? 'none' : { allow: [...remedy.allow], ...upTo, row }
  }
  const decision = startsAtCreation(promise)
    ? decideExample(charter, example, at, at)
    : decideStarted(charter, example, at, at, promise)
  const commitment = decision.commitments.find((one) => one.promise === clause)
  if (commitment?.row !== row || commitment.due === null) return undefined
  return { due: localText(charter.zone, commitment.due), row }
}

function plainOf(value: WitnessValue): PlainValue {
  return typeof value === 'object' && value !== null ? formatMoney(value satisfies Money) : value
}

/** As an example writes a time: by the charter's zone, and in UTC where that would be another instant. */
function localText(zone: Zone, instant: number): string {
  const local = instantText(instant + offsetAt(zone, instant) * 1000)
  const text = local.replace(/(:00)?\.000Z$/, '').replace(/Z$/, '')
  return exampleInstant(text, zone) === instant ? text : instantText(instant)
}
