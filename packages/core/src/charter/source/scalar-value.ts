/** JSON's grammar of numbers; other forms (012, 0x1F, .5, .inf) mean different things to different readers. */
const PLAIN_NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/

/** A double keeps fifteen decimal digits exactly; more would be changed without a word. */
const EXACT_DIGITS = 15

/** The number that `source` writes, or what is wrong with it. */
export function exactNumber(source: string): { readonly value: number } | { readonly wrong: string } {
  const match = PLAIN_NUMBER.exec(source)
  if (match === null)
    return {
      wrong: `“${shortNumber(source)}” is no plain number: write digits as in 12 or 12.5, or put a text in quotes`,
    }
  const digits = `${match[1] ?? ''}${match[2]?.slice(1) ?? ''}`.replace(/^0+/, '')
  const value = Number(source)
  if (digits.length > EXACT_DIGITS || !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return {
      wrong: `the number ${shortNumber(source)} is too large or has too many digits; the most is ${EXACT_DIGITS} digits`,
    }
  }
  return { value: value === 0 ? 0 : value }
}

function shortNumber(source: string): string {
  return source.length > 40 ? `${source.slice(0, 40)}…` : source
}
