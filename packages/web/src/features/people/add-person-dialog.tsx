import type { Role } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { RolesField } from './roles-field.tsx'

/** Another person of the desk, with a password to sign in first. */
export function AddPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [roles, setRoles] = useState<Role[]>(['agent'])
  const adding = useMutation({
    mutationFn: (form: FormData) => {
      const text = (name: string) => String(form.get(name)).trim()
      return call('addStaff', {
        body: {
          name: text('name'),
          email: text('email'),
          password: String(form.get('password')),
          roles,
          team: text('team') === '' ? null : text('team'),
        },
      })
    },
    onSuccess: ({ name }) => {
      announce.politely(words.say('people.added', { name }))
      void client.invalidateQueries({ queryKey: ['staff'] })
      onClose()
    },
  })
  return (
    <Dialog title={words.say('people.add')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          adding.mutate(new FormData(event.currentTarget))
        }}
      >
        {adding.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(adding.error, words)}
          </p>
        )}
        <label className="field">
          <span>{words.say('people.name')}</span>
          <input className="input" name="name" dir="auto" required maxLength={200} autoComplete="off" />
        </label>
        <label className="field">
          <span>{words.say('people.email')}</span>
          <input className="input ltr" name="email" type="email" required maxLength={254} autoComplete="off" />
        </label>
        <label className="field">
          <span>{words.say('people.password')}</span>
          <input
            className="input ltr"
            name="password"
            type="password"
            required
            minLength={12}
            maxLength={128}
            autoComplete="new-password"
          />
          <span className="hint">{words.say('people.password-hint')}</span>
        </label>
        <label className="field">
          <span>
            {words.say('people.team')} ({words.say('optional')})
          </span>
          <input className="input" name="team" dir="auto" maxLength={100} />
        </label>
        <RolesField roles={roles} onChange={setRoles} />
        <footer>
          <button type="button" className="button plain" onClick={onClose}>
            {words.say('cancel')}
          </button>
          <button type="submit" className="button main" disabled={roles.length === 0 || adding.isPending}>
            {words.say('people.add')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
