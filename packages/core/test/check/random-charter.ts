import {
  type CharterDocument,
  type CompiledCharter,
  type Condition,
  compileDraft,
  type PromiseClause,
} from '../../src/charter/index.ts'
import type { TableSubject } from '../../src/check/tables/table-subjects.ts'
import type { FactValue, TicketEvent } from '../../src/ticket/index.ts'
import { AS_OF, charterOf } from './charter-texts.ts'

let base: CompiledCharter | undefined

/** A charter whose one promise has a random table; row n promises n + 1 hours where targets are left out. */
export function charterWith(
  { source }: TableSubject,
  hours: readonly number[] = source.rows.map((_, row) => row + 1),
): CompiledCharter {
  base ??= charterOf('calendars:\n  office: { open: { mon-fri: 09:00-17:00 } }\n')
  const place = { path: '', line: 1, column: 1 }
  const promise: PromiseClause = {
    kind: 'promise',
    id: 'P1',
    place,
    audience: 'staff',
    clock: { kind: 'first-response' },
    when: source.when,
    hit: source.hit,
    rows: source.rows.map(({ cells }: { readonly cells: Condition }, row) => {
      const count = hours[row] ?? 1
      return {
        cells,
        target: { kind: 'opening', ms: count * 3_600_000, calendar: 'office' },
        targetText: `${count} h of office`,
        place,
      }
    }),
    pauses: [],
    measured: [{ kind: 'each' }],
    noAnswerNeeded: [],
    onChange: 'decide again',
  }
  const document: CharterDocument = { ...base.document, facts: source.facts, promises: [promise] }
  return compileDraft({ document, data: {} }, { asOf: AS_OF, zoneData: 'test', zones: base.zones })
}

/** The creation of the ticket that a witness describes. */
export function creationOf(witness: Readonly<Record<string, unknown>>, asOf: number): TicketEvent {
  const { at, ...facts } = witness
  const instant = typeof at === 'string' ? Date.parse(at) : asOf
  return {
    ticket: 'W',
    type: 'ticket.created',
    at: instant,
    recorded: instant,
    by: 'customer',
    facts: facts as Readonly<Record<string, FactValue>>,
  }
}
