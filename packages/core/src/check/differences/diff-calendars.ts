/** What changed openings mean to customers (SPEC D6). */
import type { CalendarDefinition, CharterDocument } from '../../charter/index.ts'
import { instantText } from '../tables/witness.ts'
import type { Relation } from './compare-calendars.ts'
import type { TargetComparer } from './compare-targets.ts'
import type { CustomersGet } from './customers.ts'
import { calendarParts } from './diff-declarations.ts'
import type { DifferencePart, DifferenceWitness } from './difference.ts'
import { marked } from './marked-parts.ts'

/** All that two versions of one calendar say differently; customers get less or more where a promise or a channel goes by it. */
export function openingParts(
  old: CalendarDefinition,
  fresh: CalendarDefinition,
  documents: readonly CharterDocument[],
  comparer: TargetComparer,
): DifferencePart[] {
  const parts = calendarParts(old, fresh)
  const openings = documents.some((document) => isForCustomers(fresh.name, document))
    ? comparer.openings(old.name, fresh.name)
    : undefined
  if (openings === undefined) return parts
  const { relation, at } = openings
  const witness = at === undefined ? undefined : openingWitness(at, relation)
  return parts.map((part) => {
    const get = OPENING.has(part.about) || /^\d/.test(part.about) ? ofPart(part, relation) : undefined
    const [told = part] = marked([part], get)
    return get === undefined || witness === undefined ? told : { ...told, witness }
  })
}

/** What hours mean that are other than before. */
export function ofRelation(relation: Relation): CustomersGet | undefined {
  return RELATIONS[relation]
}

const RELATIONS = { equal: undefined, wider: 'more', narrower: 'less', other: 'both' } as const

/** Parts by which a calendar's openings change; those of single dates are called by their date. */
const OPENING = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'closed', 'zone', 'night continues'])

/** Closed dates tell by themselves what they mean where the openings as a whole went both ways. */
function ofPart({ about, change }: DifferencePart, relation: Relation): CustomersGet | undefined {
  if (relation === 'other' && about === 'closed') return change === 'added' ? 'less' : 'more'
  return ofRelation(relation)
}

/** An instant at which one of the two is open and the other is not. */
export function openingWitness(at: number, relation: Relation): DifferenceWitness | undefined {
  if (relation === 'equal' || relation === 'other') return undefined
  const [before, after] = relation === 'wider' ? ['closed', 'open'] : ['open', 'closed']
  return {
    ticket: { at: instantText(at) },
    old: { row: null, gives: before ?? '' },
    new: { row: null, gives: after ?? '' },
  }
}

function isForCustomers(calendar: string, { promises, channels }: CharterDocument): boolean {
  return (
    channels.some(({ hours }) => hours === calendar) ||
    promises.some(({ rows }) => rows.some(({ target }) => target.kind !== 'dates' && target.calendar === calendar))
  )
}
