import { dataAt, type EditPath, setText } from '@avow/core'
import { useState } from 'react'
import { languageName } from '../../messages/formats.ts'
import { directionOf } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { textsOf } from './charter-data.ts'
import { keyOf, useStudio } from './studio-context.tsx'
import { useFaulty } from './typed-field.tsx'

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
  const master = languages[0] ?? 'en'
  const texts = textsOf(dataAt(data, path), master)
  const missing = languages.filter((language) => (texts[language] ?? '') === '')
  const others = languages.slice(1)
  const isEmpty = missing.length === languages.length
  const [isWanted, want] = useState(false)
  const [isOpen, open] = useState(false)
  if (isEmpty && !isWanted && !isNeeded)
    return mayWrite ? (
      <button type="button" className="reveal" onClick={() => want(true)}>
        {words.say('studio.reveal', { what: label })}
      </button>
    ) : null
  return (
    <div className="texts">
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
          {isOpen &&
            others.map((language) => (
              <TextField key={language} path={path} label={label} language={language} texts={texts} />
            ))}
        </details>
      )}
    </div>
  )
}

function TextField(props: {
  readonly path: EditPath
  readonly label: string
  readonly language: string
  readonly texts: Readonly<Record<string, string>>
}) {
  const { path, label, language, texts } = props
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
    </label>
  )
}
