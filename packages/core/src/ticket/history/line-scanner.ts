import type { FactRows } from './fact-rows.ts'
import { FIELD, fieldNamed } from './field-codes.ts'
import { InstantReader } from './instant-bytes.ts'
import { JsonStrings, literalEnd, nullEnd, plainCount, plainCountEnd, skipSpace } from './json-bytes.ts'
import { FACTS_OF_LINE, type LineParts } from './line-parts.ts'
import { LineSlots, SLOT } from './line-slots.ts'
import { isUtf8 } from './utf8.ts'

/** A line may have this many bytes, its line feed not counted. */
export const LINE_AT_MOST = 1 << 20
const WORDING_AT_MOST = 2048

/**
 * Finds the parts of a line of the plain shape: one flat object with texts, numbers and flags, `facts` one level down, no
 * escapes. Whatever else it meets it leaves to JSON.parse.
 *
 * What many lines share (type, author, state …) is copied into `wording`, by which a line is recognised that reads like
 * one before; what is the line's own (ticket, instants, `seq`, `id`, `key`, who acted, facts) goes into `parts`.
 */
export class LineScanner {
  readonly wording = new Uint8Array(WORDING_AT_MOST)
  wordingLength = 0
  /** Where the line's own parts stand in it. */
  readonly slots = new LineSlots()

  private readonly parts: LineParts
  private readonly facts: FactRows
  private readonly strings = new JsonStrings()
  private readonly instants = new InstantReader()

  constructor(parts: LineParts, facts: FactRows) {
    this.parts = parts
    this.facts = facts
  }

  /** Reads the line that begins at `start` and ends with a line feed, if it is a plain one. */
  scan(bytes: Uint8Array, start: number): boolean {
    const { parts, strings, slots } = this
    parts.reset()
    slots.reset()
    strings.high = false
    this.wordingLength = 0
    let at = skipSpace(bytes, start)
    if (bytes[at] !== 0x7b) return false
    let passed = 0
    do {
      at = skipSpace(bytes, at + 1)
      if (bytes[at] !== 0x22) return false
      const name = at + 1
      const nameEnd = strings.closingQuote(bytes, name)
      if (nameEnd < 0) return false
      at = skipSpace(bytes, nameEnd + 1)
      if (bytes[at] !== 0x3a) return false
      at = skipSpace(bytes, at + 1)
      const field = fieldNamed(bytes, name, nameEnd)
      // Of two fields of one name the last holds, and JSON.parse knows which that is.
      if (field !== FIELD.unknown && (passed & (1 << field)) !== 0) return false
      passed |= 1 << field
      if (field === FIELD.facts) at = this.scanFacts(bytes, at)
      else if (field <= FIELD.by) at = this.scanOwn(bytes, field, at)
      else if (field === FIELD.unknown) at = this.scanUnknown(bytes, name, nameEnd, at)
      else at = this.scanShared(bytes, field, at)
      if (at < 0) return false
      at = skipSpace(bytes, at)
    } while (bytes[at] === 0x2c)
    if (bytes[at] !== 0x7d) return false
    at = skipSpace(bytes, at + 1)
    if (bytes[at] !== 0x0a || at - start > LINE_AT_MOST) return false
    if (parts.ticketEnd <= parts.ticketStart || Number.isNaN(parts.at)) return false
    if (strings.high && !isUtf8(bytes, start, at)) return false
    slots.add(SLOT.end, at + 1, at + 1)
    parts.end = at + 1
    return true
  }

  /** A field that is the line's own. Answers the end of its value, or -1. */
  private scanOwn(bytes: Uint8Array, field: number, at: number): number {
    const { parts, slots } = this
    if (bytes[at] !== 0x22) return this.scanOwnNumber(bytes, field, at)
    const start = at + 1
    const end = this.strings.closingQuote(bytes, start)
    if (end < 0) return -1
    if (field === FIELD.ticket) {
      parts.ticketStart = start
      parts.ticketEnd = end
      slots.add(SLOT.ticket, start, end)
    } else if (field === FIELD.at) {
      parts.at = this.instants.read(bytes, start, end)
      if (Number.isNaN(parts.at)) return -1
      slots.add(SLOT.at, start, end)
    } else if (field === FIELD.recorded) {
      parts.recorded = this.instants.read(bytes, start, end)
      if (Number.isNaN(parts.recorded)) return -1
      slots.add(SLOT.recorded, start, end)
    } else if (field === FIELD.id) {
      parts.idStart = start
      parts.idEnd = end
      slots.add(SLOT.id, start, end)
    } else if (field === FIELD.key) {
      parts.keyStart = start
      parts.keyEnd = end
      slots.add(SLOT.key, start, end)
    } else if (field !== FIELD.by || !this.scanAuthor(bytes, start, end)) return -1
    return end + 1
  }

