import type { StaffPerson } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { Saved } from './saved.tsx'

/** The reader's name, the language that they are written to in, and whether customers' words are mailed to them. */
export function OwnForm({ person }: { readonly person: StaffPerson }) {
  const words = useWords()
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: (form: FormData) => {
      const language = String(form.get('language'))
      const name = String(form.get('name')).trim()
      return call('changeMe', {
        body: {
          name,
          language: isLanguage(language) ? language : null,
          is_mailed_messages: form.get('mailed') !== null,
        },
      })
    },
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey: [of] }) => of === 'me' || of === 'staff' }),
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(new FormData(event.currentTarget))
      }}
    >
      <Saved error={saving.error} isDone={saving.isSuccess} done={words.say('settings.saved')} />
      <label className="field">
        <span>{words.say('settings.own-name')}</span>
        <input
          className="input"
          name="name"
          dir="auto"
          required
          maxLength={200}
          autoComplete="name"
          defaultValue={person.name}
        />
      </label>
      <label className="field">
        <span>{words.say('settings.mail-language')}</span>
        <select className="input" name="language" defaultValue={person.language ?? ''}>
          <option value="">{words.say('settings.mail-language-charter')}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </select>
      </label>
      <div className="field">
        <label className="check">
          <input
            type="checkbox"
            name="mailed"
            defaultChecked={person.is_mailed_messages === true}
            aria-describedby="mailed-messages-hint"
          />
          {words.say('settings.mailed-messages')}
        </label>
        <span className="hint" id="mailed-messages-hint">
          {words.say('settings.mailed-messages-hint')}
        </span>
      </div>
      <button type="submit" className="button main" disabled={saving.isPending}>
        {words.say('save')}
      </button>
    </form>
  )
}
