import type { TicketChanged } from '@avow/contract'
import { addressOf } from '../../api/call.page.ts'

/** A connection that is away for less is not spoken of, ms. */
const PATIENCE = 5000

let live = true
const listeners = new Set<() => void>()

function become(now: boolean): void {
  if (live === now) return
  live = now
  for (const listener of listeners) listener()
}

export function isLive(): boolean {
  return live
}

export function whenLiveChanges(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What else the stream tells of, by its kind alone: what is shown of it is fetched again. */
export const OTHER_KINDS = ['draft', 'charter', 'notice'] as const
export type OtherKind = (typeof OTHER_KINDS)[number]

interface Listener {
  onTicket(change: TicketChanged): void
  onOther(kind: OtherKind): void
  /** After a break: changes may have been missed. */
  onBreak(): void
}

/**
 * Listens to what changes in a workspace. The browser takes the stream up again by itself and says what it heard last.
 * Answers how to stop.
 */
export function listen(workspace: string, { onTicket, onOther, onBreak }: Listener): () => void {
  let stream: EventSource | undefined
  let patience: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let broken = false

  const open = (): void => {
    stream = new EventSource(addressOf('streamEvents', { query: { workspace } }))
    stream.addEventListener('ticket', ({ data }) => {
      const change = readChange(data)
      if (change !== undefined) onTicket(change)
    })
    for (const kind of OTHER_KINDS) stream.addEventListener(kind, () => onOther(kind))
    stream.addEventListener('open', () => {
      clearTimeout(patience)
      patience = undefined
      if (broken) onBreak()
      broken = false
      become(true)
    })
    stream.addEventListener('error', () => {
      broken = true
      patience ??= setTimeout(() => become(false), PATIENCE)
      // Refused outright (the server restarts, a session ended): the browser gives up, we do not.
      if (stream?.readyState === EventSource.CLOSED) retry = setTimeout(open, PATIENCE)
    })
  }

  open()
  return () => {
    clearTimeout(patience)
    clearTimeout(retry)
    stream?.close()
  }
}

function readChange(data: unknown): TicketChanged | undefined {
  const read: unknown = JSON.parse(String(data))
  if (typeof read !== 'object' || read === null) return undefined
  const { ticket, number, seq } = { ticket: undefined, number: undefined, seq: undefined, ...read }
  if (typeof ticket !== 'string' || typeof number !== 'number' || typeof seq !== 'number') return undefined
  return { ticket, number, seq }
}
