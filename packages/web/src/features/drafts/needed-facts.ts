/** Which facts a clause of a template asks about that a draft does not have. */
import { type Fields, fieldsOf, listOf, wordsOf } from './charter-data.ts'

export interface NeededFact {
  readonly name: string
  /** As the template declares it. */
  readonly declared: unknown
  /** Values that the draft’s own fact lacks; undefined where the draft has no such fact. */
  readonly values: readonly string[] | undefined
}

/** Facts that come along; undefined where the draft means something else by one of their names. */
export function neededFacts(clause: Fields, draft: Fields, template: Fields): readonly NeededFact[] | undefined {
  const declared = fieldsOf(template['facts'])
  const own = fieldsOf(draft['facts'])
  const needed: NeededFact[] = []
  for (const [name, values] of asked(clause, declared)) {
    // A channel may be one of no list: it is checked only where the draft has a fact of channels.
    if (own[name] === undefined) {
      if (name !== 'channel' || clause['channel'] === undefined || clause['table'] !== undefined)
        needed.push({ name, declared: declared[name], values: undefined })
      continue
    }
    if (formOf(own[name]) !== formOf(declared[name])) return undefined
    const known = valuesOf(own[name])
    const lacking = [...values].filter((value) => valuesOf(declared[name]).includes(value) && !known.includes(value))
    if (lacking.length > 0) needed.push({ name, declared: declared[name], values: lacking })
  }
  return needed
}

/** The facts that a clause asks about, each with the values that it names. */
function asked(clause: Fields, declared: Fields): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (name: string, value?: unknown): void => {
    if (!Object.hasOwn(declared, name)) return
    const values = found.get(name) ?? new Set()
    for (const word of wordsOf(value)) values.add(word)
    found.set(name, values)
  }
  if (typeof clause['channel'] === 'string') add('channel', clause['channel'])
  for (const conditions of [clause['when'], ...listOf(clause['table']), ...listOf(clause['best for'])])
    for (const [name, value] of Object.entries(fieldsOf(conditions))) {
      // `up to: price` is limited by a fact.
      if (name === 'up to') add(String(value))
      else add(name, value)
    }
  for (const step of listOf(clause['steps'])) add(String(fieldsOf(step)['ask'] ?? ''))
  return found
}

/** What sort of fact it is: of the same sort they are one fact under one name. */
function formOf(fact: unknown): string {
  if (typeof fact === 'string') return fact
  const { is, age, ...fields } = { is: undefined, age: undefined, ...fieldsOf(fact) }
  if ('one of' in fields) return 'one of'
  if ('in order' in fields) return 'in order'
  return age === undefined ? String(is).replace(/ [A-Z]{3}$/, '') : 'age'
}

function valuesOf(fact: unknown): readonly string[] {
  const fields = fieldsOf(fact)
  return wordsOf(fields['one of'] ?? fields['in order'])
}
