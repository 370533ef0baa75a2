/** Picks one ticket's events from those of many, and keeps no others. */
import { parseInstant, readEvent, type TicketEvent } from '@avow/core'
import { linesOf } from './lines-of.ts'
import { literalPattern } from './literal-pattern.ts'
import { isKnownType, odditiesOf, odditySentence, type Vocabulary } from './vocabulary.ts'

const MERGES: ReadonlySet<unknown> = new Set(['ticket.merged', 'ticket.absorbed'])

export class TicketPicker {
  /** Of the ticket, with every merge, and the messages of tickets merged into it. */
  readonly events: TicketEvent[] = []
  readonly tickets = new Set<string>()
  /** What could not be used of this ticket's lines; each once. */
  readonly problems = new Set<string>()
  /** Lines that name the ticket, or no ticket, and could not be read at all. */
  readonly unread: { readonly line: number; readonly message: string }[] = []
  /** The last instant of all events, UTC ms. */
  last = Number.NEGATIVE_INFINITY
  /** The ticket asked for, else the first one. */
  ticket: string | undefined
  private readonly file: string
  private readonly vocabulary: Vocabulary
  /** Whether a text names the ticket that was asked for. */
  private readonly names: RegExp

  constructor(file: string, ticket: string | undefined, vocabulary: Vocabulary) {
    this.file = file
    this.ticket = ticket
    this.vocabulary = vocabulary
    this.names = ticket === undefined ? /^/ : new RegExp(`(?<![\\w-])${literalPattern(ticket)}(?![\\w-])`)
  }

  /** The lines of a history. Lines of other tickets are looked at for their instants alone. */
  async readLines(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const { number, text } of linesOf(chunks)) {
      if (text.trim() === '') continue
      const value = parsed(text)
      if (value === undefined) {
        if (this.names.test(text)) this.leftOut(number, 'this line is no JSON object')
      } else if (this.isOthers(value)) this.see(value)
      else this.read(value, text, number)
    }
  }

  /** Whether other tickets were merged into this one, so that their messages are wanted too. */
  get wantsMessages(): boolean {
    return this.merged().size > 1
  }

  /** The same lines once more: takes the messages of the tickets that were merged into this one. */
  async readMessages(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const merged = this.merged()
    for await (const { text } of linesOf(chunks)) {
      const value = text.trim() === '' ? undefined : parsed(text)
      if (value === undefined || !merged.has(ticketOf(value)) || ticketOf(value) === this.ticket) continue
      const { event } = readEvent(value)
      if (event?.type.startsWith('message.') === true) this.events.push(event)
    }
  }

  /** An event that was read already; `where` says where it stands. */
  take(event: TicketEvent, where: string): void {
    this.tickets.add(event.ticket)
    this.ticket ??= event.ticket
    this.last = Math.max(this.last, event.at, event.recorded)
    if (event.ticket !== this.ticket && !MERGES.has(event.type)) return
    if (event.ticket === this.ticket) {
      for (const oddity of odditiesOf(event, this.vocabulary))
        this.problems.add(`${where}: ${odditySentence(oddity, this.vocabulary)}`)
    }
    if (isKnownType(event.type, this.vocabulary)) this.events.push(event)
  }

  private read(value: object, text: string, line: number): void {
    const { event, problems } = readEvent(value)
    const ticket = ticketOf(value)
    const isOurs = this.ticket === undefined || ticket === this.ticket || (ticket === '' && this.names.test(text))
    if (isOurs && event === undefined) for (const { message } of problems.slice(0, 1)) this.leftOut(line, message)
    else if (isOurs) for (const { message } of problems) this.problems.add(`${this.file}:${line}: ${message}`)
    if (event !== undefined) this.take(event, `${this.file}:${line}`)
  }

  private leftOut(line: number, message: string): void {
    this.unread.push({ line, message })
    this.problems.add(`${this.file}:${line}: ${message}; left out`)
  }

  private isOthers(value: object): boolean {
    const ticket = ticketOf(value)
    return (
      this.ticket !== undefined &&
      ticket !== '' &&
      ticket !== this.ticket &&
      !('type' in value && MERGES.has(value.type))
    )
  }

  private see(value: object): void {
    const at = 'at' in value && typeof value.at === 'string' ? parseInstant(value.at) : undefined
    if (at === undefined) return
    const recorded =
      'recorded' in value && typeof value.recorded === 'string' ? parseInstant(value.recorded) : undefined
    this.tickets.add(ticketOf(value))
    this.last = Math.max(this.last, at, recorded ?? at)
  }

  /** This ticket, and all that any merge leads from to it. */
  private merged(): ReadonlySet<string> {
    const merges = this.events.map(({ type, ticket, into, from }) =>
      type === 'ticket.merged' ? [ticket, into] : type === 'ticket.absorbed' ? [from, ticket] : [],
    )
    const found = new Set([this.ticket ?? ''])
    for (const survivor of found) {
      for (const [from, into] of merges) if (from !== undefined && into === survivor) found.add(from)
    }
    return found
  }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function ticketOf(value: object): string {
  const ticket = 'ticket' in value ? value.ticket : undefined
  return typeof ticket === 'string' || typeof ticket === 'number' ? String(ticket) : ''
}
