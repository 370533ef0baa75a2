import type { PersonRef } from '@avow/contract'

/** Somebody who may be mentioned. */
export type Mentionable = Pick<PersonRef, 'id' | 'name'>

/** An `@` that somebody is writing a name behind. */
export interface MentionBegun {
  /** Place of the `@` in the text. */
  readonly from: number
  /** What stands between it and the caret. */
  readonly typed: string
}

const MOST_LETTERS = 40

/** The name that is being written at the caret; undefined where none is. An `@` within a word is of an address. */
export function mentionAt(text: string, caret: number): MentionBegun | undefined {
  const begun = /(?:^|[\s\p{P}])@([^\n@]*)$/u.exec(text.slice(0, caret))
  const typed = begun?.[1]
  if (typed === undefined || typed.length > MOST_LETTERS) return undefined
  return { from: caret - typed.length - 1, typed }
}

/** The text with a name put where it was begun, and where the caret stands then. */
export function withMention(text: string, caret: number, { from }: MentionBegun, name: string) {
  const put = `@${name} `
  const rest = text.slice(caret)
  return { text: text.slice(0, from) + put + rest.replace(/^ /u, ''), caret: from + put.length }
}

/** A piece of a text; `person` where it is a mention of somebody, with its `@`. */
export interface MentionPiece<Person> {
  readonly text: string
  readonly person?: Person
}

/** Parts a text at the names of people behind an `@`: the longest name that fits, and no more of a word than is a name. */
export function piecesOf<Person extends Pick<PersonRef, 'name'>>(
  text: string,
  people: readonly Person[],
): readonly MentionPiece<Person>[] {
  const byLength = people.filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length)
  const pieces: MentionPiece<Person>[] = []
  let done = 0
  for (const { index } of text.matchAll(/(?<=^|[\s\p{P}])@/gu)) {
    const rest = text.slice(index + 1)
    const person = byLength.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)))
    if (person === undefined || index < done) continue
    if (index > done) pieces.push({ text: text.slice(done, index) })
    done = index + 1 + person.name.length
    pieces.push({ text: text.slice(index, done), person })
  }
  return done < text.length ? [...pieces, { text: text.slice(done) }] : pieces
}

/** Ids of those whom a text mentions, each once. Of several of one name it is those who were `chosen`. */
export function mentionedIn(
  text: string,
  people: readonly Mentionable[],
  chosen: ReadonlySet<string>,
): readonly string[] {
  const names = new Set(piecesOf(text, people).flatMap(({ person }) => (person === undefined ? [] : [person.name])))
  return [...names].flatMap((name) => {
    const called = people.filter((person) => person.name === name)
    return called.filter(({ id }) => called.length === 1 || chosen.has(id)).map(({ id }) => id)
  })
}
