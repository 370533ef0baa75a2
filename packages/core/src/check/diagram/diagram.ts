/**
 * The multi-terminal decision diagram behind the exact checks: it stands for every case of a table (one atom a column)
 * without listing them. The columns are walked in order with the set of rows still alive; equal sets at one column are
 * walked once, and nodes with the same branches are one node.
 */
import { IntegerKeys } from './integer-keys.ts'

/** One column of the cases: for each atom the rows that accept it, `bits[atom * words + w]`. */
export interface DiagramColumn {
  readonly count: number
  readonly bits: Int32Array
}

/**
 * Rows that compete: those of one table stand together, `rows` of them from word `word` on. Of the rows that match a case
 * the first `keep` are looked at; which others match besides is not asked, and so does not part one case from another.
 */
export interface RowSection {
  readonly word: number
  readonly rows: number
  readonly keep: 1 | 2
}

/**
 * What a case comes to, as a whole number ≥ 0 of the caller's making. `alive` holds the matching rows from `offset` on.
 */
export type Verdict = (alive: Int32Array, offset: number) => number

/**
 * A reference is an inner node (≥ 0) or a verdict (< 0, its complement). Branches that lead to one place make no node, so
 * a column that does not matter is skipped.
 */
export interface Diagram {
  readonly root: number
  readonly columns: readonly DiagramColumn[]
  /** By node: which column it asks, and where each atom of it leads. */
  readonly column: readonly number[]
  readonly branches: readonly Int32Array[]
  /** Every verdict that some case comes to. */
  readonly verdicts: ReadonlySet<number>
}

/** Branches that a walk may follow, about half a second's work: fifty times what the largest tables in use need. */
const MOST_BRANCHES = 4_000_000

/**
 * The diagram of all cases, or undefined where the table is so entangled that a walk would follow more than `most`
 * branches, that is, take too long.
 */
export function buildDiagram(
  columns: readonly DiagramColumn[],
  words: number,
  sections: readonly RowSection[],
  verdict: Verdict,
  most = MOST_BRANCHES,
): Diagram | undefined {
  const walk = new Walk(columns, words, sections, verdict, most)
  const root = walk.from(0)
  if (walk.followed > most) return undefined
  return { root, columns, column: walk.column, branches: walk.branches, verdicts: walk.verdicts }
}

class Walk {
  followed = 0
  readonly column: number[] = []
  readonly branches: Int32Array[] = []
  readonly verdicts = new Set<number>()

  private readonly columns: readonly DiagramColumn[]
  private readonly words: number
  private readonly sections: readonly RowSection[]
  private readonly verdict: Verdict
  private readonly most: number
  /** By level: the rows alive there. */
  private readonly alive: Int32Array
  /** By level: the rows that every atom of the columns from there on accepts. */
  private readonly settled: Int32Array
  private readonly seen: IntegerKeys[]
  private readonly answers: number[][]
  private readonly nodes: IntegerKeys[]
  private readonly nodeOf: number[][]
  private readonly scratch: Int32Array[]

  constructor(
    columns: readonly DiagramColumn[],
    words: number,
    sections: readonly RowSection[],
    verdict: Verdict,
    most: number,
  ) {
    this.columns = columns
    this.words = words
    this.sections = sections
    this.verdict = verdict
    this.most = most
    this.alive = new Int32Array((columns.length + 1) * words)
    for (const { word, rows } of sections) {
      for (let row = 0; row < rows; row++)
        this.alive[word + (row >> 5)] = (this.alive[word + (row >> 5)] ?? 0) | (1 << (row & 31))
    }
    this.settled = settledRows(columns, words)
    this.seen = columns.map(() => new IntegerKeys(words))
    this.answers = columns.map(() => [])
    this.nodes = columns.map(({ count }) => new IntegerKeys(count))
    this.nodeOf = columns.map(() => [])
    this.scratch = columns.map(({ count }) => new Int32Array(count))
    this.forgetBeaten(0)
  }

  /** The reference for the rows alive at a level. */
  from(level: number): number {
    const at = level * this.words
    if (this.isSettled(level)) {
      const verdict = this.verdict(this.alive, at)
      this.verdicts.add(verdict)
      return ~verdict
    }
    const seen = this.seen[level] as IntegerKeys
    const answers = this.answers[level] as number[]
    const known = seen.size
    const state = seen.number(this.alive, at)
    if (state < known) return answers[state] as number
    const { count, bits } = this.columns[level] as DiagramColumn
    this.followed += count
    // Past the limit the answer is thrown away, so any will do.
    if (this.followed > this.most) return 0
    const branches = this.scratch[level] as Int32Array
    let same = true
    for (let atom = 0; atom < count; atom++) {
      for (let word = 0; word < this.words; word++) {
        this.alive[at + this.words + word] =
          (this.alive[at + word] as number) & (bits[atom * this.words + word] as number)
      }
      this.forgetBeaten(level + 1)
      const branch = this.from(level + 1)
      branches[atom] = branch
      if (branch !== branches[0]) same = false
    }
    const answer = same ? (branches[0] as number) : this.node(level, branches)
    answers[state] = answer
    return answer
  }

  private node(level: number, branches: Int32Array): number {
    const nodes = this.nodes[level] as IntegerKeys
    const known = nodes.size
    const key = nodes.number(branches, 0)
    const nodeOf = this.nodeOf[level] as number[]
    if (key < known) return nodeOf[key] as number
    const node = this.column.length
    this.column.push(level)
    this.branches.push(branches.slice())
    nodeOf[key] = node
    return node
  }

  /** Nothing that is still to be asked can change which rows match. */
  private isSettled(level: number): boolean {
    const at = level * this.words
    for (let word = 0; word < this.words; word++) {
      if (((this.alive[at + word] as number) & ~(this.settled[at + word] as number)) !== 0) return false
    }
    return true
  }

  /** Drops the rows that stand behind `keep` rows which match whatever comes: no verdict looks at them. */
  private forgetBeaten(level: number): void {
    const at = level * this.words
    for (const { word, rows, keep } of this.sections) {
      const end = at + word + ((rows + 31) >> 5)
      let left: number = keep
      for (let place = at + word; place < end; place++) {
        if (left === 0) {
          this.alive[place] = 0
          continue
        }
        let sure = (this.alive[place] as number) & (this.settled[place] as number)
        let last = 0
        while (sure !== 0 && left > 0) {
          last = sure & -sure
          sure ^= last
          left--
        }
        if (left === 0) this.alive[place] = (this.alive[place] as number) & (last | (last - 1))
      }
    }
  }
}

/** By level, the rows that accept every atom of the columns from that level on. */
function settledRows(columns: readonly DiagramColumn[], words: number): Int32Array {
  const settled = new Int32Array((columns.length + 1) * words).fill(-1)
  for (let level = columns.length - 1; level >= 0; level--) {
    const { count, bits } = columns[level] as DiagramColumn
    for (let word = 0; word < words; word++) {
      let all = settled[(level + 1) * words + word] as number
      for (let atom = 0; atom < count; atom++) all &= bits[atom * words + word] as number
      settled[level * words + word] = all
    }
  }
  return settled
}
