import { escapeHtml } from '../reading/index.ts'
import { directionOf } from './mail-page.ts'

/** What stands under everything else in a mail: words of ours, some of which lead somewhere. */
export interface MailFooter {
  /** That it is written in. */
  readonly language: string
  readonly lines: readonly FooterLine[]
}

export interface FooterLine {
  readonly words: string
  /** Where they lead: an address of ours. */
  readonly url?: string | undefined
}

/** As plain text: an address stands on the line behind its words. */
export function footerText({ lines }: MailFooter): string {
  return lines.map(({ words, url }) => (url === undefined ? words : `${words}\n${url}`)).join('\n')
}

/**
 * As HTML: the words themselves are the links. An answer of a few words above a handful of written addresses would be nothing
 * but addresses for filters of spam. `mark`: what stands before it on a line of its own, or nothing.
 */
export function footerParagraph({ language, lines }: MailFooter, mark: string): string {
  const written = lines.map(({ words, url }) =>
    url === undefined
      ? escapeHtml(words)
      : `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${escapeHtml(words)}</a>`,
  )
  const whole = [...(mark === '' ? [] : [mark]), ...written].join('<br>\n')
  return `<p lang="${escapeHtml(language)}" dir="${directionOf(language)}">${whole}</p>`
}
