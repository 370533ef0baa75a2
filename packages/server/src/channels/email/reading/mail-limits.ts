import { MailUnreadable } from './mail-shape.ts'

/** What a mail may hold before a person has to look at it. Real mail stays far below each. */
export const MOST_DEPTH = 100
export const MOST_HEADER_BYTES = 1024 * 1024
export const MOST_HEADERS = 2000
export const MOST_PARTS = 2000
export const MOST_TEXT = 10_000_000

/**
 * Throws `too-many-parts` before anything is parsed, since each part costs time. Counts the lines that could begin a
 * part: those that are a boundary named anywhere in the mail.
 */
export function checkParts(raw: Uint8Array): void {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const boundaries = boundariesOf(text.toString('latin1'))
  if (boundaries.size === 0) return
  let parts = 0
  for (let at = text.indexOf('\n--'); at >= 0; at = text.indexOf('\n--', at + 3)) {
    const line = text.toString('latin1', at + 3, at + 3 + LONGEST_BOUNDARY + 2)
    const end = /[\r\n]/u.exec(line)?.index ?? line.length
    if (boundaries.has(line.slice(0, end).trimEnd())) parts++
    if (parts > MOST_PARTS) throw new MailUnreadable('too-many-parts', `more than ${MOST_PARTS} parts`)
  }
}

const LONGEST_BOUNDARY = 200

function boundariesOf(text: string): Set<string> {
  const found = [...text.matchAll(/\bboundary\s{0,5}=\s{0,5}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/giu)]
  return new Set(found.map(([, quoted, bare]) => (quoted ?? bare ?? '').trimEnd()))
}

/** The parser says in words which of its limits was passed. */
export function reasonOf(error: unknown): MailUnreadable {
  if (error instanceof MailUnreadable) return error
  const message = error instanceof Error ? error.message : String(error)
  if (/nesting depth/iu.test(message)) return new MailUnreadable('nested-too-deep', message)
  if (/header/iu.test(message)) return new MailUnreadable('headers-too-large', message)
  return new MailUnreadable('broken', message)
}
