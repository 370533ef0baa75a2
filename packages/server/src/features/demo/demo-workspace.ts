import { type CompiledCharter, localDay } from '@avow/core'
import { arrivals } from './arrivals.ts'
import { Chance } from './chance.ts'
import { chooseOpening, spamOpening, type Wished } from './choose-opening.ts'
import { Conversation } from './conversation.ts'
import { makeCustomers, makeSpammers } from './customers.ts'
import { type DemoTicket, type DemoWorkspace, LANGUAGES } from './demo-data.ts'
import { deskHours } from './desk-hours.ts'
import { seasonUntil } from './season.ts'
import { STAFF } from './staff.ts'
import { boardAt, type Place } from './stories/open-board.ts'
import { tellStory } from './stories/tell-story.ts'

export interface DemoOptions {
  /** UTC ms: nothing happens after it. */
  readonly now: number
  /** The charter that is in force (demoCharter): people work by its calendars `office` and `chat`. */
  readonly charter: CompiledCharter
  /** Another number tells another story. */
  readonly seed?: number
  /** How many tickets, those that are open now among them. */
  readonly tickets?: number
}

/** The share of what comes in that nobody wants. */
const SPAM = 0.025

/**
 * Ninety days of a shop for household goods up to `now`: its staff, its customers and what they wrote to each other. The
 * same arguments give the same data; of one local day everything but the open tickets and today's.
 */
export function demoWorkspace({ now, charter, seed = 1887, tickets = 2000 }: DemoOptions): DemoWorkspace {
  const hours = deskHours(charter)
  const today = localDay(hours.zone, now)
  const season = seasonUntil(today, hours)
  const customers = makeCustomers(Math.max(10, Math.round(tickets * 0.45)), Chance.of(seed, -1))
  const spammers = makeSpammers(LANGUAGES)

  const choose = (createdAt: number, number: number, wished?: Wished) =>
    chooseOpening(createdAt, customers, season, hours, Chance.of(seed, number), wished)
  const ofPast = (createdAt: number): Omit<DemoTicket, 'id'> => {
    const chance = Chance.of(seed + 1, createdAt)
    const opening = chance.happens(SPAM)
      ? spamOpening(createdAt, spammers, season, hours, chance)
      : choose(createdAt, createdAt)
    const conversation = new Conversation(opening, hours, chance)
    tellStory(conversation)
    return conversation.ticketAt(now)
  }
  const ofBoard = (place: Place, number: number): Omit<DemoTicket, 'id'> => {
    const chance = Chance.of(seed + 2, number)
    const createdAt = place.createdAt(choose(now, number, place.wished), now, hours, chance)
    const conversation = new Conversation(choose(createdAt, number, place.wished), hours, chance)
    place.tell(conversation, now)
    return conversation.ticketAt(now)
  }

  const board = boardAt(now, hours, Math.floor(tickets / 4))
  const instants = arrivals(tickets - board.length, today, now, season, hours, Chance.of(seed, -2))
  const told = [...instants.map(ofPast), ...board.map(ofBoard)].sort((a, b) => a.createdAt - b.createdAt)
  const writers = new Set(told.map(({ customer }) => customer))
  return {
    name: 'Bramble & Sons',
    staff: STAFF,
    customers: [...customers, ...spammers.filter(({ id }) => writers.has(id))],
    tickets: told.map((ticket, index) => ({ id: `t-${String(index + 1).padStart(5, '0')}`, ...ticket })),
  }
}
