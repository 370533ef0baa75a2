import type { Transaction } from '../../db/index.ts'
import { textOf } from '../../site/html.ts'
import { isLanguage } from '../../site/languages.ts'
import { tongueOf } from '../../site/tongue.ts'
import { type RatingLinksFor, ratingLinks } from './rating-links.ts'

/**
 * What stands under an answer: how did we do, one link for each score. In English where the public pages do not have the
 * language.
 */
export async function ratingFooter(tx: Transaction, about: RatingLinksFor): Promise<string> {
  const base = about.language.split('-')[0] ?? ''
  const language = isLanguage(base) ? base : 'en'
  const tongue = tongueOf(language)
  const links = await ratingLinks(tx, { ...about, language })
  const lines = links.toReversed().map(({ score, url }) => {
    if (score === 5) return `${textOf(tongue.say('rate.best'))}\n${url}`
    if (score === 1) return `${textOf(tongue.say('rate.worst'))}\n${url}`
    return `${score}\n${url}`
  })
  return [textOf(tongue.say('rate.title')), ...lines].join('\n')
}
