import type { StaffPerson } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { TableBox } from '../../ui/table-box.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { Avatar } from './avatar.tsx'
import { AwayMark } from './away-mark.tsx'
import { useMay } from './me.tsx'
import { PersonDialog } from './person-dialog.tsx'
import '../../ui/table.css'

const AbsenceDialog = lazy(async () => ({ default: (await import('./absence-dialog.tsx')).AbsenceDialog }))

/** The people of the desk: roles say what they may do, positions who the charter speaks of. */
export function PeopleScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(queries.staff())
  const [dialog, open] = useState<StaffPerson | 'new'>()
  const [absent, openAbsence] = useState<StaffPerson>()
  const mayManage = useMay('people.manage')
  const maySendAway = useMay('teams.manage')
  const title = words.say('people.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        {mayManage && (
          <button type="button" className="button main" onClick={() => open('new')}>
            {words.say('people.add')}
          </button>
        )}
      </header>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <TableBox label={title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.say('people.name')}</th>
                <th scope="col">{words.say('people.team')}</th>
                <th scope="col">{words.say('people.roles')}</th>
                <th scope="col">{words.say('people.positions')}</th>
                {(mayManage || maySendAway) && (
                  <th scope="col">
                    <span className="for-readers">{words.say('people.change')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {data.items.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  onChange={mayManage ? () => open(person) : undefined}
                  onAbsence={maySendAway ? () => openAbsence(person) : undefined}
                />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {absent !== undefined && (
        <Suspense>
          <AbsenceDialog person={absent} onClose={() => openAbsence(undefined)} />
        </Suspense>
      )}
      {dialog === 'new' && <AddPersonDialog onClose={() => open(undefined)} />}
      {dialog !== undefined && dialog !== 'new' && <PersonDialog person={dialog} onClose={() => open(undefined)} />}
    </main>
  )
}

function PersonRow({
  person,
  onChange,
  onAbsence,
}: {
  readonly person: StaffPerson
  readonly onChange: (() => void) | undefined
  readonly onAbsence: (() => void) | undefined
}) {
  const words = useWords()
  const { of } = useCharter()
  const { name, email, team, roles, positions, away } = person
  return (
    <tr>
      <td>
        <span className="who">
          <Avatar name={name} large />
          <span>
            <bdi>{name}</bdi>
            <br />
            <bdi dir="ltr" className="quiet">
              {email}
            </bdi>{' '}
            <AwayMark away={away} />
          </span>
        </span>
      </td>
      <td data-label={words.say('people.team')}>
        {team === null ? <span className="quiet">{words.say('people.no-team')}</span> : <bdi>{team}</bdi>}
      </td>
      <td data-label={roles.length > 0 ? words.say('people.roles') : undefined}>
        {words.list(roles.map((role) => words.say(`role.${role}`)))}
      </td>
      <td data-label={positions.length > 0 ? words.say('people.positions') : undefined}>
        {words.list(positions.map((position) => of.position(position)))}
      </td>
      {(onChange ?? onAbsence) !== undefined && (
        <td className="end">
          {onAbsence !== undefined && (
            <button
              type="button"
              className="button small plain"
              aria-label={words.say('absence.of', { name })}
              onClick={onAbsence}
            >
              {words.say('absence.title')}
            </button>
          )}
          {onChange !== undefined && (
            <button
              type="button"
              className="button small"
              aria-label={words.say('people.edit', { name })}
              onClick={onChange}
            >
              {words.say('people.change')}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}
