import { LANGUAGE_NAMES, LANGUAGES } from '../messages/languages.ts'
import { useWords } from '../messages/words.tsx'
import { usePreferences } from './preferences.tsx'

/** Each language by its own name. */
export function LanguageChoice() {
  const words = useWords()
  const { chooseLanguage } = usePreferences()
  return (
    <div className="choice" role="radiogroup" aria-label={words.say('settings.language')}>
      {LANGUAGES.map((language) => (
        <label key={language} lang={language}>
          <input
            type="radio"
            name="language"
            checked={language === words.language}
            onChange={() => void chooseLanguage(language)}
          />
          {LANGUAGE_NAMES[language]}
        </label>
      ))}
    </div>
  )
}
