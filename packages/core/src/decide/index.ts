export { type BoundCharter, type BoundTable, bindCharter, misfits, rowOf, type TicketFacts } from './bind.ts'
export { type ConditionStanding, type Conditions, conditionsOn } from './conditions.ts'
export { decide, numberedRuns, RULES, stateOf } from './decide.ts'
export type {
  Commitment,
  CommitmentState,
  Decision,
  DecisionContext,
  GrantLimit,
  Kindness,
  Reason,
  ReasonCode,
  RemedyAllowed,
  Spent,
  StepDue,
  Unevaluated,
} from './decision.ts'
export { type CommitmentJson, type DecisionJson, decisionJson, type ReasonJson } from './decision-json.ts'
export type { Misfit } from './fact-numbers.ts'
export { Judge } from './judge.ts'
export { sayPassedOver } from './matching-rows.ts'
export { countedTime } from './reckon.ts'
export { remediesOf } from './remedies.ts'
export { RUN, type Run } from './run.ts'
export { sayInstant, sayLength } from './say.ts'
export { instantAfter, RISK_PERCENT } from './steps.ts'
export { sayCondition, whyOf } from './why.ts'
