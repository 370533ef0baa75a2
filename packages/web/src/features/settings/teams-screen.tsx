import type { Team } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isLanguage, LANGUAGE_NAMES } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { SettingsHead } from './settings-head.tsx'
import { settingsQueries } from './settings-queries.page.ts'
import { TeamDialog } from './team-dialog.tsx'
import '../../ui/table.css'

/** The teams of the desk: from which address each answers, and how it signs. */
export function TeamsScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(settingsQueries.teams())
  const [changed, open] = useState<Team>()
  return (
    <main className="page settings">
      <SettingsHead page={words.say('teams.title')} />
      <p>{words.say('teams.lead')}</p>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && <p className="quiet">{words.say('teams.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.say('people.team')}</th>
              <th scope="col">{words.say('teams.mailbox')}</th>
              <th scope="col">{words.say('teams.signature')}</th>
              <th scope="col">
                <span className="for-readers">{words.say('people.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((team) => (
              <TeamRow key={team.name} team={team} onChange={() => open(team)} />
            ))}
          </tbody>
        </table>
      )}
      {changed !== undefined && data !== undefined && (
        <TeamDialog team={changed} addresses={data.addresses} onClose={() => open(undefined)} />
      )}
    </main>
  )
}

function TeamRow({ team, onChange }: { readonly team: Team; readonly onChange: () => void }) {
  const words = useWords()
  const { name, people, mailbox, signatures, signs_automatic } = team
  const signed = Object.keys(signatures)
    .filter(isLanguage)
    .map((language) => LANGUAGE_NAMES[language])
  return (
    <tr>
      <td>
        <bdi>{name}</bdi>
        <div className="quiet">{words.say('teams.people', { count: people })}</div>
      </td>
      <td data-label={words.say('teams.mailbox')}>
        {mailbox === null ? (
          <span className="quiet">{words.say('teams.mailbox-of-ticket')}</span>
        ) : (
          <bdi dir="ltr">{mailbox.address}</bdi>
        )}
      </td>
      <td data-label={words.say('teams.signature')}>
        {signed.length === 0 ? <span className="quiet">{words.say('teams.unsigned')}</span> : words.list(signed)}
        {signed.length > 0 && signs_automatic && (
          <div className="quiet">{words.say('teams.signs-automatic-short')}</div>
        )}
      </td>
      <td className="end">
        <button
          type="button"
          className="button small"
          aria-label={words.say('teams.edit', { team: name })}
          onClick={onChange}
        >
          {words.say('people.change')}
        </button>
      </td>
    </tr>
  )
}
