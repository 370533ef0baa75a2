import DOMPurify from 'dompurify'

interface MailOptions {
  /** Pictures of other servers are wanted. */
  readonly hasImages: boolean
  readonly language: string | null
}

const LOOKS =
  'body{margin:0;padding:16px;font:14px/20px system-ui,"Noto Sans","Noto Sans Arabic",sans-serif;color:#1c2236;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}'

/**
 * A mail's HTML as a document of its own. The server has sanitised it; it is done again here, by another hand, and the
 * document’s own policy lets nothing run and nothing be fetched but pictures: those of the mail itself,
 * which it carries as data, and others on demand.
 */
export function mailDocument(html: string, { hasImages, language }: MailOptions): string {
  const clean = DOMPurify.sanitize(html, {
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'svg', 'math', 'audio', 'video', 'dialog'],
    FORBID_ATTR: ['id', 'class', 'name'],
    RETURN_DOM_FRAGMENT: true,
  })
  for (const image of clean.querySelectorAll('img')) {
    const remote = image.dataset['src']
    if (hasImages && remote !== undefined && /^https?:\/\//i.test(remote)) image.src = remote
    image.removeAttribute('data-src')
  }
  for (const link of clean.querySelectorAll('a')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer nofollow'
  }
  const page = document.implementation.createHTMLDocument()
  page.documentElement.lang = language ?? ''
  page.documentElement.dir = 'auto'
  const pictures = hasImages ? 'data: https: http:' : 'data:'
  const policy = page.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = `default-src 'none'; img-src ${pictures}; style-src 'unsafe-inline'`
  const looks = page.createElement('style')
  looks.textContent = LOOKS
  page.head.append(policy, looks)
  page.body.append(clean)
  return `<!doctype html>${page.documentElement.outerHTML}`
}
