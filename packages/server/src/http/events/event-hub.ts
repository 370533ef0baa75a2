import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Client } from 'pg'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import type { Caller } from '../access/index.ts'
import { ChangeListener } from './change-listener.ts'
import { begunSince, changedSince } from './changed-since.ts'
import { EventStream } from './event-stream.ts'
import { dataOf, type Heard, isFor } from './heard.ts'
import { stillAllowed } from './still-allowed.ts'

export interface EventHubOptions {
  /** A connection of its own to listen by. */
  readonly connect: () => Promise<Client>
  /** Streams of one caller; 20 where left out. */
  readonly mostPerCaller?: number
  /** Streams of this process; 5000 where left out. */
  readonly most?: number
}

/** How often it is looked whether who listens still may, and whether changes were missed; ms. Half of the 5 s promised. */
const LOOK_EVERY = 2500
const BEAT_EVERY = 15_000
const MOST_TOLD = 10_000

interface Room {
  readonly streams: Set<EventStream>
  /** The database's clock up to which everything was told. */
  since: number
  /** The last seq that was told of each ticket lately. */
  readonly told: Map<string, number>
}

/**
 * Tells browsers what changed: tickets, drafts and versions of the charter, their own notices. One connection a process
 * listens; where it cannot, the tables are asked. What is told names ids and seqs, nothing else, and only to those of that
 * workspace who may read it.
 */
export class EventHub {
  readonly #desk: Desk
  readonly #options: EventHubOptions
  readonly #rooms = new Map<string, Room>()
  readonly #listener: ChangeListener
  readonly #timers: NodeJS.Timeout[] = []
  #open = 0
  #isLooking = false
  #isClosed = false
  /** The database's clock less our own, ms. */
  #ahead = 0

  constructor(desk: Desk, options: EventHubOptions) {
    this.#desk = desk
    this.#options = options
    this.#listener = new ChangeListener({
      connect: options.connect,
      heard: (changes) => this.#tell(changes),
      began: () => void this.#catchUp(),
    })
  }

  async start(): Promise<void> {
    await this.#listener.open()
    this.#timers.push(
      setInterval(() => void this.#look(), LOOK_EVERY),
      setInterval(() => this.#each((stream) => stream.beat()), BEAT_EVERY),
    )
  }

  get size(): number {
    return this.#open
  }

  /** Opens a stream, and tells it at once what changed since the cursor in `Last-Event-ID`. */
  open(request: FastifyRequest, reply: FastifyReply, caller: Caller): void {
    this.#refuseTooMany(caller)
    const { workspace } = caller.access
    const room = this.#rooms.get(workspace) ?? { streams: new Set(), since: this.#now(), told: new Map() }
    this.#rooms.set(workspace, room)
    reply.hijack()
    const cookies = reply.getHeader('set-cookie')
    if (cookies !== undefined) reply.raw.setHeader('set-cookie', cookies)
    const stream = new EventStream(reply.raw, caller, () => {
      if (!room.streams.delete(stream)) return
      this.#open--
      if (room.streams.size === 0 && this.#rooms.get(workspace) === room) this.#rooms.delete(workspace)
    })
    room.streams.add(stream)
    this.#open++
    void this.#welcome(stream, workspace, cursorOf(request))
  }

  /** Tells every client to come back, and ends. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#timers) clearInterval(timer)
    this.#each((stream) => stream.end())
    await this.#listener.close()
  }

  async #welcome(stream: EventStream, workspace: string, cursor: number | undefined): Promise<void> {
    try {
      const { changes, now } = await changedSince(this.#desk.store, workspace, cursor)
      this.#ahead = now - Date.now()
      for (const change of changes)
        if (isFor(change, stream.caller.access)) stream.send(change.kind, dataOf(change), now)
      stream.at(now)
    } catch (error) {
      this.#desk.log.warn({ error }, 'an event stream could not be resumed')
      stream.end()
    }
  }

  #tell(changes: readonly Heard[]): void {
    const now = this.#now()
    for (const change of changes) {
      const room = this.#rooms.get(change.workspace)
      if (room === undefined || !isNews(room, change)) continue
      for (const stream of room.streams)
        if (isFor(change, stream.caller.access)) stream.send(change.kind, dataOf(change), now)
    }
  }

  async #look(): Promise<void> {
    if (this.#isLooking || this.#open === 0) return
    this.#isLooking = true
    try {
      const streams = [...this.#rooms.values()].flatMap((room) => [...room.streams])
      const allowed = await stillAllowed(
        this.#desk.store,
        streams.map(({ caller }) => caller),
      )
      for (const stream of streams) if (!allowed.has(stream.caller)) stream.end()
      await this.#catchUp((await this.#listener.isListening()) ? begunSince : changedSince)
    } catch (error) {
      // The database is away: nothing is heard meanwhile, and the next look comes soon.
      this.#desk.log.debug({ error }, 'event streams could not be looked at')
    } finally {
      this.#isLooking = false
    }
  }

  /** Asks the tables what may have been missed, or what nobody announces. */
  async #catchUp(ask: typeof begunSince = changedSince): Promise<void> {
    for (const [workspace, room] of this.#rooms) {
      try {
        const { changes, now } = await ask(this.#desk.store, workspace, room.since)
        this.#ahead = now - Date.now()
        room.since = now
        this.#tell(changes)
      } catch (error) {
        this.#desk.log.debug({ error }, 'missed changes could not be asked for')
      }
    }
  }

  #each(act: (stream: EventStream) => void): void {
    for (const room of this.#rooms.values()) for (const stream of [...room.streams]) act(stream)
  }

  #refuseTooMany({ access }: Caller): void {
    if (this.#isClosed) throw new Refusal('stopping', 'The server is stopping. Come back in a moment.')
    const { mostPerCaller = 20, most = 5000 } = this.#options
    const own = [...(this.#rooms.get(access.workspace)?.streams ?? [])].filter(
      ({ caller }) => caller.access.actor === access.actor,
    )
    if (this.#open < most && own.length < mostPerCaller) return
    throw new Refusal('too-many', `There are ${own.length} event streams of yours open. Close one first.`)
  }

  #now(): number {
    return Date.now() + this.#ahead
  }
}

/** Was this not told already? Only of tickets is it known: what became of a draft does not raise its seq. */
function isNews({ told }: Room, change: Heard): boolean {
  if (change.kind !== 'ticket') return true
  if ((told.get(change.ticket) ?? 0) >= change.seq) return false
  // Forgetting is harmless: something is told twice.
  if (told.size >= MOST_TOLD) told.clear()
  told.set(change.ticket, change.seq)
  return true
}

function cursorOf({ headers }: FastifyRequest): number | undefined {
  const given = headers['last-event-id']
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined
}
