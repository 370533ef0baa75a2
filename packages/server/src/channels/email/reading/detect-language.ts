import { eld } from 'eld/small'
import { ENOUGH_TEXT } from './language-work.ts'

const FEWEST_LETTERS = 20
/** Between the likeliest language and the next, on eld's scale of 0 to 1. */
const LEAST_LEAD = 0.01
/** Of the letters of those sentences that tell their language, in the language of the whole. */
const LEAST_SHARE = 0.6

eld.enableTextCleanup(true)

/**
 * The one of `languages` (tags like `ar` or `ar-EG`) that a text is written in; undefined where that is not sure: where the
 * text has fewer than 20 letters, is another language, or changes from one language of the desk to another, so that no
 * answer in one of them would be right for certain. Its tables take 150 MB and some 0.3 s to load: see askLanguage.
 */
export function detectLanguage(text: string, languages: readonly string[]): string | undefined {
  const read = text.slice(0, ENOUGH_TEXT)
  const whole = detectedIn(read, languages)
  // A desk of one language has none to change to.
  if (whole === undefined || languages.length === 1) return whole
  const told = { own: 0, all: 0 }
  let left = lettersIn(read)
  for (const sentence of read.split(/[.!?؟;\n]+/u)) {
    // Whatever the rest is in, it is not enough to change that.
    if (told.own >= (told.all + left) * LEAST_SHARE) break
    const letters = lettersIn(sentence)
    left -= letters
    const language = detectedIn(sentence, languages)
    if (language === undefined) continue
    told.all += letters
    if (language === whole) told.own += letters
  }
  return told.own >= told.all * LEAST_SHARE ? whole : undefined
}

function detectedIn(text: string, languages: readonly string[]): string | undefined {
  if (lettersIn(text) < FEWEST_LETTERS) return undefined
  const found = eld.detect(text)
  const [first = 0, second = 0] = Object.values(found.getScores())
  if (!found.isReliable() || first - second < LEAST_LEAD) return undefined
  return languages.find((tag) => tag.toLowerCase().split('-')[0] === found.language)
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
