/** What reading knows of a mistake beside its code, as data, so that a screen can say it in its reader's language. */

/**
 * A closed list: each is a sentence of its own on screens, in this order after the sentence of the code. `text` and `texts`
 * are as a charter writes them: names, values, fields, forms.
 */
export const READ_DETAILS = {
  /** Which of the mistakes of `SOURCE_CAUSES` it is: its sentence stands in place of that of the code. */
  cause: 'text',
  /** What stands at the place, shortened where it is long. */
  typed: 'text',
  /** The fact or clause that it is about. */
  of: 'text',
  /** Fields of which one at least, or this one, must be there. */
  needed: 'texts',
  /** Fields that do not go together, or one that does not belong here. */
  together: 'texts',
  /** The line where the same stands already, or what it does not agree with; from 1. */
  line: 'number',
  /** How much or how many there may be. */
  most: 'number',
  /** The known word that is nearest to what was typed. */
  meant: 'text',
  /** What may stand here. */
  possible: 'texts',
  /** How it is written, by an example. */
  like: 'text',
} as const satisfies Readonly<Record<string, 'text' | 'texts' | 'number'>>

type DetailOf<Kind> = Kind extends 'number' ? number : Kind extends 'texts' ? readonly string[] : string

export type ReadDetails = {
  readonly [Name in keyof typeof READ_DETAILS]?: DetailOf<(typeof READ_DETAILS)[Name]> | undefined
}

const LONGEST = 60
const MOST_POSSIBLE = 12

/** The same without what is not known, short enough for a sentence. */
export function shortDetails(details: ReadDetails): ReadDetails {
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) => {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
      return [[name, typeof value === 'object' ? shortList(value) : typeof value === 'string' ? short(value) : value]]
    }),
  )
}

function shortList(texts: readonly string[]): readonly string[] {
  const shown = texts.slice(0, MOST_POSSIBLE).map(short)
  return texts.length > MOST_POSSIBLE ? [...shown, '…'] : shown
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
