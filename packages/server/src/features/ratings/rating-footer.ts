import type { FooterLine, MailFooter } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { textOf } from '../../site/html.ts'
import { isLanguage } from '../../site/languages.ts'
import { tongueOf } from '../../site/tongue.ts'
import { type RatingLinksFor, ratingLinks } from './rating-links.ts'

/**
 * What stands under an answer: how did we do, one link for each score. In English where the public pages do not have the
 * language.
 */
export async function ratingFooter(tx: Transaction, about: RatingLinksFor): Promise<MailFooter> {
  const base = about.language.split('-')[0] ?? ''
  const language = isLanguage(base) ? base : 'en'
  const tongue = tongueOf(language)
  const links = await ratingLinks(tx, { ...about, language })
  const lines = links.toReversed().map(({ score, url }): FooterLine => {
    if (score === 5) return { words: textOf(tongue.say('rate.best')), url }
    if (score === 1) return { words: textOf(tongue.say('rate.worst')), url }
    return { words: `${score}`, url }
  })
  return { language, lines: [{ words: textOf(tongue.say('rate.title')) }, ...lines] }
}
