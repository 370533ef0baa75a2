import { createContext, type ReactNode, use, useState } from 'react'
import { directionOf, type Language, languageFor, localeFor } from '../messages/languages.ts'
import { type Catalogue, loadCatalogue } from '../messages/load-catalogue.ts'
import { WordsProvider } from '../messages/words.tsx'

export type Theme = 'device' | 'light' | 'dark'

interface Preferences {
  readonly theme: Theme
  chooseTheme(theme: Theme): void
  chooseLanguage(language: Language): Promise<void>
}

const PreferencesContext = createContext<Preferences | undefined>(undefined)

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext)
  if (preferences === undefined) throw new Error('no preferences outside PreferencesProvider')
  return preferences
}

/** The language of the desk and its words, before the first drawing. */
export async function firstWords(): Promise<Spoken> {
  const language = languageFor(localStorage.getItem('avow.language'), navigator.languages)
  return { language, catalogue: await loadCatalogue(language) }
}

interface Spoken {
  readonly language: Language
  readonly catalogue: Catalogue
}

export function PreferencesProvider({ first, children }: { readonly first: Spoken; readonly children: ReactNode }) {
  const [spoken, speak] = useState(first)
  const [theme, setTheme] = useState(readTheme)
  const preferences: Preferences = {
    theme,
    chooseTheme(chosen) {
      if (chosen === 'device') localStorage.removeItem('avow.theme')
      else localStorage.setItem('avow.theme', chosen)
      if (chosen === 'device') delete document.documentElement.dataset['theme']
      else document.documentElement.dataset['theme'] = chosen
      setTheme(chosen)
    },
    async chooseLanguage(language) {
      const catalogue = await loadCatalogue(language)
      localStorage.setItem('avow.language', language)
      document.documentElement.lang = language
      document.documentElement.dir = directionOf(language)
      speak({ language, catalogue })
    },
  }
  return (
    <PreferencesContext value={preferences}>
      <WordsProvider
        language={spoken.language}
        locale={localeFor(spoken.language, navigator.languages)}
        catalogue={spoken.catalogue}
      >
        {children}
      </WordsProvider>
    </PreferencesContext>
  )
}

function readTheme(): Theme {
  const chosen = localStorage.getItem('avow.theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'device'
}
