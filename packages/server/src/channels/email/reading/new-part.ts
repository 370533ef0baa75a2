import { attributionStart, isHeaderBlock, isOriginalMessageLine, namesHourAndAddress } from './quotation-marks.ts'

export type NewPart = {
  /** What the author added. */
  readonly fresh: string
  /** Signature and quotation, to be folded away; `fresh` and this together are the text, to the last character. */
  readonly quoted: string
}

/**
 * Parts what an author added from the quotation and signature at the end of a plain text. In doubt everything is fresh:
 * a quotation shown twice costs a glance, a sentence folded away costs a customer. What stands between or below
 * quoted lines is therefore always fresh, and they with it.
 */
export function newPart(text: string): NewPart {
  // Each line with its break, so that the pieces can be put together again.
  const pieces = text.match(/[^\n]*\n|[^\n]+$/gu) ?? []
  const lines = pieces.map((piece) => piece.replace(/\r?\n$/u, ''))
  let end = lines.length
  for (const start of [signatureStart, quotationStart, signatureStart]) {
    const found = start(lines.slice(0, end))
    if (found !== undefined && !isBlank(lines.slice(0, found))) end = found
  }
  return { fresh: pieces.slice(0, end).join(''), quoted: pieces.slice(end).join('') }
}

const MOST_SIGNATURE_LINES = 15
/** Without its space the line may also be a mere dash between two paragraphs. */
const MOST_AFTER_BARE_DASHES = 5

/** Where the signature begins that ends the text: behind `-- ` (RFC 3676 §4.3). */
function signatureStart(lines: readonly string[]): number | undefined {
  const first = lines.findLastIndex((line) => line === '-- ' || line === '--')
  if (first < 0) return undefined
  const after = lines.slice(first + 1).filter((line) => line.trim() !== '')
  const most = lines[first] === '-- ' ? MOST_SIGNATURE_LINES : MOST_AFTER_BARE_DASHES
  return after.length > most || after.some(isMarked) ? undefined : first
}

function quotationStart(lines: readonly string[]): number | undefined {
  return markedStart(lines) ?? unmarkedStart(lines)
}

/** Where the `>` lines begin that end the text, with the line that says whose words they are. */
function markedStart(lines: readonly string[]): number | undefined {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !isMarked(line))
  const marked = lines.slice(last + 1).filter(isMarked).length
  if (marked === 0) return undefined
  const attribution = attributionStart(lines, last)
  if (attribution !== undefined) return attribution
  // A single line with `>` may be an arrow, a prompt or a face.
  return marked > 1 ? last + 1 : undefined
}

/** Where a quotation without marks begins: only at what mail programs write and people do not. */
function unmarkedStart(lines: readonly string[]): number | undefined {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isOriginalMessageLine(line)) return at
    if (isHeaderBlock(lines, at)) return isRule(lines[at - 1] ?? '') ? at - 1 : at
    if (!/:[\s\p{Bidi_Control}]*$/u.test(line)) continue
    const first = attributionStart(lines, at)
    if (first === undefined || (lines[first - 1] ?? '').trim() !== '') continue
    const after = lines.slice(at + 1)
    if (namesHourAndAddress(lines.slice(first, at + 1).join(' ')) && !after.some(isMarked)) return first
  }
  return undefined
}

function isMarked(line: string): boolean {
  return /^\s?>/u.test(line)
}

function isRule(line: string): boolean {
  return /^[_-]{10,}\s*$/u.test(line)
}

function isBlank(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() === '')
}
