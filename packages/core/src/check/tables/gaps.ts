/** Cases inside a table's scope that no row covers; `unknown` counts as one more value. */
import type { Finding } from '../../charter/index.ts'
import { buildDiagram } from '../diagram/diagram.ts'
import { type Box, boxesOf, pathIn } from '../diagram/diagram-paths.ts'
import { boxesWords, witnessWords } from '../words/case-words.ts'
import { found } from '../words/found.ts'
import { toldCases } from './case-conditions.ts'
import { type Cases, isUnknown, sectionsOf } from './cases.ts'
import type { TableSubject } from './table-subjects.ts'
import { type Moment, type Witness, witnessOf } from './witness.ts'

const COVERED = 0
const UNCOVERED = 1
/** Kinds of case that are looked at, and that are told. */
const MOST_BOXES = 256
const MOST_TOLD = 3
/** A gap that is all of the scope is one of known facts, since it is one whatever they are. */
const EVERYWHERE = { promise: 'uncovered-case', remedy: 'uncovered-remedy' } as const

/**
 * The gaps of one table. Those with all facts known and those through an unknown fact alone are two findings, since they
 * are mended differently. Authority has no gaps: where it is silent, nobody may.
 */
export function findGaps(subject: TableSubject, cases: Cases, moment: Moment): Finding[] {
  const { kind, id, place, source } = subject
  if (kind === 'authority') return []
  const { columns, diagramColumns, words } = cases
  const diagram = buildDiagram(diagramColumns, words, sectionsOf([source], 1), (alive, offset) => {
    for (let word = 0; word < words; word++) if (alive[offset + word] !== 0) return COVERED
    return UNCOVERED
  })
  if (diagram === undefined || !diagram.verdicts.has(UNCOVERED)) return []

  const { boxes, all } = boxesOf(diagram, (verdict) => verdict === UNCOVERED, MOST_BOXES)
  const known = boxes.filter((box) => knownPart(box, cases) !== undefined)
  const unknown = boxes.filter((box) => knownPart(box, cases) === undefined)
  const tell = (
    form: 'uncovered-case.some' | 'uncovered-unknown' | 'uncovered-remedy.some',
    those: readonly Box[],
  ): Finding[] => {
    const shown = witnessed(those, cases, moment)
    if (shown === undefined) return []
    const ordered = [shown.box, ...those.filter((box) => box !== shown.box)]
    const where = boxesWords(columns, ordered, MOST_TOLD, all)
    if (where === '') return [found(`${EVERYWHERE[kind]}.never`, place, { clause: id }, shown.witness)]
    const told = { where, example: shown.words }
    return [found(form, place, { clause: id, ...toldCases(columns, ordered, MOST_TOLD, all) }, shown.witness, told)]
  }
  if (kind === 'remedy') return tell('uncovered-remedy.some', [...known, ...unknown])
  return [...tell('uncovered-case.some', known), ...tell('uncovered-unknown', unknown)]
}

/** The box without its unknown facts; undefined where some fact of it is always unknown. */
function knownPart(box: Box, { columns }: Cases): Box | undefined {
  const part = box.map((atoms, column) => {
    if (atoms === 'any') return atoms
    return atoms.filter((atom) => {
      const own = columns[column]?.atoms[atom]
      return own !== undefined && !isUnknown(own)
    })
  })
  return part.some((atoms) => atoms.length === 0) ? undefined : part
}

/** A ticket in one of the boxes, with its facts known where the box lets them be. */
function witnessed(
  boxes: readonly Box[],
  cases: Cases,
  moment: Moment,
): { box: Box; witness: Witness; words: string } | undefined {
  const { columns } = cases
  for (const box of boxes) {
    const witness = witnessOf(columns, pathIn(knownPart(box, cases) ?? box), moment)
    if (witness !== undefined)
      return { box, witness, words: witnessWords(witness, columns, (column) => box[column] !== 'any') }
  }
  return undefined
}
