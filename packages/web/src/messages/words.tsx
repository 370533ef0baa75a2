import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Language } from './languages.ts'
import type { Catalogue } from './load-catalogue.ts'
import { makeWords, type Words } from './make-words.ts'

const WordsContext = createContext<Words | undefined>(undefined)

export function WordsProvider(props: {
  readonly language: Language
  readonly locale: string
  readonly catalogue: Catalogue
  readonly children: ReactNode
}) {
  const { language, locale, catalogue, children } = props
  const words = useMemo(() => makeWords(language, locale, catalogue), [language, locale, catalogue])
  return <WordsContext value={words}>{children}</WordsContext>
}

export function useWords(): Words {
  const words = use(WordsContext)
  if (words === undefined) throw new Error('no words outside WordsProvider')
  return words
}
