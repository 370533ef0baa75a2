import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { troubleWords } from '../../ui/standing-in.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { localInstant } from '../drafts/local-instant.ts'
import { localTime } from '../people/local-time.ts'
import { LadderView } from './ladder-view.tsx'
import './ladder.css'

interface LadderWalkProps {
  /** Id of the escalation clause. */
  readonly clause: string
  /** Id of the draft that it stands in; null: it is in force. */
  readonly draft: string | null
  /** What the charter calls its things, and its zone. */
  readonly of: CharterWords
  readonly zone: string
  /** What is to be done first: a draft is walked as the server has it. */
  readonly before?: () => Promise<unknown>
}

/** An escalation walked to its end on a ticket of a chosen time, folded until one asks. */
export function LadderWalk(props: LadderWalkProps) {
  const words = useWords()
  const [isOpen, open] = useState(false)
  return (
    <details className="fold ladder-walk" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{words.say('ladder.open', { clause: props.clause })}</summary>
      {isOpen && <Walk {...props} />}
    </details>
  )
}

function Walk({ clause, draft, of, zone, before }: LadderWalkProps) {
  const words = useWords()
  const now = useNow()
  const { data: staff } = useQuery(queries.staff())
  const [time, setTime] = useState(() => localTime(new Date(now).toISOString(), zone))
  const [assignee, setAssignee] = useState('')
  const at = localInstant(time, zone)
  const walking = useMutation({
    mutationFn: async () => {
      await before?.()
      const body = { draft, clause, assignee: assignee === '' ? null : assignee, ...(at === undefined ? {} : { at }) }
      return call('walkLadder', { body })
    },
  })
  const { data, error } = walking
  const present = staff?.items.filter(({ is_disabled }) => is_disabled !== true) ?? []
  return (
    <>
      <p className="quiet">{words.say('ladder.hint')}</p>
      <form
        className="ladder-form"
        onSubmit={(event) => {
          event.preventDefault()
          walking.mutate()
        }}
      >
        <label className="field">
          <span>{words.say('ladder.at', { zone })}</span>
          <input
            className="input"
            type="datetime-local"
            required
            value={time}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </label>
        <label className="field">
          <span>{words.say('ladder.assignee')}</span>
          <select className="input" value={assignee} onChange={({ currentTarget }) => setAssignee(currentTarget.value)}>
            <option value="">{words.say('nobody')}</option>
            {present.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button" disabled={at === undefined || walking.isPending}>
          {words.say('ladder.go')}
        </button>
      </form>
      <div role="status">
        {error !== null && <p className="band broken">{troubleWords(error, words)}</p>}
        {data?.why_not != null && <p className="band risk">{words.say(`ladder.why.${data.why_not}`)}</p>}
        {data?.ladder != null && <LadderView ladder={data.ladder} of={of} />}
      </div>
    </>
  )
}
