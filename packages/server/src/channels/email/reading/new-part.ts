import { footerStart } from './mail-footers.ts'
import { attributionStart, isHeaderBlock, isOriginalMessageLine, namesHourAndAddress } from './quotation-marks.ts'

/** A run of whole lines, with their breaks. */
export interface TextPiece {
  readonly text: string
  readonly isQuoted: boolean
}

export type NewPart = {
  /** The text in order; joined it is the text, to the last character. */
  readonly pieces: readonly TextPiece[]
  /** What the author added. */
  readonly fresh: string
  /** Signature, footers and quotation, to be folded away. */
  readonly quoted: string
}

/**
 * Parts what an author added from the quotation above or below it, and from the signature and footers at the end of a
 * plain text. In doubt everything is fresh: a quotation shown twice costs a glance, a sentence folded away costs a
 * customer. Quotations that are answered one by one stay with their answers.
 */
export function newPart(text: string): NewPart {
  // Each line with its break, so that the pieces can be put together again.
  const broken = text.match(/[^\n]*\n|[^\n]+$/gu) ?? []
  const lines = broken.map((line) => line.replace(/\r?\n$/u, ''))
  const end = newEnd(lines)
  const above = quotationAbove(lines.slice(0, end))
  const cuts = [0, above?.first ?? 0, above?.end ?? 0, end, lines.length]
  const pieces = cuts
    .slice(1)
    .map((to, at) => ({ text: broken.slice(cuts[at], to).join(''), isQuoted: at % 2 === 1 }))
    .filter((piece) => piece.text !== '')
  const joined = (isQuoted: boolean): string =>
    pieces.flatMap((piece) => (piece.isQuoted === isQuoted ? [piece.text] : [])).join('')
  return { pieces, fresh: joined(false), quoted: joined(true) }
}

/** Signature, quotation and footers may follow each other in any order, but not for ever. */
const MOST_TURNS = 4

/** The line behind the last that the author wrote. */
function newEnd(lines: readonly string[]): number {
  let end = lines.length
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const before = end
    for (const start of [footerStart, signatureStart, quotationStart]) {
      const found = start(lines.slice(0, end))
      if (found !== undefined && !isBlank(lines.slice(0, found))) end = found
    }
    if (end === before) break
  }
  return end
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
    if (isHeaderBlock(lines, at)) return withLineAbove(lines, at)
    if (!/:[\s\p{Bidi_Control}]*$/u.test(line)) continue
    const first = attributionStart(lines, at)
    if (first === undefined || (lines[first - 1] ?? '').trim() !== '') continue
    const after = lines.slice(at + 1)
    if (namesHourAndAddress(lines.slice(first, at + 1).join(' ')) && !after.some(isMarked)) return first
  }
  return undefined
}

/** Header lines of a quoted mail, with the rule or attribution that stands above them. */
function withLineAbove(lines: readonly string[], header: number): number {
  const above = lines.slice(0, header).findLastIndex((line) => line.trim() !== '')
  if (above < 0) return header
  return isRule(lines[above] ?? '') ? above : (attributionStart(lines, above) ?? header)
}

/**
 * The one quotation, with its attribution, beneath which the author answers. Undefined where there are more: each is then
 * answered for itself, and what is answered is part of the answer.
 */
function quotationAbove(lines: readonly string[]): { readonly first: number; readonly end: number } | undefined {
  const marked = lines.findIndex(isMarked)
  if (marked < 0) return undefined
  const answer = lines.findIndex((line, at) => at > marked && line.trim() !== '' && !isMarked(line))
  if (answer < 0 || lines.slice(answer).some(isMarked)) return undefined
  const last = lines.slice(0, marked).findLastIndex((line) => line.trim() !== '')
  const first = attributionStart(lines, last)
  return first === undefined ? undefined : { first, end: answer }
}

function isMarked(line: string): boolean {
  return /^\s?>/u.test(line)
}

function isRule(line: string): boolean {
  return /^\s?[_-]{10,}\s*$/u.test(line)
}

function isBlank(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() === '')
}
