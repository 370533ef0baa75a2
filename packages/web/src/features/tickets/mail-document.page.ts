import DOMPurify from 'dompurify'
import { foldQuotation, type PartedText } from './fold-quotation.page.ts'

interface MailOptions {
  /** Pictures of other servers that were loaded: `data:` by their address. */
  readonly pictures: ReadonlyMap<string, string>
  readonly language: string | null
  /** Its text, of which the same is folded; null where nothing is. */
  readonly parted: PartedText | null
  /** What a fold is called, and in which language. */
  readonly fold: { readonly words: string; readonly language: string }
}

const LOOKS =
  'body{margin:0;padding:16px;font:14px/20px system-ui,"Noto Sans","Noto Sans Arabic",sans-serif;color:#1c2236;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}summary{width:fit-content;min-height:24px;color:#4b5268;cursor:pointer}'

/**
 * A mail's HTML as a document of its own. The server has sanitised it; it is done again here, by another hand, and the
 * document’s own policy lets nothing run and nothing be fetched: all pictures are carried as data, those of the mail itself and
 * those that were loaded on demand. What is quoted is folded, which needs no script.
 */
export function mailDocument(html: string, { pictures, language, parted, fold }: MailOptions): string {
  const clean = DOMPurify.sanitize(html, {
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'svg', 'math', 'audio', 'video', 'dialog'],
    FORBID_ATTR: ['id', 'class', 'name'],
    RETURN_DOM_FRAGMENT: true,
  })
  for (const image of clean.querySelectorAll('img')) {
    const loaded = pictures.get(image.dataset['src'] ?? '')
    if (loaded !== undefined) image.src = loaded
    image.removeAttribute('data-src')
  }
  for (const link of clean.querySelectorAll('a')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer nofollow'
  }
  if (parted !== null) foldQuotation(clean, parted, fold)
  const page = document.implementation.createHTMLDocument()
  page.documentElement.lang = language ?? ''
  page.documentElement.dir = 'auto'
  const policy = page.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
  const looks = page.createElement('style')
  looks.textContent = LOOKS
  page.head.append(policy, looks)
  page.body.append(clean)
  return `<!doctype html>${page.documentElement.outerHTML}`
}
