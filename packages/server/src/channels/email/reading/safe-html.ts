import { allowedAttributes, MOST_HTML_DEPTH, STYLES, TAGS, UNSEEN } from './allowed-html.ts'
import { boundedSanitise } from './bounded-sanitise.ts'
import { safeAddress } from './safe-address.ts'

/** Beyond this an agent is shown the plain text. Newsletters come to some 100,000 characters. */
const MOST_CHARACTERS = 2_000_000

export type SafeHtml = {
  /** Fit to stand in a page; empty where it was too large or too deep. */
  readonly html: string
  /** Some picture waits in `data-src` for a reader who wants it loaded from its sender's server. */
  readonly hasRemoteImages: boolean
  readonly tooLarge: boolean
}

export type SafeHtmlOptions = {
  /** Where the picture with this Content-ID (without angle brackets) is to be had; undefined where there is none. */
  readonly addressOfContent?: ((contentId: string) => string | undefined) | undefined
}

/**
 * HTML of a stranger, or of an agent, made fit to be shown: only what is listed in allowed-html.ts stays, nothing runs and
 * nothing is asked of a network. Text direction and language stay. A picture in the mail itself is shown; one on a
 * server keeps its address in `data-src`.
 */
export function safeHtml(html: string, { addressOfContent }: SafeHtmlOptions = {}): SafeHtml {
  if (html.length > MOST_CHARACTERS) return TOO_LARGE
  let hasRemoteImages = false
  const image = (source: string): Record<string, string> => {
    const content = /^cid:(.+)$/isu.exec(source.trim())?.[1]
    if (content !== undefined) return given('src', addressOfContent?.(decoded(content)))
    if (PICTURE_DATA.test(source)) return { src: source }
    // In a mail `//host/picture` has no scheme to inherit.
    const remote = safeAddress(source.trim().replace(/^\/\//u, 'https://'), ['http:', 'https:'])
    hasRemoteImages ||= remote !== undefined
    return given('data-src', remote)
  }
  const safe = boundedSanitise(html, {
    allowedTags: TAGS,
    // Each attribute was judged by then; the list keeps what a new version might add by itself out.
    allowedAttributes: { '*': ATTRIBUTES },
    allowedStyles: { '*': STYLES },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    nonTextTags: UNSEEN,
    nestingLimit: MOST_HTML_DEPTH,
    transformTags: {
      '*': (tagName, attributes) => ({
        tagName,
        attribs: {
          ...allowedAttributes(tagName, attributes),
          ...(tagName === 'a' ? link(attributes['href'] ?? '') : {}),
          ...(tagName === 'img' ? image(attributes['src'] ?? '') : {}),
        },
      }),
    },
  })
  return safe === undefined ? TOO_LARGE : { html: safe, hasRemoteImages, tooLarge: false }
}

const ATTRIBUTES = [
  ...['dir', 'lang', 'title', 'align', 'style', 'width', 'height', 'colspan', 'rowspan', 'valign', 'bgcolor', 'border'],
  ...['cellpadding', 'cellspacing', 'span', 'color', 'face', 'size', 'alt', 'start', 'type', 'value'],
  ...['href', 'rel', 'target', 'src', 'data-src'],
]

const TOO_LARGE: SafeHtml = { html: '', hasRemoteImages: false, tooLarge: true }

/** Pictures made of dots: the other kinds may hold a document. */
const PICTURE_DATA = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]+$/iu

function link(written: string): Record<string, string> {
  const href = safeAddress(written)
  return href === undefined ? {} : { href, target: '_blank', rel: 'noopener noreferrer' }
}

function given(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value }
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId)
  } catch {
    return contentId
  }
}
