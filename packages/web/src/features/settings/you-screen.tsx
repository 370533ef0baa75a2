import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Avatar } from '../people/avatar.tsx'
import { useMay, useMe } from '../people/me.tsx'
import { signOut } from '../people/sessions.page.ts'
import { Demo } from './demo.tsx'
import { Looks } from './looks.tsx'
import { OwnForm } from './own-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { SettingsHead } from './settings-head.tsx'
import { WorkspaceFacts } from './workspace-facts.tsx'

const AbsenceForm = lazy(async () => ({ default: (await import('../people/absence-form.tsx')).AbsenceForm }))

/** The reader's own account, and how the desk looks to them. */
export function YouScreen() {
  const words = useWords()
  const { person } = useMe()
  return (
    <main className="page settings">
      <SettingsHead page={words.say('settings.person')} />
      <You />
      {person !== null && (
        <section>
          <h2>{words.say('absence.title')}</h2>
          <Suspense>
            <AbsenceForm person={person} save={(away) => call('changeMe', { body: { away } })} />
          </Suspense>
        </section>
      )}
      {person !== null && <PasswordForm />}
      <Looks />
      <WorkspaceFacts />
      {useMay('workspace.manage') && <Demo />}
    </main>
  )
}

function SignOut() {
  const words = useWords()
  const client = useQueryClient()
  return (
    <button
      type="button"
      className="button"
      onClick={() => void signOut().then(() => client.setQueryData(['me'], null))}
    >
      {words.say('settings.sign-out')}
    </button>
  )
}

function You() {
  const words = useWords()
  const { person, roles } = useMe()
  return (
    <section>
      <h2>{words.say('settings.person')}</h2>
      {person === null ? (
        <SignOut />
      ) : (
        <>
          <p className="you">
            <Avatar name={person.name} large />
            <span>
              <bdi>{person.name}</bdi>
              <br />
              <span className="quiet">
                <bdi dir="ltr">{person.email}</bdi> · {words.list(roles.map((role) => words.say(`role.${role}`)))}
              </span>
            </span>
          </p>
          <SignOut />
          <OwnForm person={person} />
        </>
      )}
    </section>
  )
}
