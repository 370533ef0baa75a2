import { readFactValue } from '../read-event.ts'
import { hashOfBytes } from './byte-strings.ts'
import { FIELD, fieldNamed } from './field-codes.ts'
import type { FactRows } from './fact-rows.ts'
import type { GrowingFact } from './growing-fact.ts'
import { InstantReader } from './instant-bytes.ts'
import { JsonStrings, literalEnd, nullEnd, plainCountEnd, skipSpace } from './json-bytes.ts'
import { decodeUtf8, isUtf8 } from './utf8.ts'

/** A line may have this many bytes, its line feed not counted. */
export const LINE_AT_MOST = 1 << 20
const FACTS_AT_MOST = 64
const WORDING_AT_MOST = 2048

/**
 * Finds the parts of a line of the plain shape: one flat object with texts, numbers and flags, `facts` one level down, no
 * escapes. Whatever else it meets it leaves to JSON.parse: it answers -1 and nothing has happened.
 *
 * What many lines share (type, author, state …) is copied into `wording`, by which a line is recognised that reads like
 * one before; what differs (ticket, instants, `seq`, `id`, `key`, who acted, facts) is left in its place.
 */
export class LineScanner {
  at = 0
  recorded = 0
  /** Infinity for none. */
  seq = 0
  /** Where the texts stand; the end is -1 where the line has none. */
  ticketStart = 0
  ticketEnd = -1
  idStart = 0
  idEnd = -1
  keyStart = 0
  keyEnd = -1
  whoStart = 0
  whoEnd = -1
  readonly wording = new Uint8Array(WORDING_AT_MOST)
  wordingLength = 0
  /** Number of facts; -1 where the line has no `facts`. */
  factCount = -1
  readonly fact: GrowingFact[] = []
  readonly factStart = new Int32Array(FACTS_AT_MOST)
  readonly factEnd = new Int32Array(FACTS_AT_MOST)
  readonly factHash = new Int32Array(FACTS_AT_MOST)

  private readonly strings = new JsonStrings()
  private readonly instants = new InstantReader()
  private readonly facts: FactRows

  constructor(facts: FactRows) {
    this.facts = facts
  }

  /** Reads the line that begins at `start` and ends with a line feed. Answers where the next one begins, or -1. */
  scan(bytes: Uint8Array, start: number): number {
    this.reset()
    let at = skipSpace(bytes, start)
    if (bytes[at] !== 0x7b) return -1
    let passed = 0
    do {
      at = skipSpace(bytes, at + 1)
      if (bytes[at] !== 0x22) return -1
      const name = at + 1
      const nameEnd = this.strings.closingQuote(bytes, name)
      if (nameEnd < 0) return -1
      at = skipSpace(bytes, nameEnd + 1)
      if (bytes[at] !== 0x3a) return -1
      at = skipSpace(bytes, at + 1)
      const field = fieldNamed(bytes, name, nameEnd)
      // Of two fields of one name the last holds, and JSON.parse knows which that is.
      if (field !== FIELD.unknown) {
        if ((passed & (1 << field)) !== 0) return -1
        passed |= 1 << field
      }
      at = field <= FIELD.by ? this.scanOwn(bytes, field, at) : this.scanShared(bytes, field, name, nameEnd, at)
      if (at < 0) return -1
      at = skipSpace(bytes, at)
    } while (bytes[at] === 0x2c)
    if (bytes[at] !== 0x7d) return -1
    at = skipSpace(bytes, at + 1)
    if (bytes[at] !== 0x0a || at - start > LINE_AT_MOST || this.ticketEnd <= this.ticketStart || Number.isNaN(this.at)) return -1
    if (Number.isNaN(this.recorded)) this.recorded = this.at
    if (this.strings.high && !isUtf8(bytes, start, at)) return -1
    return at + 1
  }

  private reset(): void {
    this.strings.high = false
    this.at = Number.NaN
    this.recorded = Number.NaN
    this.seq = Number.POSITIVE_INFINITY
    this.ticketEnd = -1
    this.idEnd = -1
    this.keyEnd = -1
    this.whoEnd = -1
    this.wordingLength = 0
    this.factCount = -1
  }

