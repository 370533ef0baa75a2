/** Parts that are declared and that nothing in the charter speaks of. */
import {
  type Audience,
  type CharterDocument,
  type Condition,
  clausesOf,
  type Duration,
  type Finding,
  isStatedClause,
  type Place,
  type ProcedureClause,
  type Spoken,
  type StatedClause,
  spokenByFields,
} from '../../charter/index.ts'
import { found } from '../words/found.ts'

/** The findings about parts that nothing uses: often a name mistyped elsewhere, or a rest of an older wording. */
export function checkUnused(document: CharterDocument): Finding[] {
  const used = usesOf(document)
  const unused = (
    kind: 'fact' | 'calendar' | 'event' | 'position',
    parts: Iterable<{ readonly name: string; readonly place: Place }>,
    names: ReadonlySet<string>,
  ): Finding[] =>
    [...parts]
      .filter(({ name }) => !names.has(name))
      .map(({ name, place }) => found('unused-part.part', place, { part: [kind, name] }))
  return [
    ...unused(
      'fact',
      [...document.facts.values()].filter(({ derived }) => !derived),
      used.facts,
    ),
    ...unused('calendar', document.calendars.values(), used.calendars),
    ...unused('event', document.events.values(), used.events),
    ...unused('position', document.positions, used.positions),
    ...unnamedRemedies(document, used.remedies),
  ]
}

/**
 * A remedy with conditions is found by its tickets. One without any applies to every ticket, which is meant only where a
 * broken promise names it, or where it is the only one.
 */
function unnamedRemedies({ remedies }: CharterDocument, named: ReadonlySet<string>): Finding[] {
  if (remedies.length < 2) return []
  return remedies
    .filter(({ id, when, rows }) => !named.has(id) && when.size === 0 && rows.every(({ cells }) => cells.size === 0))
    .map(({ id, place }) => found('unused-part.remedy', place, { clause: id }))
}

interface Uses {
  readonly facts: Set<string>
  readonly calendars: Set<string>
  readonly events: Set<string>
  readonly positions: Set<string>
  readonly remedies: Set<string>
}

function usesOf(document: CharterDocument): Uses {
  const uses: Uses = {
    facts: new Set(),
    calendars: new Set(),
    events: new Set(),
    positions: new Set(),
    remedies: new Set(),
  }
  const { people, promises, escalation, remedies, authority } = document
  const takeCondition = (condition: Condition) => {
    for (const fact of condition.keys()) uses.facts.add(fact)
  }
  const takeAudience = (audience: Audience | undefined) => {
    if (typeof audience !== 'object') return
    if ('position' in audience) uses.positions.add(audience.position)
    else takeCondition(audience.customers)
  }
  const takeDuration = (duration: Duration | undefined) => {
    if (duration !== undefined && duration.kind !== 'dates') uses.calendars.add(duration.calendar)
  }
  for (const position of [people?.owner, ...(people?.approvers ?? [])])
    if (position !== undefined) uses.positions.add(position)
  for (const clause of [...promises, ...remedies, ...authority]) {
    takeCondition(clause.when)
    for (const { cells } of clause.rows) takeCondition(cells)
  }
  for (const { audience, clock, rows, ifBroken } of promises) {
    takeAudience(audience)
    if (clock.kind === 'declared')
      for (const event of [clock.from, clock.until, ...clock.givenUp]) uses.events.add(event)
    for (const row of rows) {
      takeDuration(row.target)
      takeAudience(row.audience)
    }
    if (ifBroken?.remedy !== undefined) uses.remedies.add(ifBroken.remedy)
  }
  for (const { audience, rows } of remedies) {
    takeAudience(audience)
    for (const { upTo } of rows) if (upTo?.kind === 'fact') uses.facts.add(upTo.fact)
  }
  for (const { position } of authority) uses.positions.add(position)
  for (const { owner } of clausesOf(document)) if (owner !== undefined) uses.positions.add(owner)
  for (const spoken of clausesOf(document)
    .filter((one) => isStatedClause(one))
    .flatMap(spokenOf)) {
    takeAudience(spoken.audience)
    for (const condition of spoken.conditions ?? []) takeCondition(condition)
    for (const duration of spoken.durations ?? []) takeDuration(duration)
    for (const fact of spoken.facts ?? []) uses.facts.add(fact)
    for (const calendar of spoken.calendars ?? []) if (calendar !== undefined) uses.calendars.add(calendar)
    for (const position of spoken.positions ?? []) uses.positions.add(position)
    for (const remedy of spoken.remedies ?? []) uses.remedies.add(remedy)
  }
  takeLaw(document, uses)
  for (const { on, steps } of escalation) {
    if (on.kind === 'condition') {
      takeCondition(on.when)
      if (on.event !== undefined) uses.events.add(on.event)
    }
    for (const { at, tell, giveTo, raisePriority } of steps) {
      if (at.kind === 'after') takeDuration(at.duration)
      for (const position of tell) uses.positions.add(position)
      if (giveTo !== undefined) uses.positions.add(giveTo)
      // The step acts on the fact of this name.
      if (raisePriority) uses.facts.add('priority')
    }
  }
  return uses
}

/** What the law needs of the charter: by which facts and events a matter is known, and which dates are holidays. */
function takeLaw({ law }: CharterDocument, { facts, events, calendars }: Uses): void {
  for (const when of law?.matters.values() ?? []) for (const fact of when.keys()) facts.add(fact)
  for (const event of law?.events.values() ?? []) events.add(event)
  if (law?.holidays !== undefined) calendars.add(law.holidays)
}

/** What a clause speaks of that is read to people; a kind that is not here, and no table of fields, is refused by the types. */
function spokenOf(clause: StatedClause): Spoken | readonly Spoken[] {
  switch (clause.kind) {
    case 'objective':
      return { audience: clause.audience }
    case 'crisis':
      return { durations: clause.amends.map(({ change }) => (change.kind === 'target' ? change.target : undefined)) }
    case 'channel': {
      const { audience, hours, afterHours, bestFor } = clause
      const durations = [afterHours?.person]
      return { audience, conditions: bestFor, calendars: [hours], durations, facts: ['channel'] }
    }
    case 'procedure':
      return spokenOfProcedure(clause)
    case 'routing':
      return { conditions: [clause.when, ...clause.rows.map(({ cells }) => cells)] }
    case 'agreement': {
      const { when, rows } = clause
      return { conditions: [when, ...rows.map(({ cells }) => cells)], durations: rows.map(({ target }) => target) }
    }
    default:
      return spokenByFields(clause)
  }
}

function spokenOfProcedure({ audience, when, steps }: ProcedureClause): Spoken {
  const actions = steps.map(({ action }) => action)
  return {
    audience,
    conditions: [when, ...steps.map((step) => step.when)],
    durations: actions.map((action) => (action.kind === 'wait' ? action.atMost : undefined)),
    positions: actions.flatMap((action) =>
      action.kind === 'approve' || action.kind === 'hand over' ? [action.position] : [],
    ),
    remedies: actions.flatMap((action) => (action.kind === 'decide' ? [action.remedy] : [])),
    // What a procedure asks for is a fact, where the charter has one of this name.
    facts: actions.flatMap((action) =>
      action.kind === 'ask' ? [action.what] : action.kind === 'hand over' ? action.needs : [],
    ),
  }
}
