import type { ColumnsBuilder } from '../columns-builder.ts'
import type { TicketEvent } from '../event.ts'
import { ByteStrings, hashOfBytes } from './byte-strings.ts'
import type { EventShape } from './event-shapes.ts'
import type { GrowingFact } from './growing-fact.ts'
import type { AccountKeeper } from './history-account.ts'
import { LineLayouts } from './line-layouts.ts'
import { LineParts } from './line-parts.ts'
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
  private readonly parts = new LineParts()
  private readonly layouts = new LineLayouts<Wording>(this.parts)
  private readonly scanner: LineScanner
  private readonly texts = new ByteStrings()
  private readonly wordings: Wording[] = []
  private unlearnt = false
  private ticket = -1

  constructor(builder: ColumnsBuilder, account: AccountKeeper) {
    this.builder = builder
    this.account = account
    this.scanner = new LineScanner(this.parts, builder.facts)
  }

  /** Takes the line that begins at `start`. Answers where the next one begins, or -1 when nothing was done with it. */
  take(bytes: Uint8Array, start: number): number {
    this.unlearnt = false
    const { parts, layouts, scanner } = this
    let wording = layouts.match(bytes, start)
    if (wording === undefined) {
      if (!scanner.scan(bytes, start)) return -1
      wording = this.scanned()
      if (wording === undefined) return -1
      layouts.learn(bytes, start, scanner.slots, wording)
    }
    const { shape } = wording
    const recorded = Number.isNaN(parts.recorded) ? parts.at : parts.recorded
    if (shape !== undefined) {
      if (parts.factCount >= 0 && !shape.carriesFacts) return -1
      this.takeEvent(bytes, shape, recorded)
    }
    this.account.see(parts.at, recorded)
    wording.lines++
    return parts.end
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

  /** The wording of the line just scanned, where it was learnt. */
  private scanned(): Wording | undefined {
    const { wording, wordingLength } = this.scanner
    const known = this.wordings[this.texts.find(wording, 0, wordingLength, hashOfBytes(wording, 0, wordingLength))]
    this.unlearnt = known === undefined
    return known
  }

  private takeEvent(bytes: Uint8Array, shape: EventShape, recorded: number): void {
    const { parts, builder, account } = this
    let detail = shape.about.index
    if (shape.carriesFacts) detail = this.takeFacts(bytes)
    else if (parts.keyEnd > parts.keyStart)
      detail = builder.detailWithKey(shape, intern(builder.keys, bytes, parts.keyStart, parts.keyEnd))
    const ticket = this.ticketIndex(bytes)
    const who = parts.whoEnd < 0 ? -1 : intern(builder.people, bytes, parts.whoStart, parts.whoEnd)
    const id = parts.idEnd <= parts.idStart ? -1 : intern(builder.ids, bytes, parts.idStart, parts.idEnd)
    const taken = builder.addRow(shape, ticket, parts.at, recorded, detail, parts.seq, who, id)
    account.count(taken ? 'taken' : 'repeated')
  }

  private takeFacts(bytes: Uint8Array): number {
    const { fact, factStart, factEnd, factCount } = this.parts
    if (factCount < 0) return -1
    const row = this.builder.facts.count++
    for (let index = 0; index < factCount; index++) {
      const of = fact[index] as GrowingFact
      of.set(row, of.valueOfJson(bytes, factStart[index] as number, factEnd[index] as number))
    }
    return row
  }

  /** Many files stand ticket by ticket. */
  private ticketIndex(bytes: Uint8Array): number {
    const { ticketStart, ticketEnd } = this.parts
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
