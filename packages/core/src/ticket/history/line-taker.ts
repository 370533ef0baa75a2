import type { ColumnsBuilder } from '../columns-builder.ts'
import type { TicketEvent } from '../event.ts'
import { ByteStrings, hashOfBytes } from './byte-strings.ts'
import type { EventShape } from './event-shapes.ts'
import type { AccountKeeper } from './history-account.ts'
import { LineScanner } from './line-scanner.ts'

/** Files in which hardly a line reads like another gain nothing from remembering how they read. */
const WORDINGS_AT_MOST = 100_000

/** How lines of one wording are taken: learnt from the first of them, which JSON.parse read. */
interface Wording {
  /** Undefined for a type that nobody declares. */
  readonly shape: EventShape | undefined
  readonly type: string
  readonly unknownFields: readonly string[]
  lines: number
}

/** Takes lines of the plain shape into the builder without making an object of them. */
export class LineTaker {
  private readonly builder: ColumnsBuilder
  private readonly account: AccountKeeper
  private readonly scanner: LineScanner
  private readonly texts = new ByteStrings()
  private readonly wordings: Wording[] = []
  private unlearnt = false
  private ticket = -1

  constructor(builder: ColumnsBuilder, account: AccountKeeper) {
    this.builder = builder
    this.account = account
    this.scanner = new LineScanner(builder.facts)
  }

  /** Takes the line that begins at `start`. Answers where the next one begins, or -1 when nothing was done with it. */
  take(bytes: Uint8Array, start: number): number {
    const { scanner, texts } = this
    this.unlearnt = false
    const next = scanner.scan(bytes, start)
    if (next < 0) return -1
    const { wording, wordingLength } = scanner
    const known = texts.find(wording, 0, wordingLength, hashOfBytes(wording, 0, wordingLength))
    if (known < 0) {
      this.unlearnt = true
      return -1
    }
    const found = this.wordings[known] as Wording
    const { shape } = found
    if (shape === undefined) this.account.see(scanner.at, scanner.recorded)
    else if (scanner.factCount >= 0 && !shape.carriesFacts) return -1
    else this.takeEvent(bytes, shape)
    found.lines++
    return next
  }

  /** After `take` declined a line: how JSON.parse read it, with nothing wrong but fields that no format knows. */
  learn(event: TicketEvent, unknownFields: readonly string[]): void {
    if (!this.unlearnt || this.wordings.length >= WORDINGS_AT_MOST) return
    const { wording, wordingLength } = this.scanner
    this.texts.intern(wording, 0, wordingLength, hashOfBytes(wording, 0, wordingLength))
    this.wordings.push({ shape: this.builder.shapes.of(event), type: event.type, unknownFields, lines: 0 })
  }

  /** Brings what was counted by wording to account. */
  finish(): void {
    for (const { shape, type, unknownFields, lines } of this.wordings) {
      if (lines === 0) continue
      if (shape === undefined) this.account.unknownType(type, lines)
      for (const name of unknownFields) this.account.unknownField(name, lines)
    }
  }

  private takeEvent(bytes: Uint8Array, shape: EventShape): void {
    const { scanner, builder, account } = this
    let detail = shape.about.index
    if (shape.carriesFacts) detail = this.takeFacts(bytes)
    else if (scanner.keyEnd > scanner.keyStart) detail = builder.detailWithKey(shape, intern(builder.keys, bytes, scanner.keyStart, scanner.keyEnd))
    const ticket = this.ticketIndex(bytes)
    const who = scanner.whoEnd < 0 ? -1 : intern(builder.people, bytes, scanner.whoStart, scanner.whoEnd)
    const id = scanner.idEnd <= scanner.idStart ? -1 : intern(builder.ids, bytes, scanner.idStart, scanner.idEnd)
    const taken = builder.addRow(shape, ticket, scanner.at, scanner.recorded, detail, scanner.seq, who, id)
    account.see(scanner.at, scanner.recorded)
    account.count(taken ? 'taken' : 'repeated')
  }

  private takeFacts(bytes: Uint8Array): number {
    const { fact, factStart, factEnd, factHash, factCount } = this.scanner
    if (factCount < 0) return -1
    const row = this.builder.facts.count++
    for (let index = 0; index < factCount; index++) {
      const value = fact[index]?.valueOfJson(bytes, factStart[index] as number, factEnd[index] as number, factHash[index] as number)
      if (value !== undefined) fact[index]?.set(row, value)
    }
    return row
  }

  /** Many files stand ticket by ticket. */
  private ticketIndex(bytes: Uint8Array): number {
    const { ticketStart, ticketEnd } = this.scanner
    const { tickets } = this.builder
    if (this.ticket < 0 || !tickets.isAt(this.ticket, bytes, ticketStart, ticketEnd)) {
      this.ticket = intern(tickets, bytes, ticketStart, ticketEnd)
    }
    return this.ticket
  }
}

function intern(strings: ByteStrings, bytes: Uint8Array, start: number, end: number): number {
  return strings.intern(bytes, start, end, hashOfBytes(bytes, start, end))
}
