import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call, desk } from '../../api/call.page.ts'
import { goTo } from '../../api/go-to.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Loading, troubleWords } from '../../ui/standing-in.tsx'
import { readComeBack } from './come-back.page.ts'
import { SettingsHead } from './settings-head.tsx'

/** Where a provider sends people back to: what they come with is traded for what opens the mailbox. */
export function MailSignInScreen() {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const ending = useMutation({
    mutationFn: (given: { readonly state: string; readonly code: string }) =>
      call('finishMailConsent', { body: given }),
    onSuccess: async ({ address }) => {
      announce.politely(words.say('accounts.saved', { address }))
      await client.invalidateQueries()
      await navigate({ to: '/settings/addresses', replace: true })
    },
  })
  const { state, code, workspace, search } = readComeBack()
  const isElsewhere = workspace !== undefined && desk.workspace === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when they have come back
  useEffect(() => {
    if (code === undefined) return
    // The provider knows one address of ours; the workspace where they began stands in the state.
    if (isElsewhere) goTo(`/w/${workspace}/desk/settings/mail-sign-in${search}`)
    else ending.mutate({ state, code })
  }, [])
  return (
    <main className="page settings">
      <SettingsHead page={words.say('addresses.title')} />
      {code !== undefined && ending.error === null && <Loading />}
      {(code === undefined || ending.error !== null) && (
        <p className="band broken" role="alert">
          {ending.error === null ? words.say('accounts.consent-refused') : troubleWords(ending.error, words)}
        </p>
      )}
      <Link to="/settings/addresses">{words.say('addresses.title')}</Link>
    </main>
  )
}
