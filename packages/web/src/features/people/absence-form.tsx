import type { Absence, StaffPerson } from '@avow/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { localInstant } from '../drafts/local-instant.ts'
import { Saved } from '../settings/saved.tsx'
import { localTime } from './local-time.ts'
import { useMe } from './me.tsx'

interface AbsenceFormProps {
  readonly person: StaffPerson
  /** Keeps what is said; null: they are there. */
  readonly save: (away: Absence | null) => Promise<unknown>
}

/** From when until when somebody is away, by the clock of the workspace, and who stands in for them. */
export function AbsenceForm({ person, save }: AbsenceFormProps) {
  const words = useWords()
  const client = useQueryClient()
  const { zone } = useMe().workspace
  const { data } = useQuery(queries.staff())
  const { away } = person
  const [from, setFrom] = useState(localTime(away?.from, zone))
  const [until, setUntil] = useState(localTime(away?.until, zone))
  const [deputy, setDeputy] = useState(away?.deputy ?? '')
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey: [of] }) => of === 'me' || of === 'staff' }),
  })
  const others = data?.items.filter(({ id, is_disabled }) => id !== person.id && is_disabled !== true) ?? []
  const [begins, ends] = [localInstant(from, zone), localInstant(until, zone)]
  const isWhole = begins !== undefined && ends !== undefined && begins < ends
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (begins !== undefined && ends !== undefined)
          saving.mutate({ from: begins, until: ends, deputy: deputy === '' ? null : deputy })
      }}
    >
      <Saved error={saving.error} isDone={saving.isSuccess} done={words.say('absence.saved')} />
      <label className="field">
        <span>{words.say('absence.from', { zone })}</span>
        <input
          className="input"
          type="datetime-local"
          required
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
      </label>
      <label className="field">
        <span>{words.say('absence.until', { zone })}</span>
        <input
          className="input"
          type="datetime-local"
          required
          value={until}
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
      </label>
      <label className="field">
        <span>{words.say('absence.deputy')}</span>
        <select className="input" value={deputy} onChange={({ currentTarget }) => setDeputy(currentTarget.value)}>
          <option value="">{words.say('absence.no-deputy')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <span className="hint">{words.say('absence.hint')}</span>
      </label>
      <footer>
        {away !== null && (
          <button
            type="button"
            className="button plain"
            disabled={saving.isPending}
            onClick={() => saving.mutate(null, { onSuccess: () => [setFrom(''), setUntil(''), setDeputy('')] })}
          >
            {words.say('absence.end')}
          </button>
        )}
        <button type="submit" className="button main" disabled={!isWhole || saving.isPending}>
          {words.say('absence.keep')}
        </button>
      </footer>
    </form>
  )
}
