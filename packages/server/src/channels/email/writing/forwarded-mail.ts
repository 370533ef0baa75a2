import { escapeHtml, withoutBidiControls } from '../reading/index.ts'
import { type Direction, fencedParagraph, type MailSignature, paragraphs, signatureParagraph } from './mail-page.ts'

/** A message as it is shown to somebody outside. */
export interface ForwardedMessage {
  /** Lines of ours above it: who, when, about what; what people typed is fenced in (U+2068 … U+2069). */
  readonly head: readonly string[]
  /** Somebody's words, plain. */
  readonly text: string
  /** The way that they are written, where their writer said so. */
  readonly direction?: Direction | null
}

export interface ForwardedMail {
  /** The words of who forwards it; may be empty. */
  readonly text: string
  readonly signature: MailSignature | undefined
  /** The line that says that somebody else's words follow. */
  readonly title: string
  /** Of the lines of ours. */
  readonly language: string
  /** The first first. */
  readonly messages: readonly ForwardedMessage[]
}

/**
 * What is forwarded, as text and as HTML. Each line of somebody's words begins with a mark of quotation, so that none can
 * pass for one of ours, and nothing in it is made a link or turns the direction of what stands beside it. The signature
 * stands without the mark of signatures: mail programs fold away what is behind that.
 */
export function writeForwarded({ text, signature, title, language, messages }: ForwardedMail): {
  readonly text: string
  readonly html: string
} {
  const rule = `---------- ${title} ----------`
  const own = [text, signature?.text ?? ''].filter((part) => part !== '')
  const quoted = messages.map(({ head, text: said, direction }) => ({
    direction: direction ?? ('auto' as const),
    head: head.join('\n'),
    said: inLines(withoutBidiControls(said)),
  }))
  return {
    text: [...own, rule, ...quoted.flatMap(({ head, said }) => [head, quotation(said)])].join('\n\n'),
    html: [
      paragraphs(text),
      signature === undefined ? '' : signatureParagraph(signature.text, signature.language),
      fencedParagraph(rule, language),
      ...quoted.flatMap(({ head, said, direction }) => [
        fencedParagraph(head, language),
        `<blockquote style="${QUOTED}">${plainParagraphs(said, direction)}</blockquote>`,
      ]),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  }
}

/** Whatever some program ends a line at ends one here: none begins without its mark. */
function inLines(text: string): string {
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
}

const QUOTED = 'margin:0;padding:0 12px;border-inline-start:2px solid #999'

function quotation(said: string): string {
  return said
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** Each in the direction of its own first letter, or in the one that its writer chose. */
function plainParagraphs(said: string, direction: Direction | 'auto'): string {
  return said
    .split(/\n[ \t]*\n+/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p dir="${direction}">${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')
}
