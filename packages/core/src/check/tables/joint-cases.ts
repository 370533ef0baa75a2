/** What several tables of one charter say of the same tickets: all of them are walked together. */

import { buildDiagram } from '../diagram/diagram.ts'
import { boxesOf, pathIn } from '../diagram/diagram-paths.ts'
import { type Hit, hitOf } from '../differences/table-differences.ts'
import { casesOfAll, sectionsOf, type TableSource } from './cases.ts'
import { instantText, type Moment, type Witness, witnessAt, witnessOf } from './witness.ts'

export interface JointCase<Verdict> {
  readonly verdict: Verdict
  /** A ticket that shows it. */
  readonly witness: Witness
}

const UNWANTED = 0
const MOST_BOXES = 256

/**
 * One ticket for each verdict that some ticket comes to, in the order in which they are met. `verdictOf` is given the row
 * that each table comes to, and says what that is, or undefined where it is of no interest; verdicts of one `key` are one.
 * Exact; none where the tables are too entangled to be walked in time. Where `startOf` is given, the ticket begins at that
 * instant (UTC ms).
 */
export function jointCases<Verdict>(
  sources: readonly TableSource[],
  verdictOf: (hits: readonly Hit[]) => Verdict | undefined,
  key: (verdict: Verdict) => string,
  moment: Moment,
  startOf?: (verdict: Verdict) => number,
): readonly JointCase<Verdict>[] {
  const cases = casesOfAll(sources)
  const sections = sectionsOf(sources, 1)
  const verdicts: Verdict[] = []
  const numbers = new Map<string, number>()
  const numberOf = (verdict: Verdict): number => {
    const known = numbers.get(key(verdict))
    if (known !== undefined) return known
    const number = verdicts.push(verdict)
    numbers.set(key(verdict), number)
    return number
  }
  const diagram = buildDiagram(cases.diagramColumns, cases.words, sections, (alive, offset) => {
    const hits = sources.map(({ hit }, index) => {
      const [from = 0, until = cases.words] = [sections[index]?.word, sections[index + 1]?.word]
      return hitOf(alive, offset + from, offset + until, hit)
    })
    const verdict = verdictOf(hits)
    return verdict === undefined ? UNWANTED : numberOf(verdict)
  })
  if (diagram === undefined) return []
  return verdicts.flatMap((verdict, index) => {
    const at = startOf?.(verdict)
    for (const box of boxesOf(diagram, (number) => number === index + 1, MOST_BOXES).boxes) {
      const witness =
        at === undefined
          ? witnessOf(cases.columns, pathIn(box), moment)
          : witnessAt(cases.columns, pathIn(box), { ...moment, at })
      if (witness !== undefined) return [{ verdict, witness }]
    }
    // An age that no date has at that instant.
    return at === undefined ? [] : [{ verdict, witness: { facts: {}, at: instantText(at) } }]
  })
}
