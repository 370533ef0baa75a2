import type { EventColumns } from '../columns.ts'
import { ColumnsBuilder } from '../columns-builder.ts'
import type { TicketEvent } from '../event.ts'
import { readEvent } from '../read-event.ts'
import { grownBytes } from './growing.ts'
import { AccountKeeper, type HistoryAccount, type UnreadableLine } from './history-account.ts'
import { LINE_AT_MOST } from './line-scanner.ts'
import { LineTaker } from './line-taker.ts'
import { decodeUtf8, isUtf8 } from './utf8.ts'

const LINE_FEED = 0x0a

/**
 * Reads history files (JSON lines, UTF-8 with or without a byte order mark, LF or CRLF; docs/formats/history.md) into
 * columns. Lines may come in any order and in pieces of any size. Never throws for what stands in a file: the account says
 * what became of every line.
 */
export class HistoryReader {
  private readonly builder: ColumnsBuilder
  private readonly account = new AccountKeeper()
  private readonly taker: LineTaker
  /** The beginning of a line of which the rest has not come yet. */
  private held = new Uint8Array(4096)
  private heldLength = 0
  private tooLong = false
  private file = 1
  private line = 0

  /** `declared`: the event types that the charters at hand declare; other types that no format knows judge nothing. */
  constructor(declared: readonly string[]) {
    this.builder = new ColumnsBuilder(declared)
    this.taker = new LineTaker(this.builder, this.account)
  }

  /** The next piece of a file. The bytes may be used again afterwards. */
  push(piece: Uint8Array): void {
    // A Buffer of Node's is another shape to the engine, which would make every look at a byte slower.
    const bytes = new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength)
    let start = 0
    if (this.heldLength > 0 || this.tooLong) {
      start = bytes.indexOf(LINE_FEED) + 1
      this.hold(bytes, 0, start === 0 ? bytes.length : start)
      if (start === 0) return
      this.heldLine()
    }
    const last = bytes.lastIndexOf(LINE_FEED)
    while (start <= last) start = this.take(bytes, start)
    this.hold(bytes, start, bytes.length)
  }

  /** Ends a file; what is pushed next is the first line of another. */
  endOfFile(): void {
    if (this.heldLength > 0 || this.tooLong) {
      this.hold(Uint8Array.of(LINE_FEED), 0, 1)
      this.heldLine()
    }
    this.file++
    this.line = 0
  }

  /** An event from another source than JSON lines. It counts as a line of its own. */
  pushEvent(event: TicketEvent): void {
    this.account.lines++
    this.takeEvent(event)
  }

  /**
   * The columns, and what became of every line. Messages of merged tickets have joined their survivors, where the merge is
   * known at `asOf` (UTC ms; the end of time where left out). The reader is used up by it.
   */
  finish(asOf: number = Number.POSITIVE_INFINITY): {
    readonly columns: EventColumns
    readonly account: HistoryAccount
  } {
    this.endOfFile()
    this.taker.finish()
    this.builder.joinMerged(asOf)
    const { dropped } = this.builder.facts
    const columns = this.builder.finish()
    return { columns, account: this.account.finish(columns.tickets.length, dropped) }
  }

  /** Keeps the bytes of an unfinished line, up to what a line may have. */
  private hold(bytes: Uint8Array, start: number, end: number): void {
    const length = this.heldLength + end - start
    if (length > LINE_AT_MOST + 1) {
      this.tooLong = true
      this.heldLength = 0
      return
    }
    if (length > this.held.length) this.held = grownBytes(this.held, 2 * length)
    this.held.set(bytes.subarray(start, end), this.heldLength)
    this.heldLength = length
  }

  private heldLine(): void {
    if (this.tooLong) {
      this.account.lines++
      this.line++
      this.lineTooLong()
    } else this.take(this.held, 0)
    this.tooLong = false
    this.heldLength = 0
  }

  /** Takes the line that begins at `start` and ends with a line feed; answers where the next one begins. */
  private take(bytes: Uint8Array, start: number): number {
    this.account.lines++
    this.line++
    const from = this.line === 1 ? afterMark(bytes, start) : start
    const next = this.taker.take(bytes, from)
    if (next >= 0) return next
    const end = bytes.indexOf(LINE_FEED, start)
    if (end - start > LINE_AT_MOST) this.lineTooLong()
    else this.parse(bytes, from, end)
    return end + 1
  }

  private parse(bytes: Uint8Array, start: number, end: number): void {
    const text = decodeUtf8(bytes, start, end)
    if (text.trim() === '') {
      this.account.blank++
      return
    }
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      this.unreadable('not-json', error instanceof Error ? error.message : String(error))
      return
    }
    const { event, problems } = readEvent(value)
    if (event === undefined) {
      for (const { code, message } of problems.slice(0, 1)) this.unreadable(code, message)
      return
    }
    const unknownFields: string[] = []
    for (const { code, field } of problems) {
      if (code === 'unknown-field') unknownFields.push(field)
      else this.account.badField(field)
    }
    for (const field of unknownFields) this.account.unknownField(field, 1)
    if (!isUtf8(bytes, start, end)) this.account.notUtf8++
    else if (unknownFields.length === problems.length) this.taker.learn(event, unknownFields)
    this.takeEvent(event)
  }

  private takeEvent(event: TicketEvent): void {
    this.account.see(event.at, event.recorded)
    const outcome = this.builder.add(event)
    if (outcome === 'unknown-type') this.account.unknownType(event.type, 1)
    else this.account.count(outcome)
  }

  private lineTooLong(): void {
    this.unreadable('line-too-long', `the line has more than ${LINE_AT_MOST} bytes`)
  }

  private unreadable(code: UnreadableLine['code'], message: string): void {
    this.account.unreadableLine({ file: this.file, line: this.line, code, message })
  }
}

/** Where the text begins: behind a byte order mark. */
function afterMark(bytes: Uint8Array, start: number): number {
  return bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start
}
