import type { Catalogue } from './en/index.ts'
import type { Language } from './languages.ts'

/** The words of one language; each is a file of its own, fetched when it is wanted. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === 'ar') return (await import('./ar/index.ts')).ar
  return (await import('./en/index.ts')).en
}
