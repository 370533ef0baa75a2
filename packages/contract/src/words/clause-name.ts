import type { ClauseView } from '../versions.ts'
import { givenWords } from './given-words.ts'
import { termWords } from './term-words.ts'
import type { ClauseWording } from './tongue.ts'

/** What a clause is called in a table of contents; empty where nothing of it makes a name. `clauses`: those beside it. */
export function clauseName(clause: ClauseView, clauses: readonly ClauseView[], context: ClauseWording): string {
  const { kind, audience, says, terms, rows } = clause
  if (kind === 'promise') return promiseName(clause, context)
  if (kind === 'authority' && audience.startsWith('position:'))
    return context.of.position(audience.slice('position:'.length))
  const said = context.of.text(says)?.text
  if (said !== undefined) return said
  const [first] = terms
  if (first?.name === 'for') return namesOf(first.text, clauses, context)
  if (first !== undefined) return termWords(first.name, first.text, context)
  const allowed = rows[0]?.gives['allow']
  return allowed === undefined ? '' : givenWords('allow', allowed, context)
}

/** By what its clock measures; what gives it up, and how often it runs, is told beside. */
function promiseName({ id, terms }: ClauseView, context: ClauseWording): string {
  const clock = terms.find(({ name }) => name === 'clock')
  return clock === undefined ? id : termWords('clock', clock.text.split(', ')[0] ?? clock.text, context)
}

function namesOf(promises: string, clauses: readonly ClauseView[], context: ClauseWording): string {
  const names = promises.split(', ').map((id) => {
    const found = clauses.find((clause) => clause.id === id)
    return found === undefined ? id : promiseName(found, context)
  })
  return context.words.list([...new Set(names)])
}
