import { MAX_TEXT_CHARACTERS, tooLong } from '../limits.ts'
import type { Place } from '../parts.ts'
import type { ReadCode } from '../read-codes.ts'
import type { ReadDetails } from '../read-details.ts'
import { keyProblem } from './check-names.ts'
import type { SourceScalar } from './node.ts'
import type { SourceProblem } from './problem.ts'
import { exactNumber } from './scalar-value.ts'
import { characterName, forbiddenCharacterAt } from './scan-text.ts'

/** What YAML and JSON ask of keys and scalars alike, and the problems found so far. */
export class TreeBuilder {
  readonly problems: SourceProblem[] = []

  report(code: ReadCode, place: Place, message: string, details: ReadDetails = {}): void {
    this.problems.push({ code, ...place, message, details })
  }

  /** Notes a key of one map with its line; false where the key is refused. */
  takesKey(lineOfKey: Map<string, number>, key: string, place: Place): boolean {
    const problem = keyProblem(key) ?? this.characterProblem(key)
    const line = lineOfKey.get(key)
    if (problem) this.report(problem.code, place, problem.message)
    else if (line !== undefined) {
      this.report('named-twice', place, `“${key}” stands here already, in line ${line}; keep one of the two`, {
        typed: key,
        line,
      })
    } else {
      lineOfKey.set(key, place.line)
      return true
    }
    return false
  }

  /**
   * A scalar. `typed` is its text where it was written without quotes, `written` its text in the source with quotes.
   */
  scalar(value: unknown, typed: string | undefined, written: string, place: Place): SourceScalar {
    if (typeof value === 'string') return this.text(value, written, place)
    if (typeof value === 'boolean' || value === null) return { kind: 'scalar', value, place }
    const number = exactNumber(typed ?? written)
    if ('value' in number) return { kind: 'scalar', value: number.value, place }
    this.report('bad-number', place, number.wrong)
    return { kind: 'scalar', value: written, place }
  }

  private text(value: string, written: string, place: Place): SourceScalar {
    if (value.length > MAX_TEXT_CHARACTERS) {
      this.report('too-long', place, tooLong(value.length))
      return { kind: 'scalar', value: '', place }
    }
    const problem = this.characterProblem(value)
    if (problem) this.report(problem.code, place, problem.message)
    const quotes = written.length - value.length
    const verbatim = (quotes === 0 || quotes === 2) && written.startsWith(value, quotes / 2) && !value.includes('\n')
    return { kind: 'scalar', value, place, ...(verbatim ? { textColumn: place.column + quotes / 2 } : {}) }
  }

  /** Escapes such as \u0000 bring in what `scanText` refuses in the open. */
  private characterProblem(text: string): { code: ReadCode; message: string } | undefined {
    const at = forbiddenCharacterAt(text)
    if (at < 0) return undefined
    return {
      code: 'forbidden-character',
      message: `the text contains the character ${characterName(text, at)}, which a charter may not contain`,
    }
  }
}
