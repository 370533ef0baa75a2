import type { Calendar, Zone } from '../calendar/index.ts'
import type { CharterDocument, CompiledCharter, Finding } from '../charter/index.ts'
import { checkAgreement } from './clauses/check-agreement.ts'
import { checkBenchmarks } from './clauses/check-benchmarks.ts'
import { checkBeneath } from './clauses/check-beneath.ts'
import { checkCalendars } from './clauses/check-calendars.ts'
import { checkCircles } from './clauses/check-circles.ts'
import { checkClocks } from './clauses/check-clocks.ts'
import { checkClosures } from './clauses/check-closures.ts'
import { checkDefinition } from './clauses/check-definition.ts'
import { checkDisputeBody } from './clauses/check-dispute-body.ts'
import { checkHolders, type Holders } from './clauses/check-holders.ts'
import { checkProcedures } from './clauses/check-procedures.ts'
import { checkPurpose } from './clauses/check-purpose.ts'
import { checkReviews } from './clauses/check-reviews.ts'
import { checkStepCalendars } from './clauses/check-step-calendars.ts'
import { checkSteps } from './clauses/check-steps.ts'
import { checkTargets } from './clauses/check-targets.ts'
import { checkTexts } from './clauses/check-texts.ts'
import { checkTranslations } from './clauses/check-translations.ts'
import { checkUnused } from './clauses/check-unused.ts'
import { checkExamples } from './examples/check-examples.ts'
import { checkAuthority } from './limits/check-authority.ts'
import { checkLaw } from './limits/check-law.ts'
import { checkLawAges } from './limits/check-law-ages.ts'
import { checkRanks } from './limits/check-ranks.ts'
import { checkTables } from './tables/check-tables.ts'
import { checkWords } from './words/check-words.ts'

/** What the exact checks look at beside the document: its zone and calendars as compiled, and the date of asking. */
export interface CheckOptions {
  /** Now, UTC ms: witnesses, closures and reviews are dated from it. */
  readonly asOf: number
  readonly zone: Zone
  readonly calendars: ReadonlyMap<string, Calendar>
  /** How many people hold each position, where that is known; else it is not asked. */
  readonly holders?: Holders
  /** The version that it takes the place of, where that is known: translations are compared with it. */
  readonly before?: CharterDocument
  /** The charter compiled over the span of its examples, where they are to be tried; else nothing is said of them. */
  readonly examplesOf?: CompiledCharter
}

/**
 * All static checks of a charter that reading it has understood, in the order of the source. Pure: the same document and
 * options give the same findings. docs/findings has a page for each.
 */
export function checkCharter(
  document: CharterDocument,
  { asOf, zone, calendars, holders, before, examplesOf }: CheckOptions,
): readonly Finding[] {
  const charter = { document, zone, calendars }
  const moment = { at: asOf, zone }
  return inSourceOrder([
    ...checkStructure(document),
    ...checkTables(document, moment),
    ...checkCalendars(document, calendars, asOf),
    ...checkClosures(document, calendars, zone, asOf),
    ...checkRanks(charter, moment),
    ...checkAgreement(charter, moment),
    ...checkLaw(charter, moment),
    ...checkLawAges(document, moment),
    ...checkBeneath(charter, moment),
    ...checkStepCalendars(charter, asOf),
    ...checkAuthority(document, moment),
    ...checkProcedures(document, moment),
    ...checkReviews(document, moment),
    ...checkBenchmarks(document, moment),
    ...(before === undefined ? [] : checkTranslations(document, before)),
    ...(holders === undefined ? [] : checkHolders(document, holders)),
    ...(examplesOf === undefined ? [] : checkExamples(examplesOf)),
  ])
}

/** `avow check --quick`: structure and types only, without walking a table or compiling a calendar. */
export function checkQuickly(document: CharterDocument): readonly Finding[] {
  return inSourceOrder(checkStructure(document))
}

function checkStructure(document: CharterDocument): Finding[] {
  return [
    ...checkTexts(document),
    ...checkUnused(document),
    ...checkClocks(document),
    ...checkTargets(document),
    ...checkSteps(document),
    ...checkCircles(document),
    ...checkPurpose(document),
    ...checkDefinition(document),
    ...checkDisputeBody(document),
    ...checkWords(document),
  ]
}

/** Sorts by line, then column; findings of one place keep the order of the checks. */
export function inSourceOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.line - b.line || a.column - b.column)
}
