import { languageName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { AddNamed } from './add-named.tsx'
import { withoutLanguage } from './clause-edits.ts'
import { RemoveButton } from './remove-button.tsx'
import { useStudio } from './studio-context.tsx'
import { Line } from './typed-field.tsx'

const CODE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/

/** The languages of the charter's texts. The first is the master: texts in no language of their own are in it. */
export function LanguagesField() {
  const { languages, readData, edit } = useStudio()
  const words = useWords()
  return (
    <Line label={words.say('studio.languages-of')}>
      <ul className="chips">
        {languages.map((language, index) => {
          const name = languageName(words.locale, language)
          return (
            <li key={language} className={index === 0 ? 'chip closed' : 'chip'}>
              <bdi>{name}</bdi>
              {index > 0 && (
                <RemoveButton
                  label={words.say('studio.language.remove', { language: name })}
                  onRemove={() => edit(withoutLanguage(readData(), language))}
                />
              )}
            </li>
          )
        })}
      </ul>
      <AddNamed
        label={words.say('studio.language.code')}
        add={words.say('studio.language.add')}
        form={CODE}
        taken={languages}
        onAdd={(code) => edit([{ kind: 'insert', path: ['languages'], at: languages.length, value: code }])}
      />
    </Line>
  )
}
