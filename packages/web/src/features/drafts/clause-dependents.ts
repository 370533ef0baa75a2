/** What of a draft speaks of a clause, and so would hang in the air without it. */
import { SECTION_OF_KIND, type SourceEdit } from '@avow/core'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'
import { renameClause } from './clause-edits.ts'

export interface Dependent {
  readonly section: string
  readonly id: string
  /** The fields by which it speaks of the clause, as a charter names them: `objective`, `shown by`, `decide`. */
  readonly fields: readonly string[]
}

export interface Dependents {
  /** Clauses that name it. */
  readonly clauses: readonly Dependent[]
  /** How many examples say what it gives. */
  readonly examples: number
  /** Clauses that serve it by way of those: of a value, what serves its objectives. */
  readonly further: readonly Dependent[]
}

/** A clause's id as no charter writes one: where the rename would write it, the clause is spoken of. */
const NOWHERE = ' '
/** Fields by which a clause says what it is there for. */
const UPWARDS: ReadonlySet<string> = new Set(['value', 'objective'])

export function dependentsIn(data: Fields, section: string, id: string): Dependents {
  const { clauses, examples } = namedBy(data, section, id)
  const seen = new Set([id, ...clauses.map((one) => one.id)])
  const further: Dependent[] = []
  const open = clauses.filter(isBelow)
  for (let next = open.shift(); next !== undefined; next = open.shift())
    for (const one of namedBy(data, next.section, next.id).clauses)
      if (isBelow(one) && !seen.has(one.id)) {
        seen.add(one.id)
        further.push(one)
        open.push(one)
      }
  return { clauses, examples, further }
}

function isBelow({ fields }: Dependent): boolean {
  return fields.some((name) => UPWARDS.has(name))
}

function namedBy(data: Fields, section: string, id: string): Omit<Dependents, 'further'> {
  // A rename knows every place where a clause is spoken of.
  const places = renameClause(data, section, id, NOWHERE)
  const found = new Map<string, Dependent>()
  const examples = new Set<unknown>()
  for (const place of places) {
    const { path } = place
    if (path[0] === 'examples') examples.add(path[1])
    else addTo(found, data, place)
  }
  found.delete(`${section}/${id}`)
  return { clauses: [...found.values()], examples: examples.size }
}

function addTo(found: Map<string, Dependent>, data: Fields, { path }: SourceEdit): void {
  const [part = '', index] = path.map(String)
  const clause = fieldsOf(listOf(data[part])[Number(index)])
  const id = String(clause['id'] ?? '')
  const name = String(path.findLast((step) => typeof step === 'string') ?? '')
  const known = found.get(`${part}/${id}`)
  const fields = [...new Set([...(known?.fields ?? []), name])]
  found.set(`${part}/${id}`, { section: part, id, fields })
}

/** Whether a part of the document is a clause: its section and its id. */
export function clauseOfPart(name: string): { readonly section: string; readonly id: string } | undefined {
  const slash = name.indexOf('/')
  const section = name.slice(0, slash)
  const isSection = Object.values(SECTION_OF_KIND).some((one) => one === section)
  return slash < 0 || !isSection ? undefined : { section, id: name.slice(slash + 1) }
}
