import { handbookOutline } from '@avow/contract'
import { isLanguage, type Language, offered } from '../../site/languages.ts'
import { charterTongue } from '../charters/index.ts'
import { handbookMarkdown } from './handbook-markdown.ts'
import { handbookPage } from './handbook-page.ts'
import type { EditionSource } from './read-edition.ts'

/** The outline of an edition in a language. */
export function outlineOf({ charter, parts }: Pick<EditionSource, 'charter' | 'parts'>, language: Language) {
  return handbookOutline(parts, charterTongue(charter.document, language))
}

/** As a page that stands alone. */
export function pageOf(source: EditionSource, language: Language): string {
  return handbookPage(outlineOf(source, language), { language, company: source.company })
}

/** As Markdown. */
export function markdownOf(source: Pick<EditionSource, 'charter' | 'parts'>, language: Language): string {
  return handbookMarkdown(outlineOf(source, language))
}

/** The language wished for where a handbook can be written in it, else the first of the charter that it can be. */
export function languageFor({ charter }: Pick<EditionSource, 'charter'>, wished: string | undefined): Language {
  const base = wished?.split('-')[0] ?? ''
  return isLanguage(base) ? base : offered(charter.document.languages)[0]
}
