import { MOST_HTML_DEPTH, UNSEEN } from './allowed-html.ts'
import { boundedSanitise } from './bounded-sanitise.ts'
import { cleanText } from './clean-text.ts'
import { TextPage } from './text-page.ts'

const MOST_CHARACTERS = 2_000_000

const BLOCKS = [
  ...['address', 'article', 'aside', 'blockquote', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figcaption'],
  ...['figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p'],
  ...['pre', 'section', 'table', 'tr', 'ul'],
]

/** The words of an HTML mail in their order: a line for each block, `> ` before what is quoted, links behind their words. */
export function htmlToText(html: string): string {
  const plain =
    html.length > MOST_CHARACTERS
      ? undefined
      : boundedSanitise(html, {
          allowedTags: [...BLOCKS, 'a', 'br', 'img', 'td', 'th'],
          allowedAttributes: { a: ['href'], img: ['alt'] },
          allowedSchemes: ['http', 'https', 'mailto', 'tel'],
          nonTextTags: UNSEEN,
          nestingLimit: MOST_HTML_DEPTH,
        })
  return cleanText(plain === undefined ? bareWords(html) : pageOf(plain))
}

/** The sanitiser leaves well-formed markup behind, with four entities and every angle bracket in a value escaped. */
function pageOf(plain: string): string {
  const page = new TextPage()
  for (const [, closing, tag = '', attributes = '', text] of plain.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gu)) {
    if (text !== undefined) page.write(decodeEntities(text))
    else if (closing === '/') page.close(tag)
    else page.open(tag, (name) => decodeEntities(new RegExp(` ${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? ''))
  }
  return page.end()
}

/** For what no person wrote: whatever is no tag, in lines. */
function bareWords(html: string): string {
  const words = html.replace(/<[^>]*>?/gu, '\n').replace(/[ \t]*\n\s*/gu, '\n')
  return decodeEntities(words).trim()
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp);/gu, (entity) => ENTITIES[entity] ?? entity).replace(/\u00a0/gu, ' ')
}
