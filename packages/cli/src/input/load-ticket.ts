/** One ticket's history out of files of many, for `avow explain`. */
import { absorbMerged, type TicketEvent } from '@avow/core'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { Progress } from '../output/progress.ts'
import { loadMapping, MappedTables } from './load-mapping.ts'
import { noEventFailure } from './no-event.ts'
import { openInput, sizeOf } from './open-input.ts'
import { nameOf, wholeInput } from './read-text.ts'
import { TicketPicker } from './ticket-picker.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface TicketHistory {
  readonly ticket: string
  /** The ticket's events, with the messages of those merged into it. */
  readonly events: readonly TicketEvent[]
  /** The instant asked for, else the last one of the whole input; UTC ms. */
  readonly now: number
  /** What could not be used of this ticket's lines, for a person. */
  readonly problems: readonly string[]
}

export interface TicketSource {
  readonly path: string
  readonly mapPath: string | undefined
  readonly id: string | undefined
  readonly at: number | undefined
  /** What the charter declares. */
  readonly vocabulary: Vocabulary
}

/** Tickets that a message names. */
const NAMED = 8

/** Reads the file and picks the ticket: the one named, or the only one. Throws Failure where there is none or several. */
export async function loadTicket({ path, mapPath, id, at, vocabulary }: TicketSource, io: Io): Promise<TicketHistory> {
  const picker = new TicketPicker(nameOf(path), id, vocabulary)
  const progress = new Progress('Reading', io)
  try {
    if (mapPath === undefined) await pickFromLines(picker, path, io, progress)
    else await pickFromTable(picker, path, mapPath, io, progress)
  } finally {
    await progress.end()
  }
  if (picker.tickets.size === 0 && (id === undefined || picker.unread.length === 0))
    throw await noEventFailure([path], picker.unread[0]?.message, io)
  const ticket = theTicket(picker, path, id)
  const now = at ?? picker.last
  const events = absorbMerged(picker.events, now).filter((event) => event.ticket === ticket)
  return { ticket, events, now, problems: [...picker.problems] }
}

async function pickFromLines(picker: TicketPicker, path: string, io: Io, progress: Progress): Promise<void> {
  // Messages of tickets that were merged into this one are known to be wanted only at the end.
  const held = path === '-' ? await wholeInput(io) : undefined
  const total = await sizeOf([path])
  const chunks = () => {
    const again = held === undefined ? io : { ...io, stdin: once(held) }
    return openInput(path, again, (bytes) => progress.advance(bytes, total))
  }
  await picker.readLines(chunks())
  if (picker.wantsMessages) await picker.readMessages(chunks())
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function pickFromTable(
  picker: TicketPicker,
  path: string,
  mapPath: string,
  io: Io,
  progress: Progress,
): Promise<void> {
  const tables = new MappedTables(await loadMapping(mapPath, io), mapPath)
  const total = await sizeOf([path])
  await tables.read(
    path,
    openInput(path, io, (bytes) => progress.advance(bytes, total)),
  )
  tables.finish((event) => picker.take(event, nameOf(path)))
}

function theTicket({ tickets, ticket, unread }: TicketPicker, path: string, id: string | undefined): string {
  const count = tickets.size
  if (id !== undefined && !tickets.has(id)) {
    const [bad] = unread
    const help =
      bad === undefined
        ? `it has ${named(tickets)}`
        : `but line ${bad.line}, which names it, could not be read: ${bad.message}`
    throw new Failure(`${nameOf(path)} has no ticket “${id}”; ${help}`)
  }
  if (id === undefined && count > 1) {
    throw new Failure(`${nameOf(path)} has ${count} tickets: ${named(tickets)}. Say which one: --id ${ticket ?? ''}`)
  }
  return id ?? ticket ?? ''
}

function named(tickets: ReadonlySet<string>): string {
  const first = [...tickets].slice(0, NAMED).join(', ')
  return tickets.size > NAMED ? `${first} and ${tickets.size - NAMED} more` : first
}
