import type { Finding } from '../finding.ts'
import { MAX_COMPARISONS, MAX_FINDINGS } from '../limits.ts'
import type { Place } from '../parts.ts'
import { READ_CODES, type ReadCode } from '../read-codes.ts'
import { type ReadDetails, shortDetails } from '../read-details.ts'
import { comparePlaces } from '../source/node.ts'
import { nearest } from './nearest.ts'

/** Words that were possible; a function where gathering them costs time. */
export type Words = readonly string[] | (() => readonly string[])

/** What a finding says: in English, and what is known beside its code. */
export interface Worded {
  readonly message: string
  readonly details: ReadDetails
}

interface Noted {
  readonly code: ReadCode
  readonly place: Place
  /** Undefined where the finding is the consequence of another. */
  readonly worded: () => Worded | undefined
}

/**
 * Collects what is wrong while a document is read, in any order. Messages are worded at the end and for the shown ones
 * alone, since finding “did you mean” costs time.
 */
export class Report {
  private readonly noted: Noted[] = []
  private readonly budget = { left: MAX_COMPARISONS }

  get isEmpty(): boolean {
    return this.noted.length === 0
  }

  /** `details`: what is known beside the code, for screens of other languages than English. */
  add(code: ReadCode, place: Place, message: string, details: ReadDetails = {}): void {
    this.noted.push({ code, place, worded: () => ({ message, details }) })
  }

  /** The same, worded at the end; undefined where the finding is the consequence of another. */
  addLater(code: ReadCode, place: Place, worded: () => Worded | undefined): void {
    this.noted.push({ code, place, worded })
  }

  /**
   * `there is no fact “tire”; did you mean “tier”?`, or else what there is. Where a refused name is as near as any known
   * one, it was meant, and its own finding says enough.
   */
  addUnknown(code: ReadCode, place: Place, kind: string, typed: string, known: Words, refused: Words = []): void {
    this.addLater(code, place, () => {
      const words = typeof known === 'function' ? known() : known
      const wrong = typeof refused === 'function' ? refused() : refused
      const guess = this.nearestOf(typed, [...wrong, ...words])
      const there = `there is no ${kind} ${quoted(typed)}`
      if (guess !== undefined) {
        const message = `${there}; did you mean “${guess}”?`
        return wrong.includes(guess) ? undefined : { message, details: { typed, meant: guess } }
      }
      const message = words.length === 0 ? `${there}; none is declared` : `${there}; there are: ${listed(words)}`
      return { message, details: { typed, possible: words } }
    })
  }

  /** The word nearest to a mistyped one, if any is near; undefined too when too many have been compared. */
  nearestOf(typed: string, words: Iterable<string>): string | undefined {
    return nearest(typed, words, this.budget)
  }

  /** All findings in the order of the source; past the most, the last one counts the rest. */
  findings(): readonly Finding[] {
    const sorted = this.noted.toSorted((a, b) => comparePlaces(a.place, b.place))
    const shown = sorted.length > MAX_FINDINGS ? sorted.slice(0, MAX_FINDINGS - 1) : sorted
    const findings = shown.flatMap(({ code, place, worded }) => {
      const said = worded()
      return said === undefined ? [] : [finding(code, place, said)]
    })
    const next = sorted[shown.length]
    if (next)
      findings.push(
        finding('too-many-findings', next.place, {
          message: `from here on there are ${sorted.length - shown.length} more findings`,
          details: { most: MAX_FINDINGS },
        }),
      )
    return findings
  }
}

function finding(code: ReadCode, { path, line, column }: Place, { message, details }: Worded): Finding {
  return { code, severity: READ_CODES[code].severity, message, details: shortDetails(details), path, line, column }
}

/** What was typed, short enough for a message. */
export function quoted(typed: string): string {
  return `“${typed.length > 60 ? `${typed.slice(0, 60)}…` : typed}”`
}

/** Words for a message, the first twelve of them. */
export function listed(words: readonly string[]): string {
  return words.length > 12 ? `${words.slice(0, 12).join(', ')}, …` : words.join(', ')
}
