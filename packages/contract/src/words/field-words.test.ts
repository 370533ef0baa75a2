/** Every field of every kind of clause has words: by the JSON Schema, which is made of the tables that read them. */
import { CLAUSE_KINDS, type ClauseKind, charterJsonSchema, SECTION_OF_KIND } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { ar } from './messages/ar.ts'
import { el } from './messages/el.ts'
import { en } from './messages/en.ts'
import { it as italian } from './messages/it.ts'
import { pl } from './messages/pl.ts'

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** Fields that are told by the place in which they stand, and not by a name. */
const UNNAMED = new Set(['id', 'says', 'because', 'audience'])
/** Lists of rows, each of which gives something. */
const ROWS = new Set(['table', 'steps', 'benchmarks', 'amends', 'best for'])
/** Fields that say several things, each by its own name. */
const GROUPS = new Set(['after hours'])
/** How a step says its time, in a form of its own, and the scope of an escalation. */
const SAID_OTHERWISE = new Set(['at', 'after', 'when', 'answers'])

/** The fields of the clauses of a kind: of the clause itself, and of its rows. */
function fieldsOf(kind: ClauseKind): { readonly terms: readonly string[]; readonly given: readonly string[] } {
  const schema: Schema = charterJsonSchema()
  const fields = schema.properties?.[SECTION_OF_KIND[kind]]?.items?.properties ?? {}
  const named = (part: Schema | undefined) => Object.keys(part?.properties ?? {})
  const given = Object.keys(fields).flatMap((name) => (ROWS.has(name) ? named(fields[name]?.items) : []))
  const terms = Object.keys(fields).flatMap((name) => {
    // The only row of an authority may stand in the clause itself.
    if (UNNAMED.has(name) || ROWS.has(name) || given.includes(name)) return []
    return GROUPS.has(name) ? [name, ...named(fields[name])] : [name]
  })
  return { terms, given }
}

const LANGUAGES = { en, it: italian, pl, el, ar }

/** Which of these words are missing, each with its language: `it term.contact`. */
function missing(keys: readonly string[]): readonly string[] {
  return Object.entries(LANGUAGES).flatMap(([language, messages]) =>
    keys.filter((key) => !Object.hasOwn(messages, key)).map((key) => `${language} ${key}`),
  )
}

const keyOf = (beginning: string, name: string) => `${beginning}.${name.replaceAll(' ', '-')}`

describe.each(CLAUSE_KINDS)('a clause of the kind %s', (kind) => {
  const { terms, given } = fieldsOf(kind)

  it('has a name, alone and with its article, and a name for all of its kind', () => {
    expect(missing([`clause.${kind}`, `clause.a-${kind}`, `handbook.kind.${kind}`])).toEqual([])
    expect(terms.length).toBeGreaterThan(0)
  })

  it('has words for each of its fields', () => {
    const needed = [
      ...terms.filter((name) => !SAID_OTHERWISE.has(name)).map((name) => keyOf('term', name)),
      ...given.filter((name) => !SAID_OTHERWISE.has(name)).map((name) => keyOf('given', name)),
    ]
    expect(missing(needed)).toEqual([])
  })
})