  /** A field that is the line's own. Answers the end of its value, or -1. */
  private scanOwn(bytes: Uint8Array, field: number, at: number): number {
    if (field === FIELD.facts) return this.scanFacts(bytes, at)
    if (field === FIELD.seq) {
      const end = plainCountEnd(bytes, at)
      if (end < 0) return nullEnd(bytes, at)
      this.seq = numberAt(bytes, at, end)
      return end
    }
    const quoted = bytes[at] === 0x22
    const start = quoted ? at + 1 : at
    const end = quoted ? this.strings.closingQuote(bytes, start) : plainCountEnd(bytes, start)
    if (end < 0) return field === FIELD.ticket || field === FIELD.at || quoted ? -1 : nullEnd(bytes, at)
    if (field === FIELD.at || field === FIELD.recorded) {
      const instant = quoted ? this.instants.read(bytes, start, end) : Number.NaN
      if (Number.isNaN(instant)) return -1
      if (field === FIELD.at) this.at = instant
      else this.recorded = instant
    } else if (field === FIELD.ticket) {
      this.ticketStart = start
      this.ticketEnd = end
    } else if (field === FIELD.id) {
      this.idStart = start
      this.idEnd = end
    } else if (field === FIELD.key) {
      this.keyStart = start
      this.keyEnd = end
    } else if (!quoted || !this.scanAuthor(bytes, start, end)) return -1
    return quoted ? end + 1 : end
  }

  /** `agent:anna`: the first part is shared, the second the line's own. */
  private scanAuthor(bytes: Uint8Array, start: number, end: number): boolean {
    let colon = start
    while (colon < end && bytes[colon] !== 0x3a) colon++
    if (colon < end) {
      this.whoStart = colon + 1
      this.whoEnd = end
    }
    return this.word(FIELD.by, bytes, start, Math.min(colon + 1, end))
  }

  /** A field that many lines share, into `wording`. Of an unknown field only the name: its value says nothing to us. */
  private scanShared(bytes: Uint8Array, field: number, name: number, nameEnd: number, at: number): number {
    const first = bytes[at]
    let end: number
    if (first === 0x22) {
      const quote =
        field === FIELD.unknown ? this.strings.closingQuoteOfAny(bytes, at + 1) : this.strings.closingQuote(bytes, at + 1)
      if (quote < 0) return -1
      end = quote + 1
    } else end = first === 0x5b || first === 0x7b ? this.strings.flatEnd(bytes, at) : literalEnd(bytes, at)
    if (end < 0) return -1
    if (field !== FIELD.unknown) return this.word(field, bytes, at, end) ? end : -1
    if (!this.word(field, bytes, name, nameEnd)) return -1
    // Only a wording that was read before vouches for what stands between brackets.
    if ((first === 0x5b || first === 0x7b) && !this.word(field, bytes, at, end)) return -1
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
    if (bytes[start] !== 0x7b) return nullEnd(bytes, start)
    if (!this.word(FIELD.facts, bytes, start, start)) return -1
    let count = 0
    let at = skipSpace(bytes, start + 1)
    while (bytes[at] !== 0x7d || count > 0) {
      if (bytes[at] !== 0x22 || count === FACTS_AT_MOST) return -1
      const nameEnd = this.strings.closingQuote(bytes, at + 1)
      const fact = nameEnd < 0 ? undefined : this.facts.named(bytes, at + 1, nameEnd)
      if (fact === undefined) return -1
      for (let other = 0; other < count; other++) if (this.fact[other] === fact) return -1
      at = skipSpace(bytes, nameEnd + 1)
      if (bytes[at] !== 0x3a) return -1
      at = skipSpace(bytes, at + 1)
      const end = this.factValueEnd(bytes, at)
      if (end < 0) return -1
      const hash = hashOfBytes(bytes, at, end)
      if (bytes[at] === 0x7b && !fact.knows(bytes, at, end, hash) && !isFactValue(bytes, at, end)) return -1
      this.fact[count] = fact
      this.factStart[count] = at
      this.factEnd[count] = end
      this.factHash[count++] = hash
      at = skipSpace(bytes, end)
      if (bytes[at] === 0x7d) break
      if (bytes[at] !== 0x2c) return -1
      at = skipSpace(bytes, at + 1)
    }
    this.factCount = count
    return at + 1
  }

  private factValueEnd(bytes: Uint8Array, at: number): number {
    if (bytes[at] === 0x7b) return this.strings.flatEnd(bytes, at)
    if (bytes[at] !== 0x22) return literalEnd(bytes, at)
    const quote = this.strings.closingQuote(bytes, at + 1)
    return quote < 0 ? -1 : quote + 1
  }
}

/** Whether an object is money, or anything that a fact may be. */
function isFactValue(bytes: Uint8Array, start: number, end: number): boolean {
  try {
    return readFactValue(JSON.parse(decodeUtf8(bytes, start, end))) !== undefined
  } catch {
    return false
  }
}

function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) number = number * 10 + (bytes[at] as number) - 0x30
  return number
}
