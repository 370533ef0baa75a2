/** One token of a condition or a duration, with its offset in the text. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark'
  readonly text: string
  readonly at: number
}

/** What is wrong with a text, at an offset into it. Not an Error: it is a result like any other. */
export class Wrong {
  readonly at: number
  readonly message: string

  constructor(at: number, message: string) {
    this.at = at
    this.message = message
  }

  /** The same, in a text that begins `by` characters earlier. */
  moved(by: number): Wrong {
    return new Wrong(this.at + by, this.message)
  }
}

const DIGIT = /[0-9]/
const LETTER = /\p{L}/u
const TWO_CHARACTER_MARKS = ['<=', '>=', '..', '!=', '==', '<>']

/**
 * Splits a text into numbers (digits, with a decimal point), words (letters and digits, hyphens and underscores within)
 * and marks. Looks at each character once.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  const whileMatches = (pattern: RegExp): void => {
    while (at < text.length && pattern.test(text[at] ?? '')) at++
  }
  while (at < text.length) {
    const start = at
    const character = text[at] ?? ''
    if (character === ' ' || character === '\t' || character === '\n') at++
    else if (DIGIT.test(character)) {
      whileMatches(DIGIT)
      if (text[at] === '.' && DIGIT.test(text[at + 1] ?? '')) {
        at++
        whileMatches(DIGIT)
      }
      tokens.push({ kind: 'number', text: text.slice(start, at), at: start })
    } else if (LETTER.test(character)) {
      whileMatches(/[\p{L}\p{M}0-9_-]/u)
      tokens.push({ kind: 'word', text: text.slice(start, at), at: start })
    } else {
      at += TWO_CHARACTER_MARKS.includes(text.slice(at, at + 2)) ? 2 : 1
      tokens.push({ kind: 'mark', text: text.slice(start, at), at: start })
    }
  }
  return tokens
}

/** Walks over tokens, one step at a time. */
export class Tokens {
  readonly length: number
  private readonly list: readonly Token[]
  private next = 0

  constructor(text: string) {
    this.list = tokenize(text)
    this.length = text.length
  }

  get done(): boolean {
    return this.next >= this.list.length
  }

  peek(): Token | undefined {
    return this.list[this.next]
  }

  take(): Token | undefined {
    return this.list[this.next++]
  }

  /** Takes the next token if it is this mark or word. */
  takes(text: string): boolean {
    if (this.peek()?.text !== text) return false
    this.next++
    return true
  }

  /** Offset of the next token, or the end of the text. */
  get at(): number {
    return this.peek()?.at ?? this.length
  }

  /** The next token as a message shows it. */
  get shown(): string {
    const token = this.peek()
    return token === undefined
      ? 'nothing more'
      : `“${token.text.length > 60 ? `${token.text.slice(0, 60)}…` : token.text}”`
  }
}
