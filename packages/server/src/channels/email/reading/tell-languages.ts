import { eld } from 'eld/small'
import { ENOUGH_TEXT, NOTHING_TOLD, type ToldLanguages } from './told-languages.ts'

const FEWEST_LETTERS = 20
/** Between the likeliest language and the next, on eld's scale of 0 to 1. */
const LEAST_LEAD = 0.01

eld.enableTextCleanup(true)

/** Tells the language of a text by its beginning, and those of its sentences. Loading the tables for it takes 150 MB; see askLanguages. */
export function tellLanguages(text: string): ToldLanguages {
  const read = text.slice(0, ENOUGH_TEXT)
  const whole = toldBy(read)
  if (whole === null) return NOTHING_TOLD
  const letters: Record<string, number> = {}
  for (const sentence of read.split(/[.!?؟;\n]+/u)) {
    const language = toldBy(sentence)
    if (language !== null) letters[language] = (letters[language] ?? 0) + lettersIn(sentence)
  }
  return { whole, letters }
}

function toldBy(text: string): string | null {
  if (lettersIn(text) < FEWEST_LETTERS) return null
  const found = eld.detect(text)
  const [first = 0, second = 0] = Object.values(found.getScores())
  return found.isReliable() && first - second >= LEAST_LEAD ? found.language : null
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
