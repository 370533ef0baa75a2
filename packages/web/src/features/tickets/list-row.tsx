import type { TicketRow, ViewName } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { withoutTurning } from '../../messages/isolates.ts'
import { directionOfText } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { RowLine } from '../commitments/row-line.tsx'
import { Avatar } from '../people/avatar.tsx'
import { ChannelMark } from './channel-mark.tsx'

interface ListRowProps {
  readonly row: TicketRow
  readonly view: ViewName
  /** From 0. */
  readonly place: number
  /** How many rows there are; −1: not yet known. */
  readonly of: number
  /** px from the top of the list. */
  readonly at: number
  readonly isChosen: boolean
}

/** One ticket of the list: who, what about, one line of text, how it came, its promise, who has it. One target for all. */
export const ListRow = memo(function ListRow({ row, view, place, of, at, isChosen }: ListRowProps) {
  const words = useWords()
  const { state, customer, subject, snippet, assignee, team } = row
  const who = withoutTurning(customer?.name ?? words.say('list.no-customer'))
  const assigned = assignee?.name ?? team
  // A customer's message makes a ticket open again, our answer makes it wait for them (SPEC E7).
  const isOurTurn = state === 'new' || state === 'open'
  return (
    <li className="row aligned" style={{ insetBlockStart: at }} aria-setsize={of} aria-posinset={place + 1}>
      <Link
        to="/tickets/$view/$number"
        params={{ view, number: row.number }}
        data-place={place}
        aria-current={isChosen ? 'true' : undefined}
        className={isOurTurn ? 'our-turn' : undefined}
      >
        <span className="above">
          <ChannelMark channel={row.channel} />
          <bdi className="who one-line">{who}</bdi>
          {isOurTurn && <span className="for-readers">{words.say('row.our-turn')}</span>}
          <RowLine row={row} />
        </span>
        <span className="about one-line" dir={directionOfText(subject === '' ? snippet : subject)}>
          <bdi className="subject">{subject === '' ? words.say('list.no-subject') : withoutTurning(subject)}</bdi>{' '}
          <bdi className="snippet">{withoutTurning(snippet)}</bdi>
        </span>
        {assigned === null ? (
          <span className="avatar nobody" role="img" aria-label={words.say('row.unassigned')} />
        ) : (
          <span role="img" aria-label={words.say('row.assigned', { who: assigned })}>
            <Avatar name={assigned} />
          </span>
        )}
      </Link>
    </li>
  )
})
