/** Clauses as people read them: the words, and the tables as they are written. */
import type {
  Audience,
  AuthorityClause,
  AuthorityRow,
  CharterDocument,
  ClockDefinition,
  Condition,
  Duration,
  EscalationClause,
  EscalationStep,
  Measure,
  PromiseClause,
  RemedyClause,
  Texts,
} from './document.ts'
import { formatMoney } from './quantity.ts'

/** One clause. Everything but `says` and `because` stands as a charter writes it, in no language. */
export interface ClauseView {
  readonly id: string
  readonly kind: 'promise' | 'escalation' | 'remedy' | 'authority'
  /** `public`, `staff`, or `position:NAME`: who it concerns. An authority concerns who holds its position, steps all staff. */
  readonly audience: string
  readonly says: Record<string, string> | null
  readonly because: Record<string, string> | null
  /** What is said once for the clause, by the name of its field. */
  readonly terms: { readonly name: string; readonly text: string }[]
  /** Rows of its table, or its steps: conditions by fact, and what is given by field. */
  readonly rows: { readonly when: Record<string, string>; readonly gives: Record<string, string> }[]
}

/** All clauses of a charter: promises, escalations, remedies, authority, in their order. */
export function viewClauses(document: CharterDocument): readonly ClauseView[] {
  const { promises, escalation, remedies, authority } = document
  return [
    ...promises.map(promiseView),
    ...escalation.map(escalationView),
    ...remedies.map(remedyView),
    ...authority.map(authorityView),
  ]
}

/** The clause of an id; undefined where there is none. */
export function viewClause(document: CharterDocument, id: string): ClauseView | undefined {
  return viewClauses(document).find((clause) => clause.id === id)
}

function promiseView(clause: PromiseClause): ClauseView {
  const { id, kind, says, because, clock, when, hit, pauses, measured, noAnswerNeeded, onChange, ifBroken } = clause
  const audience = audienceName(clause.audience)
  return {
    id,
    kind,
    audience,
    says: said(says),
    because: said(because),
    terms: terms({
      clock: clockText(clock),
      when: conditionText(when),
      hit: hit === 'first' ? '' : hit,
      pauses: pauses.join(', '),
      measured: measured.map(measureText).join(', '),
      'no answer needed': noAnswerNeeded.join(', '),
      'on change': onChange === 'keep' ? onChange : '',
      'if broken': [ifBroken?.apologise ? 'apologise' : '', ifBroken?.remedy ?? ''].filter(Boolean).join(', '),
    }),
    rows: clause.rows.map((row) => ({
      when: conditions(row.cells),
      gives: given({ target: row.targetText, audience: row.audience && audienceName(row.audience) }),
    })),
  }
}

function escalationView({ id, kind, says, because, on, steps }: EscalationClause): ClauseView {
  const trigger = on.kind === 'promise' ? { for: on.promise } : { on: on.event, when: conditionText(on.when) }
  return {
    id,
    kind,
    audience: 'staff',
    says: said(says),
    because: said(because),
    terms: terms(trigger),
    rows: steps.map((step) => ({
      when: stepTime(step),
      gives: given({
        tell: step.tell.join(', '),
        'give to': step.giveTo,
        'raise priority': step.raisePriority ? 'yes' : '',
      }),
    })),
  }
}

function remedyView({ id, kind, audience, says, because, when, hit, rows }: RemedyClause): ClauseView {
  return {
    id,
    kind,
    audience: audienceName(audience),
    says: said(says),
    because: said(because),
    terms: terms({ when: conditionText(when), hit: hit === 'first' ? '' : hit }),
    rows: rows.map(({ cells, allow, upTo }) => ({
      when: conditions(cells),
      gives: given({
        allow: allow.join(', '),
        'up to': upTo && (upTo.kind === 'amount' ? formatMoney(upTo.money) : upTo.fact),
      }),
    })),
  }
}

function authorityView({ id, kind, position, because, when, hit, rows }: AuthorityClause): ClauseView {
  return {
    id,
    kind,
    audience: `position:${position}`,
    says: null,
    because: said(because),
    terms: terms({ position, when: conditionText(when), hit: hit === 'first' ? '' : hit }),
    rows: rows.map((row) => ({ when: conditions(row.cells), gives: authorityGives(row) })),
  }
}

function authorityGives({ may, perTicket, perDay, bend }: AuthorityRow): Record<string, string> {
  return given({
    may: may.join(', '),
    'per ticket': perTicket && formatMoney(perTicket),
    'per day': perDay && formatMoney(perDay),
    bend: bend && `${formatMoney(bend.money)} a ${bend.period}`,
  })
}

function audienceName(audience: Audience): string {
  return typeof audience === 'string' ? audience : `position:${audience.position}`
}

function said(texts: Texts | undefined): Record<string, string> | null {
  return texts === undefined ? null : Object.fromEntries(texts.by)
}

function terms(fields: Readonly<Record<string, string | undefined>>): { name: string; text: string }[] {
  return Object.entries(given(fields)).map(([name, text]) => ({ name, text }))
}

/** Without what is not there. */
function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text]])),
  )
}

/** A cell that asks nothing is left out. */
function conditions(condition: Condition): Record<string, string> {
  return Object.fromEntries(
    [...condition.values()].flatMap(({ fact, text, accepts }) => (accepts === 'any' ? [] : [[fact, text]])),
  )
}

function conditionText(condition: Condition): string {
  return Object.entries(conditions(condition))
    .map(([fact, text]) => `${fact}: ${text}`)
    .join(', ')
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

const LENGTHS = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

/** As a charter writes it: `2 h of office`, `2 working days of office`, `14 days`. */
function durationText(duration: Duration): string {
  const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (duration.kind === 'dates') return counted(duration.span.count, duration.span.unit)
  if (duration.kind === 'working-days') return `${counted(duration.count, 'working day')} of ${duration.calendar}`
  const [unit, size] = LENGTHS.find(([, each]) => duration.ms % each === 0) ?? ['ms', 1]
  return `${duration.ms / size} ${unit} of ${duration.calendar}`
}
