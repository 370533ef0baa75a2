/** Steps of procedures that nobody ever comes to. */
import {
  type CharterDocument,
  type Condition,
  type Finding,
  type Place,
  type ProcedureClause,
  stepsBehind,
} from '../../charter/index.ts'
import { buildDiagram, type Diagram } from '../diagram/diagram.ts'
import { pathTo } from '../diagram/diagram-paths.ts'
import { type Cases, casesOf, hasNoCases, sectionsOf, type TableSource } from '../tables/cases.ts'
import { type Moment, witnessOf } from '../tables/witness.ts'
import { found } from '../words/found.ts'

/** So many ways of a procedure are looked at; of one with more of them nothing is said. */
const MOST_WAYS = 2000

/**
 * A step to which no way leads (SPEC CH8), with a ticket to which the procedure applies. A procedure that applies to no
 * ticket is told by itself.
 */
export function checkProcedures({ facts, procedures }: CharterDocument, moment: Moment): Finding[] {
  return procedures.flatMap((procedure): Finding[] => {
    const { id, when, steps } = procedure
    const scope = casesOf({ facts, hit: 'first', when, rows: [] })
    if (hasNoCases(scope))
      return [found('empty-scope', [...when.values()][0]?.place ?? procedure.place, { clause: id })]
    const source = (rows: readonly Condition[]): TableSource => ({
      facts,
      hit: 'first',
      when,
      rows: rows.map((cells) => ({ cells })),
    })
    const reached = stepsReached(procedure, (before, own) => canBe(source([...before, own])))
    if (reached === undefined) return []
    const witness = witnessOf(scope.columns, new Int32Array(scope.columns.length), moment)
    const at = (place: Place, form: 'step-never-reached.never' | 'step-never-reached.passed', index: number) =>
      found(form, place, { step: index + 1, clause: id }, witness)
    return steps.flatMap((step, index) => {
      if (reached.has(index)) return []
      if (!canBe(source([step.when]))) return [at(step.place, 'step-never-reached.never', index)]
      return [at(step.place, 'step-never-reached.passed', index)]
    })
  })
}

/** May the last condition hold where none of those before it does? Undefined where that is too entangled to be told. */
function canBe(source: TableSource): boolean {
  const last = source.rows.length - 1
  const diagram = firstRows(source, casesOf(source))
  return diagram === undefined || pathTo(diagram, (row) => row === last) !== undefined
}

/** The diagram of the first row that matches each case; the number of rows for none. */
function firstRows(source: TableSource, { diagramColumns, words }: Cases): Diagram | undefined {
  return buildDiagram(diagramColumns, words, sectionsOf([source], 1), (alive, offset) => {
    const word = alive.subarray(offset, offset + words).findIndex((bits) => bits !== 0)
    if (word < 0) return source.rows.length
    // One row is kept, so one bit is set.
    return (word << 5) + 31 - Math.clz32(alive[offset + word] as number)
  })
}

/**
 * The steps (from 0) to which some way leads. What was done stays done when facts change, so a step that is taken asks nothing
 * of those behind it; one that is left out must not hold by the facts that lead on (SPEC W8). Undefined where the ways are
 * too many.
 */
function stepsReached(
  procedure: ProcedureClause,
  canHold: (leftOut: readonly Condition[], own: Condition) => boolean,
): ReadonlySet<number> | undefined {
  const { steps } = procedure
  const reached = new Set<number>()
  const seen = new Set<string>()
  const open: (readonly [number, readonly number[]])[] = [[0, []]]
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const [index, leftOut] = way
    const step = steps[index]
    const name = `${index}/${leftOut.join(',')}`
    if (step === undefined || seen.has(name)) continue
    if (seen.size === MOST_WAYS) return undefined
    seen.add(name)
    const conditions = leftOut.flatMap((one) => steps[one]?.when ?? [])
    const isTaken = canHold(conditions, step.when)
    const behind = stepsBehind(procedure, index)
    if (isTaken) {
      reached.add(index)
      for (const next of behind) open.push([next, leftOut])
    }
    // Left out it asks more of what follows than taken: that is looked at only where it leads elsewhere then.
    if (!isTaken) open.push([index + 1, leftOut])
    else if (step.when.size > 0 && !behind.includes(index + 1))
      open.push([index + 1, [...new Set([...leftOut, index])].sort((a, b) => a - b)])
  }
  return reached
}
