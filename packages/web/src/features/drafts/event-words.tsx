import type { EditPath } from '@avow/core'
import { languageName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { fieldsOf } from './charter-data.ts'
import { useStudio } from './studio-context.tsx'
import { Line, WordsField } from './typed-field.tsx'

/** The words of customers by which an event happens, by language: those of the charter, and others that are written. */
export function EventWords({ path, written }: { readonly path: EditPath; readonly written: unknown }) {
  const { languages, mayWrite } = useStudio()
  const words = useWords()
  const heard = Object.keys(fieldsOf(written))
  if (heard.length === 0 && !mayWrite) return null
  const label = words.say('studio.event.words')
  return (
    <details className="fold">
      <summary>{label}</summary>
      <p className="quiet">{words.say('studio.event.words.hint')}</p>
      {[...new Set([...languages, ...heard])].map((language) => (
        <Line key={language} label={languageName(words.locale, language)}>
          <WordsField
            path={[...path, language]}
            label={words.say('studio.text-in', { what: label, language: languageName(words.locale, language) })}
            language={language}
            // Without its last language the field says nothing.
            without={heard.every((one) => one === language) ? path : undefined}
          />
        </Line>
      ))}
    </details>
  )
}
