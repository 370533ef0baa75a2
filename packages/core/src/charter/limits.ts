/**
 * Limits on a charter's source. Each keeps a hostile document from being slow and lies far above what a real charter needs;
 * a document beyond one gets an error with its place, never a slow or broken reading.
 */

/** Characters of the whole source. A charter of 300 rows in five languages has about 100,000. */
export const MAX_SOURCE_CHARACTERS = 2 * 1024 * 1024

/**
 * Keys and values together; in YAML, the marks that make them (line ends, `:`, `,`, `-`, quotes, brackets), counted before
 * the YAML library sees the text, which needs about 5 µs for each. A table of 300 rows and 6 columns has about 5,700, a policy
 * of 500 clauses in five languages about 40,000. Junk just below it takes some 0.4 s; what is hostile by its form never does.
 */
export const MAX_PARTS = 60_000

/** Characters of one line of YAML: twice the longest text, whose quotes may be escaped, and its key. */
export const MAX_LINE_CHARACTERS = 25_000

/** Lines of a document: JSON that is laid out to be read has up to three for each part. */
export const MAX_LINES = 3 * MAX_PARTS

/** Nesting of lists and maps. The deepest place of a charter, a list in a row of a table of a clause, has depth 6. */
export const MAX_DEPTH = 32

/** Characters of one text. The longest texts are reasons and public wordings of a few sentences. */
export const MAX_TEXT_CHARACTERS = 10_000

/** Characters of one name, key or cell: what stands in one line and is shown in messages. */
export const MAX_NAME_CHARACTERS = 200

/** Characters of one condition or duration as text. A list of fifty values has about 1,000. */
export const MAX_CELL_CHARACTERS = 2_000

/** Findings in one reading; who has more mends these first. */
export const MAX_FINDINGS = 200

/** Comparisons of words in one reading to find “did you mean”; after them findings come without a suggestion. */
export const MAX_COMPARISONS = 20_000

/** Days of one span of closed dates: a year. Longer ones are typing errors. */
export const MAX_CLOSED_DAYS = 366

/** Years of one age or duration in a condition: older purchases are typing errors. */
export const MAX_YEARS = 200

/** Years of one target. The zones of a version reach twenty years ahead, and no promise is longer. */
export const MAX_TARGET_YEARS = 20

/** Dates that a crisis may last: three months. What goes on longer is published again, by two people. */
export const MAX_CRISIS_DATES = 92

/** The message for nesting beyond the limit. */
export const TOO_DEEP = `lists and maps may be nested ${MAX_DEPTH} deep, no deeper`

/** The message for a text of `length` characters. */
export function tooLong(length: number): string {
  return `this text has ${length} characters; the most is ${MAX_TEXT_CHARACTERS}`
}
