import type { Ticket, ViewName } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, UserRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { withoutTurning } from '../../messages/isolates.ts'
import { directionOfText } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { RowLine } from '../commitments/row-line.tsx'
import { Avatar } from '../people/avatar.tsx'
import { useMay } from '../people/me.tsx'
import './ticket-head.css'

const AssignDialog = lazy(async () => ({ default: (await import('./assign-dialog.tsx')).AssignDialog }))
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }))
const StateDialog = lazy(async () => ({ default: (await import('./state-dialog.tsx')).StateDialog }))

interface TicketHeadProps {
  readonly ticket: Ticket
  readonly view: ViewName
  readonly isSideOpen: boolean
  readonly onSide: () => void
}

/** What the ticket is about, who has it, and in what state it is. */
export function TicketHead({ ticket, view, isSideOpen, onSide }: TicketHeadProps) {
  const words = useWords()
  const [dialog, open] = useState<'assign' | 'state' | 'merge'>()
  const [mayAssign, mayWrite] = [useMay('tickets.assign'), useMay('tickets.write')]
  useShortcuts({
    'Shift+A': mayAssign ? () => open('assign') : undefined,
    s: mayWrite ? () => open('state') : undefined,
  })
  const subject = ticket.subject === '' ? words.say('list.no-subject') : withoutTurning(ticket.subject)
  const assigned = ticket.assignee?.name ?? ticket.team
  return (
    <header className="ticket-head">
      <Link
        to="/tickets/$view"
        params={{ view }}
        className="button plain square back"
        aria-label={words.say('keys.back')}
      >
        <ArrowLeft aria-hidden="true" className="turns" />
      </Link>
      <div className="heading">
        <h1 className="one-line aligned" dir={directionOfText(subject)} title={subject}>
          {subject}
        </h1>
        <span className="quiet">
          <span className="for-readers">{words.say('ticket.number', { number: String(ticket.number) })}</span>
          <span className="ltr" aria-hidden="true">
            #{ticket.number}
          </span>
        </span>
      </div>
      <div className="deeds">
        <button
          type="button"
          className="button plain side-toggle"
          id="promises-toggle"
          aria-expanded={isSideOpen}
          aria-controls="promises"
          onClick={onSide}
        >
          <span className="for-readers">{words.say(isSideOpen ? 'ticket.promises-hide' : 'ticket.promises-show')}</span>
          <RowLine row={ticket} />
        </button>
        <button
          type="button"
          className="button small"
          disabled={!mayWrite || ticket.merged_into !== null}
          onClick={() => open('state')}
        >
          {words.say(`state.${ticket.state}`)}
        </button>
        <button
          type="button"
          className="button small"
          disabled={!mayAssign || ticket.merged_into !== null}
          onClick={() => open('assign')}
        >
          {assigned === null ? <UserRound aria-hidden="true" /> : <Avatar name={assigned} />}
          <bdi className="one-line">{assigned ?? words.say('nobody')}</bdi>
        </button>
      </div>
      <Suspense>
        {dialog === 'assign' && <AssignDialog ticket={ticket} onClose={() => open(undefined)} />}
        {dialog === 'state' && (
          <StateDialog ticket={ticket} onClose={() => open(undefined)} onMerge={() => open('merge')} />
        )}
        {dialog === 'merge' && <MergeDialog ticket={ticket} onClose={() => open(undefined)} />}
      </Suspense>
    </header>
  )
}
