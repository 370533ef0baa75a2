/**
 * Messages as ICU writes them, as far as the catalogues need it: `{name}`, and
 * `{name, plural, one {# ticket} other {# tickets}}` with all categories of the language.
 */
import { Html, joined, type Piece, theirs } from '../html.ts'

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'plural'; readonly name: string; readonly cases: ReadonlyMap<string, readonly Part[]> }

export type Message = readonly Part[]
/** Numbers are written in the language; a text is isolated, since somebody else wrote it; markup stays as it is. */
export type Values = Readonly<Record<string, number | string | Html>>

/** Reads a message. Throws SyntaxError where it is not one. */
export function parseMessage(text: string): Message {
  const reader = new Reader(text)
  const parts = reader.parts(false)
  if (!reader.isAtEnd) throw new SyntaxError(`there is a } too many in “${text}”`)
  return parts
}

/** The names of the values that a message speaks of. */
export function namesIn(message: Message): ReadonlySet<string> {
  return new Set(
    message.flatMap((part) =>
      part.kind === 'value'
        ? [part.name]
        : part.kind === 'plural'
          ? [part.name, ...[...part.cases.values()].flatMap((inner) => [...namesIn(inner)])]
          : [],
    ),
  )
}

/** Writes a message. `number` writes a number in the language, `category` gives its plural category. */
export function writeMessage(
  message: Message,
  values: Values,
  language: { number(value: number): string; category(value: number): string },
  counted = Number.NaN,
): Html {
  const pieces = message.map((part): Piece => {
    if (part.kind === 'text') return part.text
    if (part.kind === 'number') return language.number(counted)
    const value = values[part.name]
    if (part.kind === 'plural') {
      const count = typeof value === 'number' ? value : Number.NaN
      const chosen =
        part.cases.get(`=${count}`) ?? part.cases.get(language.category(count)) ?? part.cases.get('other') ?? []
      return writeMessage(chosen, values, language, count)
    }
    if (value === undefined) throw new TypeError(`the message needs a value for “${part.name}”`)
    return value instanceof Html ? value : typeof value === 'number' ? language.number(value) : theirs(value)
  })
  return joined(pieces)
}

class Reader {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  parts(inPlural: boolean): readonly Part[] {
    const parts: Part[] = []
    while (!this.isAtEnd && this.text[this.at] !== '}') {
      if (this.text[this.at] === '{') parts.push(this.argument())
      else if (inPlural && this.text[this.at] === '#') {
        this.at++
        parts.push({ kind: 'number' })
      } else parts.push({ kind: 'text', text: this.until(inPlural ? /[{}#]/ : /[{}]/) })
    }
    return parts
  }

  private argument(): Part {
    this.skip('{')
    const name = this.until(/[,}]/).trim()
    if (!/^\w+$/.test(name)) throw new SyntaxError(`“${name}” is no name of a value in “${this.text}”`)
    if (this.text[this.at] === '}') {
      this.at++
      return { kind: 'value', name }
    }
    this.skip(',')
    const kind = this.until(/[,}]/).trim()
    if (kind !== 'plural') throw new SyntaxError(`“${kind}” is no kind of value that is known here, in “${this.text}”`)
    this.skip(',')
    const cases = new Map<string, readonly Part[]>()
    while (!this.isAtEnd && this.text[this.at] !== '}') {
      const category = this.until(/[{}]/).trim()
      if (category === '' && this.text[this.at] === '}') break
      this.skip('{')
      cases.set(category, this.parts(true))
      this.skip('}')
    }
    this.skip('}')
    if (!cases.has('other')) throw new SyntaxError(`the plural of “${name}” has no “other” in “${this.text}”`)
    return { kind: 'plural', name, cases }
  }

  private until(stop: RegExp): string {
    const rest = this.text.slice(this.at)
    const length = rest.search(stop)
    const found = length < 0 ? rest : rest.slice(0, length)
    this.at += found.length
    return found
  }

  private skip(character: string): void {
    if (this.text[this.at] !== character) throw new SyntaxError(`expected ${character} at ${this.at} of “${this.text}”`)
    this.at++
  }
}
