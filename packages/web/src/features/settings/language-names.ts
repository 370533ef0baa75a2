import { isLanguage, LANGUAGE_NAMES } from '../../messages/languages.ts'

/** Languages by their own names; one that the desk does not speak by its tag. */
export function languageNames(languages: readonly string[]): string[] {
  return languages.map((language) => (isLanguage(language) ? LANGUAGE_NAMES[language] : language))
}
