/** Clauses that no ticket is judged by, as people read them. */
import { formatDate } from '../../calendar/index.ts'
import { isTexts, type StatedClause } from '../clause-texts.ts'
import type { CrisisClause } from '../document.ts'
import { fieldsOfClause, type PlainClause } from '../kinds/plain-kinds.ts'
import type {
  AgreementClause,
  ChannelClause,
  ObjectiveClause,
  ObjectiveMeasure,
  ProcedureClause,
  ProcedureStep,
  RoutingClause,
} from '../stated-clauses.ts'
import { type ClauseView, clauseView, conditions, conditionText, hitText } from './clause-view.ts'

/** All but a crisis, by which tickets are judged. */
type ReadClause = Exclude<StatedClause, CrisisClause>

/** One of them; a kind that is not here is refused by the types. */
export function viewStatedClause(clause: ReadClause): ClauseView {
  switch (clause.kind) {
    case 'objective':
      return objectiveView(clause)
    case 'procedure':
      return procedureView(clause)
    case 'channel':
      return channelView(clause)
    case 'routing':
      return routingView(clause)
    case 'agreement':
      return agreementView(clause)
    default:
      return plainView(clause)
  }
}

function objectiveView(clause: ObjectiveClause): ClauseView {
  const { kind, audience, value, measure, target, stretch, baseline, by, benchmarks } = clause
  return clauseView(clause, {
    kind,
    audience,
    terms: {
      value,
      measure: measureText(measure),
      target: target.text,
      by: formatDate(by),
      stretch: stretch?.text,
      baseline: baseline?.text,
    },
    rows: benchmarks.map(({ of, claims, channel, stance, source, date }) => ({
      gives: { of, claims: claims.text, channel, stance, source, date: formatDate(date) },
    })),
  })
}

/** A measure as a charter writes it: `kept(P1)`, `satisfaction`. */
export function measureText(measure: ObjectiveMeasure): string {
  return 'promise' in measure ? `${measure.kind}(${measure.promise})` : measure.kind
}

function procedureView(clause: ProcedureClause): ClauseView {
  const { kind, audience, when, standards, steps } = clause
  return clauseView(clause, {
    kind,
    audience,
    terms: { when: conditionText(when), standards: standards.join(', ') },
    rows: steps.map((step) => ({
      when: conditions(step.when),
      gives: { name: step.name, ...actionGives(step), next: step.next },
      says: step.action.kind === 'do' ? step.action.says : undefined,
    })),
  })
}

function actionGives({ action }: ProcedureStep): Readonly<Record<string, string | undefined>> {
  switch (action.kind) {
    case 'do':
      return {}
    case 'ask':
    case 'automate':
      return { [action.kind]: action.what }
    case 'decide':
      return { decide: action.remedy }
    case 'send':
      return { send: action.reply }
    case 'wait':
      return { wait: action.party, 'at most': action.text }
    case 'approve':
      return { approve: action.position }
    case 'hand over':
      return { 'hand over': action.position, needs: action.needs.join(', ') }
  }
}

function channelView(clause: ChannelClause): ClauseView {
  const { kind, audience, channel, state, from, until, hours, address, afterHours, movesTo, bestFor } = clause
  return clauseView(clause, {
    kind,
    audience,
    terms: {
      channel,
      state,
      from: from === undefined ? undefined : formatDate(from),
      until: until === undefined ? undefined : formatDate(until),
      hours,
      address,
      'after hours': afterHours?.answers,
      person: afterHours?.text,
      through: afterHours?.through,
      'moves to': movesTo,
    },
    rows: bestFor.map((cells) => ({ when: conditions(cells), gives: {} })),
  })
}

function routingView(clause: RoutingClause): ClauseView {
  const { kind, when, hit, rows } = clause
  return clauseView(clause, {
    kind,
    audience: 'staff',
    terms: { when: conditionText(when), hit: hitText(hit) },
    rows: rows.map(({ cells, to, skills }) => ({
      when: conditions(cells),
      gives: { to, skills: skills.join(', ') },
    })),
  })
}

function agreementView(clause: AgreementClause): ClauseView {
  const { kind, party, with: whose, for: promises, when, hit, rows } = clause
  return clauseView(clause, {
    kind,
    audience: 'staff',
    terms: { [whose]: party, for: promises.join(', '), when: conditionText(when), hit: hitText(hit) },
    rows: rows.map(({ cells, targetText }) => ({ when: conditions(cells), gives: { target: targetText } })),
  })
}

/** A clause that is a table of fields. */
function plainView(clause: PlainClause): ClauseView {
  const said = fieldsOfClause(clause).filter(({ name, value }) => name !== 'says' && value !== undefined)
  return clauseView(clause, {
    kind: clause.kind,
    audience: 'audience' in clause ? clause.audience : 'staff',
    terms: Object.fromEntries(said.map(({ name, field, value }) => [name, field.shape.written(value)])),
    texts: Object.fromEntries(said.flatMap(({ name, value }) => (isTexts(value) ? [[name, value]] : []))),
  })
}