  /** A whole number, which reads the same as a text of its digits; `null` is as though the field were not there. */
  private scanOwnNumber(bytes: Uint8Array, field: number, at: number): number {
    const { parts, slots } = this
    const end = plainCountEnd(bytes, at)
    if (end < 0) return field === FIELD.ticket || field === FIELD.at ? -1 : nullEnd(bytes, at)
    if (field === FIELD.seq) {
      parts.seq = plainCount(bytes, at, end)
      slots.add(SLOT.seq, at, end)
    } else if (field === FIELD.ticket) {
      parts.ticketStart = at
      parts.ticketEnd = end
      slots.add(SLOT.ticketNumber, at, end)
    } else if (field === FIELD.id) {
      parts.idStart = at
      parts.idEnd = end
      slots.add(SLOT.idNumber, at, end)
    } else if (field === FIELD.key) {
      parts.keyStart = at
      parts.keyEnd = end
      slots.add(SLOT.keyNumber, at, end)
    } else return -1
    return end
  }

  /** `agent:anna`: the first part is shared, the second the line's own. */
  private scanAuthor(bytes: Uint8Array, start: number, end: number): boolean {
    let colon = start
    while (colon < end && bytes[colon] !== 0x3a) colon++
    if (colon < end) {
      this.parts.whoStart = colon + 1
      this.parts.whoEnd = end
      this.slots.add(SLOT.who, colon + 1, end)
    }
    return this.word(FIELD.by, bytes, start, Math.min(colon + 1, end))
  }

  /** A field that many lines share goes into `wording`. */
  private scanShared(bytes: Uint8Array, field: number, at: number): number {
    const end = this.valueEnd(bytes, at)
    return end >= 0 && this.word(field, bytes, at, end) ? end : -1
  }

  /** Of a field that no format knows only the name counts. */
  private scanUnknown(bytes: Uint8Array, name: number, nameEnd: number, at: number): number {
    if (!this.word(FIELD.unknown, bytes, name, nameEnd)) return -1
    if (bytes[at] === 0x22) {
      const quote = this.strings.closingQuoteOfAny(bytes, at + 1)
      if (quote < 0) return -1
      this.slots.add(SLOT.unknownText, at + 1, quote)
      return quote + 1
    }
    const end = this.valueEnd(bytes, at)
    // Only a wording that was read before vouches for what stands between brackets.
    if (bytes[at] === 0x5b || bytes[at] === 0x7b) return end >= 0 && this.word(FIELD.unknown, bytes, at, end) ? end : -1
    this.slots.add(SLOT.unknownWord, at, end)
    return end
  }

  private word(field: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { wording } = this
    let length = this.wordingLength
    if (length + 1 + end - start > WORDING_AT_MOST) return false
    wording[length++] = field
    for (let at = start; at < end; at++) wording[length++] = bytes[at] as number
    this.wordingLength = length
    return true
  }

  private scanFacts(bytes: Uint8Array, start: number): number {
    const { parts, slots } = this
    if (bytes[start] !== 0x7b) return nullEnd(bytes, start)
    if (!this.word(FIELD.facts, bytes, start, start)) return -1
    slots.add(SLOT.facts, start, start)
    parts.factCount = 0
    let at = skipSpace(bytes, start + 1)
    while (bytes[at] !== 0x7d || parts.factCount > 0) {
      if (bytes[at] !== 0x22 || parts.factCount === FACTS_OF_LINE) return -1
      const nameEnd = this.strings.closingQuote(bytes, at + 1)
      const fact = nameEnd < 0 ? undefined : this.facts.named(bytes, at + 1, nameEnd)
      if (fact === undefined) return -1
      for (let other = 0; other < parts.factCount; other++) if (parts.fact[other] === fact) return -1
      at = skipSpace(bytes, nameEnd + 1)
      if (bytes[at] !== 0x3a) return -1
      at = skipSpace(bytes, at + 1)
      const end = this.valueEnd(bytes, at)
      if (end < 0) return -1
      const isOpen = bytes[at] === 0x7b || bytes[at] === 0x5b
      if (isOpen && !fact.canRead(bytes, at, end)) return -1
      parts.addFact(fact, at, end)
      slots.add(SLOT.fact, at, end, fact)
      at = skipSpace(bytes, end)
      if (bytes[at] === 0x7d) break
      if (bytes[at] !== 0x2c) return -1
      at = skipSpace(bytes, at + 1)
    }
    return at + 1
  }

  /** The end of a text without escapes, a number, a word, or a list or object of such; -1 for all else. */
  private valueEnd(bytes: Uint8Array, at: number): number {
    const first = bytes[at]
    if (first === 0x5b || first === 0x7b) return this.strings.flatEnd(bytes, at)
    if (first !== 0x22) return literalEnd(bytes, at)
    const quote = this.strings.closingQuote(bytes, at + 1)
    return quote < 0 ? -1 : quote + 1
  }
}
