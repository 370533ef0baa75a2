import { escapeHtml, linkify } from '../reading/index.ts'

const DIGIT = '[0-9\u0660-\u0669\u06f0-\u06f9]'
/** What people put between two digits of a number. */
const BETWEEN = '[ \\u00a0\\u202f.\\/\\u2010-\\u2013-]?'

/**
 * A telephone number written the international way: others mean something else abroad, and cannot be told from the number of a
 * company or an account. Not inside a word, an address or a longer number (E.164: fifteen digits at most, and a nought in
 * brackets).
 */
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}/=&?@.:_+-])\+${DIGIT}(?:${BETWEEN}${DIGIT}|${BETWEEN}\(${DIGIT}{1,4}\)){5,14}(?!${BETWEEN}${DIGIT})(?!\p{L})`,
  'gu',
)

/** A page that is named without `https://`. */
const PAGE =
  /(?<![\p{L}\p{N}@./:_-])www\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?:\/[\w./~%?=&#-]{0,500})?(?<![.-])/giu

/** Lines that tell how somebody is reached as a fragment of HTML: pages, mail addresses and telephone numbers are links. */
export function contactLinks(text: string): string {
  return around(text, NUMBER, linkTo, (beside) => around(beside, PAGE, pageLink, leftToRight))
}

/** A whole telephone number as a link; undefined where the text is anything else. */
export function numberLink(text: string): string | undefined {
  const [found] = text.matchAll(NUMBER)
  return found?.[0] === text ? linkTo(text) : undefined
}

/**
 * Fences numbers in (U+2068 … U+2069) for lines that run from right to left, which would write their groups from last to
 * first.
 */
export function fencedNumbers(text: string): string {
  return text.replace(NUMBER, '\u2068$&\u2069')
}

/** What a pattern finds by `found`, what stands beside it by `beside`. */
function around(
  text: string,
  pattern: RegExp,
  found: (match: string) => string,
  beside: (rest: string) => string,
): string {
  let html = ''
  let done = 0
  for (const { 0: match, index } of text.matchAll(pattern)) {
    html += beside(text.slice(done, index)) + found(match)
    done = index + match.length
  }
  return html + beside(text.slice(done))
}

/** RFC 3966: digits alone. A nought in brackets is dialled inside the country only. */
function linkTo(number: string): string {
  const digits = [...number.replace(/\((?:0|\u0660|\u06f0)\)/gu, '')].flatMap((character) => {
    const at = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'].map((all) => all.indexOf(character)).find((each) => each >= 0)
    return at === undefined ? [] : [String(at)]
  })
  return `<a dir="ltr" href="tel:+${digits.join('')}">${escapeHtml(number)}</a>`
}

function pageLink(page: string): string {
  return leftToRight(`https://${page}`).replace('>https://', '>')
}

/** Addresses are written from left to right, whatever stands around them. What is escaped has no tag that this could change. */
function leftToRight(text: string): string {
  return linkify(text).replaceAll('<a href=', '<a dir="ltr" href=')
}
