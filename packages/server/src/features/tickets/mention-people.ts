import type { Transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { tellPeople } from '../attention/index.ts'
import type { Author } from './author.ts'

/** Fields of `note.added` that name whom it mentions, one each: `mention_1` … */
export const MENTION = 'mention_'

/**
 * Whom a note mentions, as fields of its event. Throws `unknown-person` for who is nobody of the desk or was disabled, and
 * `cannot-be` where the name does not stand in the text behind an `@`: nobody is told of what does not show it.
 */
export async function mentionedPersons(
  tx: Transaction,
  text: string,
  mentions: readonly string[],
  { store }: Pick<Desk, 'store'>,
): Promise<Readonly<Record<string, string>>> {
  const ids = [...new Set(mentions)]
  if (ids.length === 0) return {}
  const people = await tx.db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('workspace_id', '=', tx.workspace)
    .where('kind', '=', 'staff')
    .where('id', 'in', ids)
    .execute()
  const disabled = await store.control
    .selectFrom('control.member')
    .select('person_id')
    .where('workspace_id', '=', tx.workspace)
    .where('disabled_at', 'is not', null)
    .where('person_id', 'in', ids)
    .execute()
  for (const [place, id] of ids.entries()) {
    const at = (message: string) => ({ at: [{ path: `mentions.${place}`, message, typed: id }] })
    const person = people.find((each) => each.id === id)
    if (person === undefined || disabled.some(({ person_id }) => person_id === id)) {
      const message = 'Nobody who works at the desk has this id.'
      throw new Refusal('unknown-person', message, at(message))
    }
    const name = `@${person.name ?? person.email ?? ''}`
    if (!text.includes(name)) {
      const message = `The note does not mention “${name}”.`
      throw new Refusal('cannot-be', message, at(message))
    }
  }
  return Object.fromEntries(ids.map((id, place) => [`${MENTION}${place + 1}`, id]))
}

/** Tells each of them once that a note mentions them; not its author. */
export function tellMentioned(
  tx: Transaction,
  note: { readonly id: string; readonly ticket: string },
  persons: Readonly<Record<string, string>>,
  author: Author,
): Promise<void> {
  const people = Object.values(persons).filter((id) => id !== author.person)
  return tellPeople(tx, { people, once: `mentioned ${note.id}`, code: 'mentioned', ticket: note.ticket })
}
