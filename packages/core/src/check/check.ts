import type { Calendar, Zone } from '../calendar/index.ts'
import type { CharterDocument, CompiledCharter, Finding } from '../charter/index.ts'
import { checkAgreement } from './check-agreement.ts'
import { checkAuthority } from './check-authority.ts'
import { checkBenchmarks } from './check-benchmarks.ts'
import { checkBeneath } from './check-beneath.ts'
import { checkCalendars } from './check-calendars.ts'
import { checkCircles } from './check-circles.ts'
import { checkClocks } from './check-clocks.ts'
import { checkClosures } from './check-closures.ts'
import { checkDefinition } from './check-definition.ts'
import { checkDisputeBody } from './check-dispute-body.ts'
import { checkExamples } from './check-examples.ts'
import { checkHolders, type Holders } from './check-holders.ts'
import { checkLaw } from './check-law.ts'
import { checkLawAges } from './check-law-ages.ts'
import { checkProcedures } from './check-procedures.ts'
import { checkPurpose } from './check-purpose.ts'
import { checkRanks } from './check-ranks.ts'
import { checkReviews } from './check-reviews.ts'
import { checkStepCalendars } from './check-step-calendars.ts'
import { checkSteps } from './check-steps.ts'
import { checkTables } from './check-tables.ts'
import { checkTargets } from './check-targets.ts'
import { checkTexts } from './check-texts.ts'
import { checkTranslations } from './check-translations.ts'
import { checkUnused } from './check-unused.ts'
import { checkWords } from './check-words.ts'

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
