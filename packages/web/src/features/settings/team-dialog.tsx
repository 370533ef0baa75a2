import type { Team } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'

interface TeamDialogProps {
  readonly team: Team
  /** Those that it may answer from. */
  readonly addresses: readonly { readonly id: string; readonly address: string }[]
  readonly onClose: () => void
}

/** From which address a team answers, and its signature in each language. */
export function TeamDialog({ team, addresses, onClose }: TeamDialogProps) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [signatures, write] = useState(team.signatures)
  const saving = useMutation({
    mutationFn: (form: FormData) => {
      const mailbox = String(form.get('mailbox'))
      return call('setTeam', {
        body: {
          name: team.name,
          mailbox: mailbox === '' ? null : mailbox,
          signatures,
          signs_automatic: form.get('automatic') === 'on',
        },
      })
    },
    onSuccess: () => {
      announce.politely(words.say('settings.saved'))
      void client.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog title={words.say('teams.edit', { team: team.name })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate(new FormData(event.currentTarget))
        }}
      >
        {saving.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(saving.error, words)}
          </p>
        )}
        <label className="field">
          <span>{words.say('teams.mailbox')}</span>
          <select className="input" name="mailbox" defaultValue={team.mailbox?.id ?? ''}>
            <option value="">{words.say('teams.mailbox-of-ticket')}</option>
            {addresses.map(({ id, address }) => (
              <option key={id} value={id} dir="ltr">
                {address}
              </option>
            ))}
          </select>
          <span className="hint">{words.say('teams.mailbox-hint')}</span>
        </label>
        <fieldset className="part signatures">
          <legend>{words.say('teams.signature')}</legend>
          <p className="quiet">
            {words.say('teams.placeholders')} <bdi dir="ltr">{'{name}'}</bdi> · <bdi dir="ltr">{'{team}'}</bdi>
          </p>
          <p className="quiet">{words.say('teams.links')}</p>
          {LANGUAGES.map((language) => (
            <label key={language} className="field">
              <span lang={language}>{LANGUAGE_NAMES[language]}</span>
              <textarea
                className="input"
                rows={2}
                lang={language}
                dir={directionOf(language)}
                maxLength={500}
                value={signatures[language] ?? ''}
                onChange={({ currentTarget }) => write({ ...signatures, [language]: currentTarget.value })}
              />
            </label>
          ))}
        </fieldset>
        <label className="check">
          <input type="checkbox" name="automatic" defaultChecked={team.signs_automatic} />
          {words.say('teams.signs-automatic')}
        </label>
        <footer>
          <button type="submit" className="button main" disabled={saving.isPending}>
            {words.say('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
