import { IMPROVEMENT_STATES, type Improvement } from '@avow/contract'
import { EFFORTS } from '@avow/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { improvementsQuery } from './improvement-queries.page.ts'

interface PlanFormProps {
  readonly item: Improvement
  readonly onKept: () => void
}

/** What mending a clause takes, who sees to it, by when, and how far it is. What is written stays until the server has it. */
export function PlanForm({ item, onKept }: PlanFormProps) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { of } = useCharter()
  const staff = useQuery(queries.staff())
  const { clause, position } = item
  const [plan, change] = useState({
    effort: item.effort,
    owner: item.owner?.id ?? null,
    by: item.by,
    note: item.note,
    state: item.state,
  })
  const people = staff.data?.items.filter(({ id, is_disabled }) => is_disabled !== true || id === plan.owner) ?? []
  const keeping = useMutation({
    mutationFn: () => call('sayOfImprovement', { body: { clause, ...plan, note: plan.note.trim() } }),
    onSuccess: (fresh) => {
      client.setQueryData(improvementsQuery().queryKey, fresh)
      announce.politely(words.say('improvement.kept'))
      onKept()
    },
  })
  return (
    <form
      className="plan-form"
      aria-label={words.say('improvement.plan-of', { clause })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!keeping.isPending) keeping.mutate()
      }}
    >
      {keeping.error !== null && (
        <p role="alert" className="band broken">
          {troubleWords(keeping.error, words)}
        </p>
      )}
      <label className="field">
        <span>{words.say('improvement.effort')}</span>
        <select
          className="input"
          value={plan.effort ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ ...plan, effort: EFFORTS.find((one) => one === value) ?? null })
          }
        >
          <option value="">{words.say('improvement.effort.unsaid')}</option>
          {EFFORTS.map((one) => (
            <option key={one} value={one}>
              {words.say(`improvement.effort.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.say('improvement.owner')}</span>
        <select
          className="input"
          value={plan.owner ?? ''}
          onChange={({ currentTarget: { value } }) => change({ ...plan, owner: value === '' ? null : value })}
        >
          <option value="">{position === null ? words.say('improvement.nobody') : of.position(position)}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.say('improvement.by')}</span>
        <input
          className="input"
          type="date"
          value={plan.by ?? ''}
          onChange={({ currentTarget: { value } }) => change({ ...plan, by: value === '' ? null : value })}
        />
      </label>
      <label className="field">
        <span>{words.say('improvement.state')}</span>
        <select
          className="input"
          value={plan.state}
          onChange={({ currentTarget: { value } }) =>
            change({ ...plan, state: IMPROVEMENT_STATES.find((one) => one === value) ?? 'open' })
          }
        >
          {IMPROVEMENT_STATES.map((one) => (
            <option key={one} value={one}>
              {words.say(`improvement.state.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field wide">
        <span>{words.say('improvement.note')}</span>
        <input
          className="input"
          dir="auto"
          maxLength={1000}
          value={plan.note}
          onChange={({ currentTarget: { value } }) => change({ ...plan, note: value })}
        />
      </label>
      <button type="submit" className="button" disabled={keeping.isPending}>
        {words.say('improvement.keep')}
      </button>
    </form>
  )
}
