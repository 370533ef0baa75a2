import type { Ticket } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'
import './cards.css'

/** The team that has the ticket, whoever works on it: from its address answers leave, and it signs them. */
export function TeamCard({ ticket: { number, team, merged_into } }: { readonly ticket: Ticket }) {
  const words = useWords()
  const mayAssign = useMay('tickets.assign') && merged_into === null
  const { data } = useQuery({ ...queries.staff(), enabled: mayAssign })
  const hint = useId()
  const giving = useTicketDeed((to: string | null) => call('assignTicket', { params: { number }, body: { team: to } }))
  const ofPeople = data?.items.flatMap((person) => (person.team === null ? [] : [person.team])) ?? []
  const teams = [...new Set([...ofPeople, ...(team === null ? [] : [team])])].sort()
  if (teams.length === 0) return null
  return (
    <section className="card">
      <h2>{words.say('team.title')}</h2>
      {mayAssign ? (
        <>
          <select
            className="input"
            aria-label={words.say('team.title')}
            aria-describedby={hint}
            value={team ?? ''}
            disabled={giving.isPending}
            onChange={({ target }) => giving.mutate(target.value === '' ? null : target.value)}
          >
            <option value="">{words.say('team.none')}</option>
            {teams.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
          <p className="quiet team-hint" id={hint}>
            {words.say('team.hint')}
          </p>
        </>
      ) : (
        <p>
          <bdi>{team}</bdi>
        </p>
      )}
      {giving.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(giving.error, words)}
        </p>
      )}
    </section>
  )
}
