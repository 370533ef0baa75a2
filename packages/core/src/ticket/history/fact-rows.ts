import type { FactColumn } from '../columns.ts'
import type { FactValue } from '../event.ts'
import { ByteStrings, hashOfBytes } from './byte-strings.ts'
import { grownIndices } from './growing.ts'
import { GrowingFact } from './growing-fact.ts'
import { encodeUtf8 } from './utf8.ts'

/** A charter has some tens of facts; each costs a column as long as the history, so a hostile file gets no more than this. */
export const FACTS_AT_MOST = 256

const SCRATCH = new Uint8Array(256)

/** The facts that events give, a row an event. */
export class FactRows {
  readonly facts: GrowingFact[] = []
  count = 0
  /** How often a fact was left out because there were too many names. */
  dropped = 0
  private readonly names = new ByteStrings()

  /** Takes the facts of an event in; answers their row. */
  add(facts: Readonly<Record<string, FactValue>>): number {
    const row = this.count++
    for (const [name, value] of Object.entries(facts)) {
      const fact = this.facts[this.internName(name)]
      if (fact === undefined) this.dropped++
      else fact.set(row, fact.valueOf(value))
    }
    return row
  }

  /** The fact whose name is `bytes[start, end)`; undefined where no event has named it yet. */
  named(bytes: Uint8Array, start: number, end: number): GrowingFact | undefined {
    return this.facts[this.names.find(bytes, start, end, hashOfBytes(bytes, start, end))]
  }

  /** The facts of a row, as they were given. */
  at(row: number): Record<string, FactValue> {
    const given: [string, FactValue][] = []
    for (const { name, rows, values } of this.facts) {
      const value = rows[row] ?? -1
      if (value >= 0) given.push([name, values[value] ?? null])
    }
    return Object.fromEntries(given)
  }

  /** As columns, by name, so that they do not depend on the order of lines. */
  columns(): readonly FactColumn[] {
    const sorted = [...this.facts].sort((a, b) => (a.name < b.name ? -1 : 1))
    return sorted.map(({ name, values, rows }) => {
      const whole = rows.length < this.count ? grownIndices(rows, this.count, -1) : rows
      return { name, values, rows: whole.subarray(0, this.count) }
    })
  }

  private internName(name: string): number {
    const { bytes, length } = encodeUtf8(name, SCRATCH)
    const hash = hashOfBytes(bytes, 0, length)
    if (this.facts.length === FACTS_AT_MOST) return this.names.find(bytes, 0, length, hash)
    const index = this.names.intern(bytes, 0, length, hash)
    if (index === this.facts.length) this.facts.push(new GrowingFact(name))
    return index
  }
}
