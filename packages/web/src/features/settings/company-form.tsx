import type { Company } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { isLanguage, type Language } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { CompanyLanguages } from './company-languages.tsx'
import { Saved } from './saved.tsx'

/** Name and languages are changed here; the time zone is the charter's, and says so. */
export function CompanyForm({ company }: { readonly company: Company }) {
  const words = useWords()
  const client = useQueryClient()
  const [languages, choose] = useState<readonly Language[] | null>(
    company.languages_chosen ? company.languages.filter(isLanguage) : null,
  )
  const saving = useMutation({
    mutationFn: (form: FormData) =>
      call('changeCompany', {
        body: { name: String(form.get('name')).trim(), languages: languages === null ? null : [...languages] },
      }),
    onSuccess: () => client.invalidateQueries(),
  })
  const { charter } = company
  return (
    <>
      <section>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            saving.mutate(new FormData(event.currentTarget))
          }}
        >
          <Saved error={saving.error} isDone={saving.isSuccess} done={words.say('settings.saved')} />
          <label className="field">
            <span>{words.say('company.name')}</span>
            <input
              className="input"
              name="name"
              dir="auto"
              required
              maxLength={200}
              autoComplete="organization"
              defaultValue={company.name}
            />
            <span className="hint">{words.say('company.name-hint')}</span>
          </label>
          <CompanyLanguages company={company} languages={languages} onChange={choose} />
          <button type="submit" className="button main" disabled={saving.isPending}>
            {words.say('save')}
          </button>
        </form>
      </section>
      <section>
        <h2>{words.say('company.zone')}</h2>
        <p>
          {charter === null ? words.say('company.zone-none') : words.say('company.zone-is', { zone: charter.zone })}
        </p>
        <p>
          <Link to="/charter/drafts">{words.say('company.zone-drafts')}</Link>
        </p>
      </section>
    </>
  )
}
