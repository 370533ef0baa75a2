import { closeSync, openSync, writeSync } from 'node:fs'
import { chances, type Draw } from './chances.ts'
import { creations } from './creations.ts'

/** A line of a history file with the instant at which its event happened. */
export interface GeneratedLine {
  readonly at: number
  readonly text: string
}

export interface GeneratedHistory {
  readonly tickets: number
  readonly seed: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const CHANNELS = ['email', 'email', 'email', 'email', 'form', 'form', 'chat', 'chat', 'phone', 'social']
const TIERS = ['free', 'free', 'free', 'standard', 'standard', 'gold']
const PRIORITIES = ['normal', 'normal', 'normal', 'low', 'high']
const REASONS = ['question', 'question', 'late', 'late', 'damaged', 'wrong-item', 'change-of-mind', 'other']
const AGENTS = Array.from({ length: 60 }, (_, number) => `agent:a${number + 1}`)
const TEAMS = ['orders', 'returns', 'repairs', 'payments']

/**
 * The tickets of a middling shop over two years, one after another in the order of their creation; the same for the same
 * arguments. Ticket n of a seed is the same however many follow it only where `tickets` is the same, since they share two years.
 */
export function* generateTickets({ tickets, seed }: GeneratedHistory): Generator<readonly GeneratedLine[]> {
  let number = 0
  for (const created of creations(tickets, seed)) yield linesOf(number, created, chances(seed + 1 + number++))
}

/** The lines of all tickets in the order in which the events happened, as an export by date has them. */
export function* generateLines(history: GeneratedHistory): Generator<string> {
  const waiting = new Queue()
  for (const lines of generateTickets(history)) {
    const [first] = lines
    if (first === undefined) continue
    for (let next = waiting.takeUpTo(first.at); next !== undefined; next = waiting.takeUpTo(first.at)) yield next.text
    for (const line of lines) waiting.add(line)
  }
  for (
    let next = waiting.takeUpTo(Number.POSITIVE_INFINITY);
    next !== undefined;
    next = waiting.takeUpTo(Number.POSITIVE_INFINITY)
  ) {
    yield next.text
  }
}

/** Writes the lines to a file; answers how many there are. */
export function writeHistory(path: string, history: GeneratedHistory): number {
  const file = openSync(path, 'w')
  let lines = 0
  let held: string[] = []
  for (const line of generateLines(history)) {
    held.push(line)
    if (++lines % 8192 !== 0) continue
    writeSync(file, `${held.join('\n')}\n`)
    held = []
  }
  if (held.length > 0) writeSync(file, `${held.join('\n')}\n`)
  closeSync(file)
  return lines
}

function linesOf(number: number, created: number, draw: Draw): readonly GeneratedLine[] {
  const ticket = `T${String(number + 1).padStart(7, '0')}`
  const lines: GeneratedLine[] = []
  const channel = draw.pick(CHANNELS)
  const quick = channel === 'chat' || channel === 'phone'
  const agent = draw.pick(AGENTS)
  let at = created
  const add = (type: string, fields: object) => {
    lines.push({ at, text: JSON.stringify({ ticket, at: instantText(at), type, ...fields }) })
  }
  /** Moves on by about so long, into hours in which somebody works. */
  const later = (mean: number, works = true) => {
    at += 1000 * Math.ceil((draw.waiting() * mean) / 1000)
    if (works && !quick) at = workingFrom(at, draw)
  }
  const answer = (mean: number) => {
    later(mean)
    add('message.sent', { by: agent })
  }

  const byAgent = draw.happens(0.03)
  add('ticket.created', {
    by: byAgent ? agent : 'customer',
    ...(byAgent ? { for: 'customer' } : {}),
    facts: factsOf(channel, created, draw),
  })
  if (draw.happens(0.01)) {
    later(30 * MINUTE)
    add('ticket.spam', { by: 'system' })
    return lines
  }
  if (draw.happens(0.3)) {
    later(20 * MINUTE)
    add('ticket.assigned', { by: 'system', to: agent.slice(6), team: draw.pick(TEAMS) })
  }
  answer(quick ? 4 * MINUTE : 3 * HOUR)
  if (draw.happens(0.03)) {
    later(HOUR)
    add('facts.changed', {
      by: agent,
      facts: draw.happens(0.5) ? { priority: draw.pick(PRIORITIES) } : { tier: draw.pick(TIERS) },
    })
  }
  if (draw.happens(0.25)) {
    later(MINUTE)
    add('status.changed', { by: agent, to: 'waiting-for-customer' })
    later(14 * HOUR, false)
    add('message.received', { by: 'customer' })
    answer(quick ? 6 * MINUTE : 4 * HOUR)
  }
  if (draw.happens(0.08)) {
    add('status.changed', { by: agent, to: 'on-hold', third_party: draw.pick(['carrier', 'supplier', 'bank']) })
    later(2 * DAY)
    add('status.changed', { by: agent, to: 'open' })
    answer(2 * HOUR)
  }
  if (draw.happens(0.04)) {
    const key = `R${number + 1}`
    later(HOUR)
    add('repair.booked', { by: agent, key })
    later(6 * DAY)
    add('repair.done', { by: 'system', key })
    answer(HOUR)
  }
  if (draw.happens(0.1)) add('note.added', { by: agent })
  if (draw.happens(0.015)) return lines
  if (draw.happens(0.005) && number > 10) {
    later(HOUR)
    add('ticket.merged', { by: agent, into: `T${String(number - draw.below(10)).padStart(7, '0')}` })
    return lines
  }
  later(quick ? 10 * MINUTE : 5 * HOUR)
  add('status.changed', { by: agent, to: 'solved' })
  if (draw.happens(0.05)) {
    later(20 * HOUR, false)
    add('message.received', { by: 'customer' })
    answer(4 * HOUR)
    later(2 * HOUR)
    add('status.changed', { by: agent, to: 'solved' })
  } else if (draw.happens(0.06)) {
    later(3 * HOUR, false)
    add('message.received', { by: 'customer' })
    later(HOUR)
    add('status.changed', { by: agent, to: 'solved', reason: 'thanks' })
  }
  if (draw.happens(0.05)) {
    later(3 * DAY, false)
    add('status.changed', { by: 'system', to: 'closed' })
  }
  return lines
}

function factsOf(channel: string, created: number, draw: Draw): Record<string, unknown> {
  const minor = Math.max(299, Math.round(100 * Math.exp(3.4 + 1.1 * draw.normal())) - (draw.happens(0.7) ? 1 : 0))
  const price = draw.happens(0.25)
    ? { minor, currency: 'EUR' }
    : `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')} EUR`
  const bought = new Date(created - draw.waiting() * 60 * DAY).toISOString().slice(0, 10)
  return {
    channel,
    tier: draw.pick(TIERS),
    priority: draw.pick(PRIORITIES),
    reason: draw.pick(REASONS),
    price,
    ...(draw.happens(0.8) ? { bought } : {}),
  }
}

/** The instant itself between 7 and 18 h UTC from Monday to Saturday, else some time into the next morning. */
function workingFrom(at: number, draw: Draw): number {
  let day = Math.floor(at / DAY)
  const hour = (at - day * DAY) / HOUR
  const isSunday = (day + 4) % 7 === 0
  if (!isSunday && hour >= 7 && hour < 18) return at
  if (hour >= 18 || isSunday) day++
  if ((day + 4) % 7 === 0) day++
  return day * DAY + 7 * HOUR + 1000 * Math.floor(draw.waiting() * 3600)
}

function instantText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** Lines by instant: a heap; among equal instants any order, since the order of lines does not matter. */
class Queue {
  private readonly lines: GeneratedLine[] = []

  add(line: GeneratedLine): void {
    const { lines } = this
    let place = lines.push(line) - 1
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = lines[above]
      if (parent === undefined || parent.at <= line.at) break
      lines[place] = parent
      place = above
    }
    lines[place] = line
  }

  takeUpTo(instant: number): GeneratedLine | undefined {
    const { lines } = this
    const first = lines[0]
    if (first === undefined || first.at > instant) return undefined
    const last = lines.pop()
    if (last === undefined || lines.length === 0) return first
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      const [left, right] = [lines[below], lines[below + 1]]
      if (left === undefined) break
      if (right !== undefined && right.at < left.at) below++
      const child = right !== undefined && right.at < left.at ? right : left
      if (child.at >= last.at) break
      lines[place] = child
      place = below
    }
    lines[place] = last
    return first
  }
}
