import { escapeHtml, linkify } from '../reading/index.ts'
import { contactLinks, numberLink } from './contact-links.ts'

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The way a language (a tag such as `ar-EG`) is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The way that a text is written, where its writer said so. */
export type Direction = 'ltr' | 'rtl'

/**
 * Plain text as paragraphs, each in the direction of its own first letter, since answers quote and mix languages; or in the
 * one that its writer chose.
 */
export function paragraphs(text: string, direction: Direction | 'auto' = 'auto'): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n+/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(
      (paragraph) =>
        `<p dir="${direction}">${linkify(paragraph.replace(/^\n+|\s+$/gu, '')).replaceAll('\n', '<br>\n')}</p>`,
    )
    .join('\n')
}

/** What stands under the words of a mail, behind the mark of signatures (RFC 3676 §4.3). */
export interface MailSignature {
  readonly text: string
  /** That it is written in. */
  readonly language: string
}

/** The mark, on a line of its own: mail programs fold away what stands behind it. */
export const SIGNATURE_MARK = '-- '

/**
 * A text whose signature is written the way of its own language, whatever letters a name in it begins with; the rest as
 * paragraphs. Names that are fenced in (U+2068 … U+2069) are fenced in as HTML does it.
 */
export function signedParagraphs(text: string, { text: signature, language }: MailSignature): string {
  const marked = `${SIGNATURE_MARK}\n${signature}`
  const at = text.lastIndexOf(marked)
  if (at < 0) return paragraphs(text)
  return [
    paragraphs(text.slice(0, at)),
    signatureParagraph(marked, language),
    paragraphs(text.slice(at + marked.length)),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/**
 * A signature: where people are found is a link (see contactLinks), and a number that is fenced in is one, too; its lines stay
 * as they are.
 */
export function signatureParagraph(lines: string, language: string): string {
  return fenced(lines, language, {
    outside: contactLinks,
    inside: (piece) => numberLink(piece) ?? `<bdi>${escapeHtml(piece)}</bdi>`,
  })
}

/** Where the words of a mail end and what stands behind the mark of signatures begins. */
export function endOfWords(text: string): number {
  const mark = text.lastIndexOf(`\n\n${SIGNATURE_MARK}\n`)
  return mark < 0 ? text.length : mark
}

/** Lines of ours in a language; what is fenced in (U+2068 … U+2069) in them is somebody's, and stays what it is. */
export function fencedParagraph(lines: string, language: string): string {
  return fenced(lines, language, { outside: linkify, inside: (piece) => `<bdi>${escapeHtml(piece)}</bdi>` })
}

interface Written {
  readonly outside: (piece: string) => string
  readonly inside: (piece: string) => string
}

function fenced(lines: string, language: string, { outside, inside }: Written): string {
  const pieces = lines.split(/\u2068([^\u2068\u2069\n]*)\u2069/u)
  const html = pieces.map((piece, index) => (index % 2 === 1 ? inside(piece) : outside(piece)))
  const written = html.join('').replaceAll('\n', '<br>\n')
  return `<p lang="${escapeHtml(language)}" dir="${directionOf(language)}">${written}</p>`
}

/** A whole page around a fragment that is safe already. */
export function mailPage(fragment: string, language: string, subject: string): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body lang="${escapeHtml(language)}" dir="${directionOf(language)}" style="font-family:sans-serif;line-height:1.5">`,
    fragment,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
