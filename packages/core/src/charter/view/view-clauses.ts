/** Clauses as people read them: the words, and the tables as they are written. */

import { audienceName } from '../audience.ts'
import { type AnyClause, clausesOf } from '../clause-texts.ts'
import type {
  AmendmentChange,
  AuthorityClause,
  AuthorityRow,
  CharterDocument,
  CrisisClause,
  EscalationClause,
  EscalationStep,
  PromiseClause,
  RemedyClause,
} from '../document.ts'
import type { ClockDefinition, Measure, Texts } from '../parts.ts'
import { formatMoney } from '../quantity.ts'
import { repeatedText } from '../repeated-contact.ts'
import { type ClauseView, clauseView, conditions, conditionText, hitText } from './clause-view.ts'
import { durationText } from './duration-text.ts'
import { viewStatedClause } from './view-stated-clauses.ts'

/** All clauses of a charter, kind by kind in the order of `CLAUSE_KINDS`. */
export function viewClauses(document: CharterDocument): readonly ClauseView[] {
  return clausesOf(document).map((clause) => viewOf(clause, document))
}

function viewOf(clause: AnyClause, { law, events }: CharterDocument): ClauseView {
  switch (clause.kind) {
    case 'promise':
      return promiseView(clause)
    case 'crisis':
      return crisisView(clause)
    case 'escalation':
      return escalationView(clause, events, law?.disputeBody)
    case 'remedy':
      return remedyView(clause)
    case 'authority':
      return authorityView(clause)
    default:
      return viewStatedClause(clause)
  }
}

/** The clause of an id; undefined where there is none. */
export function viewClause(document: CharterDocument, id: string): ClauseView | undefined {
  return viewClauses(document).find((clause) => clause.id === id)
}

function promiseView(clause: PromiseClause): ClauseView {
  const { kind, audience, clock, when, hit, pauses, measured, noAnswerNeeded, onChange, ifBroken, law = [] } = clause
  const { conditions: needs, limits, contact, complaints } = clause
  return clauseView(clause, {
    kind,
    audience,
    terms: {
      clock: clockText(clock),
      when: conditionText(when),
      hit: hitText(hit),
      pauses: pauses.join(', '),
      measured: measured.map(measureText).join(', '),
      'no answer needed': noAnswerNeeded.join(', '),
      'on change': onChange === 'keep' ? onChange : '',
      'if broken': [ifBroken?.apologise ? 'apologise' : '', ifBroken?.remedy ?? ''].filter(Boolean).join(', '),
      law: law.join(', '),
    },
    texts: { conditions: needs, limits, contact, complaints },
    rows: clause.rows.map((row) => ({
      when: conditions(row.cells),
      gives: { target: row.targetText, audience: row.audience && audienceName(row.audience) },
    })),
  })
}

function crisisView(clause: CrisisClause): ClauseView {
  const { kind, from, until, amends } = clause
  return clauseView(clause, {
    kind,
    // What changes for customers is told to them, whoever may read the promises in full.
    audience: 'public',
    terms: { from: from.text, until: until.text },
    rows: amends.map(({ promise, change }) => ({ gives: { promise, ...changeGives(change) } })),
  })
}

function changeGives(change: AmendmentChange): Record<string, string> {
  if (change.kind === 'suspended') return { suspended: 'yes' }
  return change.kind === 'times' ? { times: String(change.times) } : { target: change.targetText }
}

/** Behind the last step of what is done about a promise stands who settles a dispute outside the company. */
function escalationView(
  clause: EscalationClause,
  events: CharterDocument['events'],
  disputeBody: Texts | undefined,
): ClauseView {
  const { kind, on, steps } = clause
  const repeated = on.kind === 'condition' && on.event !== undefined ? events.get(on.event)?.repeated : undefined
  return clauseView(clause, {
    kind,
    audience: 'staff',
    terms:
      on.kind === 'promise'
        ? { for: on.promise }
        : { on: on.event, repeated: repeated && repeatedText(repeated), when: conditionText(on.when) },
    texts: on.kind === 'promise' ? { 'dispute body': disputeBody } : {},
    rows: steps.map((step) => ({
      when: stepTime(step),
      gives: { tell: step.tell.join(', '), 'give to': step.giveTo, 'raise priority': step.raisePriority ? 'yes' : '' },
    })),
  })
}

function remedyView(clause: RemedyClause): ClauseView {
  const { kind, audience, when, hit, rows } = clause
  return clauseView(clause, {
    kind,
    audience,
    terms: { when: conditionText(when), hit: hitText(hit) },
    rows: rows.map(({ cells, allow, upTo, tell }) => ({
      when: conditions(cells),
      gives: {
        allow: allow.join(', ') || 'none',
        'up to': upTo && (upTo.kind === 'amount' ? formatMoney(upTo.money) : upTo.fact),
        tell: tell?.join(', '),
      },
    })),
  })
}

function authorityView(clause: AuthorityClause): ClauseView {
  const { kind, position, when, hit, rows } = clause
  return clauseView(clause, {
    kind,
    audience: { position },
    terms: { position, when: conditionText(when), hit: hitText(hit) },
    rows: rows.map((row) => ({ when: conditions(row.cells), gives: authorityGives(row) })),
  })
}

function authorityGives({ may, perTicket, perDay, bend }: AuthorityRow): Record<string, string | undefined> {
  return {
    may: may.join(', '),
    'per ticket': perTicket && formatMoney(perTicket),
    'per day': perDay && formatMoney(perDay),
    bend: bend && `${formatMoney(bend.money)} a ${bend.period}`,
  }
}

function clockText(clock: ClockDefinition): string {
  if (clock.kind === 'resolution') return clock.until === 'closed' ? 'resolution until closed' : 'resolution'
  if (clock.kind !== 'declared') return clock.kind
  const { from, until, givenUp, each } = clock
  return [
    `${from} … ${until}`,
    ...(givenUp.length > 0 ? [`given up: ${givenUp.join(', ')}`] : []),
    ...(each === 'once' ? ['once'] : []),
  ].join(', ')
}

function measureText(measure: Measure): string {
  if (measure.kind === 'each') return 'each'
  return measure.kind === 'share' ? `${measure.percent}% a ${measure.period}` : measure.text
}

function stepTime({ at }: EscalationStep): Record<string, string> {
  if (at.kind === 'percent') return { at: `${at.percent}%` }
  return at.kind === 'after' ? { after: durationText(at.duration) } : {}
}
