import { safeAddress } from './safe-address.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that means itself in HTML, between tags and inside a quoted value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character)
}

// Each alternative begins only where a word does, so that a long run of letters is looked at once.
const LINK = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])https?:\/\/[^\s<>"'\x60\p{Cc}\p{Bidi_Control}]{1,2000}`,
    String.raw`(?<![\p{L}\p{N}.+_:/@-])(?:mailto:)?[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}`,
  ].join('|'),
  'giu',
)

/**
 * Plain text as a fragment of HTML, addresses as links (http, https, mailto). Everything is escaped, whether in a link or
 * not: whatever the pattern finds, only its length decides where the escaped pieces part. Line breaks stay as they are.
 */
export function linkify(text: string): string {
  let html = ''
  let done = 0
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const written = withoutPunctuation(found)
    const href = hrefOf(written)
    if (href === undefined) continue
    html += escapeHtml(text.slice(done, index))
    html += `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${escapeHtml(written)}</a>`
    done = index + written.length
  }
  return html + escapeHtml(text.slice(done))
}

/** A full stop ends the sentence, not the address; a bracket belongs to it only when it was opened in it. */
function withoutPunctuation(found: string): string {
  let end = found.length
  const opened = (close: string, open: string): boolean =>
    found.slice(0, end).split(open).length > found.slice(0, end - 1).split(close).length
  for (; end > 0; end--) {
    const last = found.charAt(end - 1)
    if (/[.,;:!?*_…،؛؟·»”’]/u.test(last)) continue
    if (last === ')' && !opened(')', '(')) continue
    if (last === ']' && !opened(']', '[')) continue
    break
  }
  return found.slice(0, end)
}

function hrefOf(written: string): string | undefined {
  const isAddress = !/^(?:https?|mailto):/iu.test(written)
  return safeAddress(isAddress ? `mailto:${written}` : written, ['http:', 'https:', 'mailto:'])
}
