import { SIGNATURE_PLACEHOLDERS } from '@avow/contract'
import { cleanText, directionOf, fencedNumbers, withoutBidiControls } from '../../channels/email/index.ts'
import { Refusal } from '../../refusal.ts'

const MOST_LINES = 10
const PLACEHOLDER = /\{([^{}\n]*)\}/gu
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu

/**
 * A signature as it is kept: plain lines, none of which looks like the mark of a signature itself. Empty: there is none. Throws `bad-request` for
 * more than ten lines, and for something in braces that nothing is filled in for.
 */
export function signatureToKeep(typed: string, path: string): string {
  const lines = withoutBidiControls(cleanText(typed))
    .split('\n')
    .map((line) => line.trimEnd())
  const text = lines.join('\n').trim()
  const refuse = (message: string): Refusal => new Refusal('bad-request', message, { at: [{ path, message, typed }] })
  if (text.split('\n').length > MOST_LINES) throw refuse(`A signature has ${MOST_LINES} lines at most.`)
  for (const [whole, name] of text.matchAll(PLACEHOLDER))
    if (!SIGNATURE_PLACEHOLDERS.some((known) => known === name))
      throw refuse(`Nothing is filled in for ${whole}: there are {name} and {team}.`)
  return text
}

/**
 * Fills in names. One that is written the other way than the language is fenced in (U+2068 … U+2069), and so is a telephone
 * number in a language that runs from right to left.
 */
export function filledSignature(
  text: string,
  language: string,
  names: Readonly<Record<(typeof SIGNATURE_PLACEHOLDERS)[number], string>>,
): string {
  const isRtl = directionOf(language) === 'rtl'
  const lines = isRtl ? fencedNumbers(text) : text
  return lines.replace(PLACEHOLDER, (whole, placeholder: string) => {
    const known = SIGNATURE_PLACEHOLDERS.find((each) => each === placeholder)
    if (known === undefined) return whole
    const name = withoutBidiControls(names[known]).replace(/\s+/gu, ' ').trim()
    const isTurned = isRtl ? /\p{L}/u.test(name.replace(RIGHT_TO_LEFT, '')) : name.search(RIGHT_TO_LEFT) >= 0
    return isTurned ? `\u2068${name}\u2069` : name
  })
}
