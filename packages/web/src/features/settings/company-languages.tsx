import type { Company } from '@avow/contract'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { languageNames } from './language-names.ts'

interface CompanyLanguagesProps {
  readonly company: Company
  /** The default first; null: those of the charter. */
  readonly languages: readonly Language[] | null
  readonly onChange: (languages: readonly Language[] | null) => void
}

/** The languages of the public pages: the charter's, or others, of which one is the default. */
export function CompanyLanguages({ company, languages, onChange }: CompanyLanguagesProps) {
  const words = useWords()
  const { charter } = company
  const spoken = charter?.languages ?? company.languages
  const untold = languages?.filter((language) => !spoken.includes(language)) ?? []
  return (
    <>
      <fieldset className="field set">
        <legend className="label">{words.say('company.languages')}</legend>
        {charter !== null && (
          <label className="check">
            <input
              type="checkbox"
              checked={languages === null}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? null : company.languages.filter(isLanguage))
              }
            />
            {words.say('company.languages-charter', { languages: words.list(languageNames(spoken)) })}
          </label>
        )}
        {languages !== null &&
          LANGUAGES.map((language) => (
            <label key={language} className="check" lang={language}>
              <input
                type="checkbox"
                checked={languages.includes(language)}
                // One is needed.
                disabled={languages.length === 1 && languages.includes(language)}
                onChange={({ currentTarget }) =>
                  onChange(
                    currentTarget.checked ? [...languages, language] : languages.filter((one) => one !== language),
                  )
                }
              />
              {LANGUAGE_NAMES[language]}
            </label>
          ))}
        <span className="hint">{words.say('company.languages-hint')}</span>
        {untold.length > 0 && (
          <span className="hint">
            {words.say('company.languages-untold', {
              languages: words.list(languageNames(untold)),
              master: languageNames(spoken)[0] ?? '',
            })}
          </span>
        )}
      </fieldset>
      {languages !== null && (
        <label className="field">
          <span>{words.say('company.default')}</span>
          <select
            className="input"
            value={languages[0]}
            onChange={({ currentTarget: { value } }) =>
              onChange([...languages].sort((a, b) => Number(b === value) - Number(a === value)))
            }
          >
            {LANGUAGES.filter((language) => languages.includes(language)).map((language) => (
              <option key={language} value={language} lang={language}>
                {LANGUAGE_NAMES[language]}
              </option>
            ))}
          </select>
          <span className="hint">{words.say('company.default-hint')}</span>
        </label>
      )}
    </>
  )
}
