import type { Direction } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { keepAttachments } from './append-message.ts'
import { type Author, byAuthor } from './author.ts'
import { mentionedPersons, tellMentioned } from './mention-people.ts'
import type { NewAttachment } from './new-message.ts'
import { ownerOfWords, type TicketAtHand } from './ticket-at-hand.ts'

export interface Note {
  readonly text: string
  /** The way that it is written; null or left out: that of each paragraph's first letter. */
  readonly direction?: Direction | null
  readonly files?: readonly NewAttachment[]
  /** Ids of people of the desk whom it names. */
  readonly mentions?: readonly string[]
}

/** A note for staff. It judges nothing, and neither it nor its files are sent or shown to anybody else. Whom it mentions is told. */
export async function noteOnTicket(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { text, files = [], mentions = [], direction = null }: Note,
  desk: Pick<Desk, 'store'>,
): Promise<void> {
  const persons = await mentionedPersons(tx, text, mentions, desk)
  const owner = ownerOfWords(ticket, author)
  const noted = await tx.append({
    id: tx.newId(),
    ticket: ticket.id,
    type: 'note.added',
    ...byAuthor(author),
    persons,
    fields: direction === null ? {} : { direction },
    content: [{ part: 'text', person: owner, value: text }],
  })
  if (noted === undefined) return
  await keepAttachments(tx, noted, owner, files)
  await tellMentioned(tx, noted, persons, author)
}
