import { dataAt, type EditPath, setText } from '@avow/core'
import { RefreshCcwDot } from 'lucide-react'
import { useState } from 'react'
import { languageName } from '../../messages/formats.ts'
import { directionOf } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { textsOf } from './charter-data.ts'
import { keyOf, useStudio } from './studio-context.tsx'
import { pointerOf, useFaulty } from './typed-field.tsx'

/** A text in every language of the charter, the master first; the others unfold. */
export function TextsField(props: {
  readonly path: EditPath
  readonly label: string
  /** What cannot be without the text has its field open from the beginning. */
  readonly isNeeded?: boolean | undefined
}) {
  const { path, label, isNeeded = false } = props
  const { data, languages, mayWrite } = useStudio()
  const words = useWords()
  const older = useOlder(path)
  const master = languages[0] ?? 'en'
  const texts = textsOf(dataAt(data, path), master)
  const missing = languages.filter((language) => (texts[language] ?? '') === '')
  const others = languages.slice(1)
  const isEmpty = missing.length === languages.length
  const [isWanted, want] = useState(false)
  const [isOpen, open] = useState(false)
  const [hidden, hide] = useState<readonly string[]>([])
  if (isEmpty && !isWanted && !isNeeded)
    return mayWrite ? (
      <button type="button" className="reveal" onClick={() => want(true)}>
        {words.say('studio.reveal', { what: label })}
      </button>
    ) : null
  return (
    <div className={isOpen ? 'texts beside' : 'texts'}>
      <span className="label">{label}</span>
      <TextField path={path} label={label} language={master} texts={texts} />
      {others.length > 0 && (
        <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
          <summary>
            {!isEmpty && missing.length > 0
              ? words.say('studio.languages-missing', {
                  count: others.length,
                  missing: words.list(missing.map((language) => languageName(words.locale, language))),
                })
              : words.say('studio.languages', { count: others.length })}
          </summary>
          {isOpen && others.length > 1 && (
            <span className="chips">
              {others.map((language) => (
                <button
                  key={language}
                  type="button"
                  className="chip"
                  aria-pressed={!hidden.includes(language)}
                  title={languageName(words.locale, language)}
                  onClick={() =>
                    hide(hidden.includes(language) ? hidden.filter((one) => one !== language) : [...hidden, language])
                  }
                >
                  {language}
                </button>
              ))}
            </span>
          )}
        </details>
      )}
      {isOpen &&
        others
          .filter((language) => !hidden.includes(language))
          .map((language) => (
            <TextField
              key={language}
              path={path}
              label={label}
              language={language}
              texts={texts}
              isOlder={older.includes(language)}
            />
          ))}
      {!isOpen && older.length > 0 && (
        <p className="older">
          <RefreshCcwDot aria-hidden="true" className="icon" />{' '}
          {words.say('studio.languages-older', {
            languages: words.list(older.map((language) => languageName(words.locale, language))),
          })}
        </p>
      )}
    </div>
  )
}

/** The languages whose text did not change with the master's. */
function useOlder(path: EditPath): readonly string[] {
  const { data, findings } = useStudio()
  const pointer = pointerOf(data, path)
  const found = findings.find((one) => one.code === 'translation-older' && one.path === pointer)
  const languages = found?.says?.data['languages']
  return Array.isArray(languages) ? languages.filter((one) => typeof one === 'string') : []
}

function TextField(props: {
  readonly path: EditPath
  readonly label: string
  readonly language: string
  readonly texts: Readonly<Record<string, string>>
  readonly isOlder?: boolean
}) {
  const { path, label, language, texts, isOlder = false } = props
  const { data, edit, mayWrite } = useStudio()
  const words = useWords()
  const isFaulty = useFaulty([...path, language])
  const [typed, setTyped] = useState<string>()
  const written = texts[language] ?? ''
  const value = typed?.trimEnd() === written ? typed : written
  const name = languageName(words.locale, language)
  return (
    <label className="text-field">
      <span className="quiet" title={name}>
        {language}
      </span>
      <textarea
        rows={1}
        lang={language}
        dir={directionOf(language)}
        aria-label={words.say('studio.text-in', { what: label, language: name })}
        value={value}
        disabled={!mayWrite}
        aria-invalid={isFaulty || undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          edit(setText(data, path, language, currentTarget.value.trimEnd()), keyOf([...path, language]))
        }}
        onBlur={() => setTyped(undefined)}
      />
      {isOlder && <span className="older">{words.say('studio.translation-older')}</span>}
    </label>
  )
}
