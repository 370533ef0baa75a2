import type { Role, StaffPerson } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useMe } from './me.tsx'
import { RolesField } from './roles-field.tsx'

interface PersonDialogProps {
  readonly person: StaffPerson
  readonly onClose: () => void
}

/** Roles, team and positions of a person; and the end of their access, which asks once more. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { charter, of } = useCharter()
  const { person: me } = useMe()
  const [roles, setRoles] = useState<Role[]>(person.roles)
  const [positions, setPositions] = useState(person.positions)
  const [isSure, setSure] = useState(false)
  const { id, name } = person
  const changing = useMutation({
    mutationFn: (body: { roles?: Role[]; team?: string | null; positions?: string[]; disabled?: boolean }) =>
      call('changeStaff', { params: { id }, body }),
    onSuccess: (_, { disabled }) => {
      if (disabled === true) announce.politely(words.say('people.disabled', { name }))
      void client.invalidateQueries({ queryKey: ['staff'] })
      onClose()
    },
  })
  return (
    <Dialog title={words.say('people.edit', { name })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          const team = String(new FormData(event.currentTarget).get('team')).trim()
          changing.mutate({ roles, positions, team: team === '' ? null : team })
        }}
      >
        {changing.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(changing.error, words)}
          </p>
        )}
        <label className="field">
          <span>{words.say('people.team')}</span>
          <input className="input" name="team" dir="auto" maxLength={100} defaultValue={person.team ?? ''} />
        </label>
        <RolesField roles={roles} onChange={setRoles} />
        {charter !== undefined && charter.positions.length > 0 && (
          <fieldset className="field set">
            <legend className="label">{words.say('people.positions')}</legend>
            {charter.positions.map(({ name: position }) => (
              <label key={position} className="check">
                <input
                  type="checkbox"
                  checked={positions.includes(position)}
                  onChange={({ currentTarget }) =>
                    setPositions(
                      currentTarget.checked ? [...positions, position] : positions.filter((one) => one !== position),
                    )
                  }
                />
                {of.position(position)}
              </label>
            ))}
            <span className="hint">{words.say('people.positions-hint')}</span>
          </fieldset>
        )}
        <footer>
          {me?.id !== id && (
            <button
              type="button"
              className="button plain"
              disabled={changing.isPending}
              onClick={() => (isSure ? changing.mutate({ disabled: true }) : setSure(true))}
            >
              {isSure ? words.say('people.disable-sure', { name }) : words.say('people.disable')}
            </button>
          )}
          <button type="submit" className="button main" disabled={roles.length === 0 || changing.isPending}>
            {words.say('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
