/** Cases inside a table's scope that no row covers; `unknown` counts as one more value. */
import type { Finding } from '../charter/index.ts'
import { boxesWords, witnessWords } from './case-words.ts'
import { type Cases, isUnknown, sectionsOf } from './cases.ts'
import { buildDiagram } from './diagram.ts'
import { type Box, boxesOf, pathIn } from './diagram-paths.ts'
import { found } from './found.ts'
import type { TableSubject } from './table-subjects.ts'
import { type Moment, type Witness, witnessOf } from './witness.ts'

const COVERED = 0
const UNCOVERED = 1
/** Kinds of case that are looked at, and that are told. */
const MOST_BOXES = 256
const MOST_TOLD = 3

/**
 * The gaps of one table. Those with all facts known and those through an unknown fact alone are two findings, since they
 * are mended differently. Authority has no gaps: where it is silent, nobody may.
 */
export function findGaps(subject: TableSubject, cases: Cases, moment: Moment): Finding[] {
  const { kind, place, source } = subject
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
    code: 'uncovered-case' | 'uncovered-unknown' | 'uncovered-remedy',
    those: readonly Box[],
  ): Finding[] => {
    const shown = witnessed(those, cases, moment)
    if (shown === undefined) return []
    const where = boxesWords(columns, [shown.box, ...those.filter((box) => box !== shown.box)], MOST_TOLD, all)
    return [found(code, place, message(subject, code, where, shown.words), shown.witness)]
  }
  if (kind === 'remedy') return tell('uncovered-remedy', [...known, ...unknown])
  return [...tell('uncovered-case', known), ...tell('uncovered-unknown', unknown)]
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

function message({ id, kind, rows }: TableSubject, code: string, where: string, example: string): string {
  const gives = kind === 'promise' ? 'promises nothing' : 'offers nothing'
  if (rows.length === 0) return `${id} ${gives}: its table has no rows. Write at least one row.`
  if (where === '')
    return `${id} ${gives} to any ticket: no row matches a case of its scope. Compare its rows with its “when”.`
  const mend =
    code === 'uncovered-unknown'
      ? 'A fact that is not filled in meets only “-”, an empty cell and “unknown”: add a last row without conditions, or one for “unknown”.'
      : 'Add a row for it, or a last row without conditions, or leave it out of the scope with “when”.'
  return `${id} ${gives} for ${where}: no row covers it. For example: ${example}. ${mend}`
}
