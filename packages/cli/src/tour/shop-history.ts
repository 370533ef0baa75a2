/**
 * Ninety days of a plausible shop (24 August to 20 November 2026), made up and always the same: what `npm start` tries the
 * retailer's charter on. There are quiet weeks, a sale in October that swamps the team, questions that bounce between
 * teams, customers who are waited for, and a few tickets that come back.
 */
import { type Calendar, due, isOpen, nextOpening } from '@avow/core'
import { Chance } from './random.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const FIRST = Date.UTC(2026, 7, 24)
const DAYS = 89
const SALE = { from: Date.UTC(2026, 9, 12), until: Date.UTC(2026, 9, 20) }
const AGENTS = ['anna', 'bartek', 'chiara', 'dimitris', 'ewa', 'farid', 'giulia', 'hala']
/** Share of a day's questions by hour of the day, UTC. */
const BY_HOUR = [1, 1, 0, 0, 0, 1, 3, 6, 9, 10, 10, 9, 8, 8, 8, 7, 6, 5, 5, 6, 6, 4, 3, 2]

export interface ShopEvent {
  readonly ticket: string
  readonly at: string
  readonly type: string
  readonly [field: string]: unknown
}

export interface ShopCalendars {
  readonly office: Calendar
  readonly chat: Calendar
}

/** The history, ticket by ticket. The calendars are those of the charter: people answer while they work. */
export function* shopHistory(calendars: ShopCalendars): Generator<ShopEvent> {
  const chance = new Chance(20261122)
  let number = 1000
  for (let day = 0; day < DAYS; day++) {
    const midnight = FIRST + day * DAY
    const weekday = new Date(midnight).getUTCDay()
    const sale = midnight >= SALE.from && midnight < SALE.until
    const count = Math.round((weekday === 0 ? 4 : weekday === 6 ? 6 : 11) * (sale ? 2.6 : 1) * chance.between(0.7, 1.3))
    const times = Array.from(
      { length: count },
      () => midnight + hourOfDay(chance) * HOUR + Math.floor(chance.between(0, HOUR)),
    )
    for (const created of times.sort((a, b) => a - b))
      yield* new ShopTicket(String(number++), Math.floor(created / 1000) * 1000, sale, chance, calendars).events()
  }
}

function hourOfDay(chance: Chance): number {
  return Number(chance.pick(Object.fromEntries(BY_HOUR.map((weight, hour) => [String(hour), weight]))))
}

class ShopTicket {
  private readonly ticket: string
  private readonly created: number
  private readonly rush: boolean
  private readonly chance: Chance
  private readonly calendars: ShopCalendars
  private readonly written: ShopEvent[] = []

  constructor(ticket: string, created: number, rush: boolean, chance: Chance, calendars: ShopCalendars) {
    this.ticket = ticket
    this.created = created
    this.rush = rush
    this.chance = chance
    this.calendars = calendars
  }

  events(): readonly ShopEvent[] {
    const { chance } = this
    const wanted = chance.pick({ email: 46, form: 17, chat: 20, phone: 12, letter: 2, counter: 3 })
    const channel =
      (wanted === 'chat' && !isOpen(this.calendars.chat, this.created)) ||
      (wanted === 'counter' && !isOpen(this.calendars.office, this.created))
        ? 'email'
        : wanted
    const reason = chance.pick({
      damaged: 16,
      late: 18,
      'wrong-item': 9,
      'change-of-mind': 13,
      question: 34,
      other: 10,
    })
    const facts = this.facts(channel, reason)
    this.write(this.created, 'ticket.created', { by: 'customer', facts })
    if (chance.chance(0.025)) {
      this.write(this.created + 20 * MINUTE, 'ticket.spam')
      return this.written
    }
    const answered = this.answer(channel, String(facts.tier ?? 'standard'))
    this.goOn(reason, answered)
    return this.written
  }

  private facts(channel: string, reason: string): Record<string, unknown> {
    const { chance } = this
    const facts: Record<string, unknown> = { channel, reason }
    if (chance.chance(0.93)) facts.tier = chance.pick({ standard: 70, silver: 20, gold: 10 })
    if (reason !== 'question') {
      facts.price = { minor: Math.round(900 + chance.waiting(6_000)), currency: 'EUR' }
      const age = reason === 'damaged' ? chance.waiting(60) : chance.between(2, 25)
      facts.bought = new Date(this.created - age * DAY).toISOString().slice(0, 10)
    }
    return facts
  }

  /** Assigns the ticket and answers it; some lie unassigned, some go to the wrong team first. */
  private answer(channel: string, tier: string): number {
    const { chance, rush } = this
    const calendar = channel === 'chat' ? this.calendars.chat : this.calendars.office
    const live = channel === 'phone' || channel === 'counter'
    const target = channel === 'chat' ? 2 : live ? 3 : channel === 'letter' ? 480 : tier === 'gold' ? 60 : 240
    const slow = chance.chance(rush ? 0.34 : 0.055)
    const length = slow
      ? target * chance.between(1.05, 3.2)
      : Math.min(target * 0.97, chance.waiting(target * (rush ? 0.5 : 0.3)))
    const answered = due(calendar, this.created, Math.max(1, Math.round(length * 60)) * 1000)
    const team = chance.pick({ shop: 70, logistics: 18, workshop: 12 })
    const share = slow && chance.chance(0.6) ? chance.between(0.6, 0.9) : chance.between(0.05, 0.4)
    const assigned = due(calendar, this.created, Math.max(1, Math.round(length * 60 * share)) * 1000)
    if (slow && chance.chance(0.3)) {
      const other = team === 'shop' ? 'logistics' : 'shop'
      this.write(due(calendar, this.created, Math.max(1, Math.round(length * 30 * share)) * 1000), 'ticket.assigned', {
        to: this.agent(),
        team: other,
      })
    }
    this.write(assigned, 'ticket.assigned', { to: this.agent(), team })
    if (!live && channel !== 'chat')
      this.write(this.created + 30_000, 'message.auto', { by: 'system', tells: ['P1', 'P3'] })
    this.write(answered, 'message.sent', { by: `agent:${this.agent()}` })
    return answered
  }

  private goOn(reason: string, answered: number): void {
    const { chance, calendars } = this
    let at = answered
    if (chance.chance(0.12)) this.write(answered, 'status.changed', { to: 'solved' })
    else {
      for (let turns = chance.chance(0.45) ? 1 : chance.chance(0.5) ? 2 : 0; turns > 0; turns--) at = this.exchange(at)
      if (reason === 'damaged' && chance.chance(0.35)) at = this.repair(at)
      if ((reason === 'change-of-mind' || reason === 'late') && chance.chance(0.5)) at = this.refund(at)
      const solved = due(calendars.office, at, Math.round(chance.waiting(this.rush ? 14 : 7) * 60) * MINUTE)
      if (solved - at > 3 * MINUTE) this.write(solved - 2 * MINUTE, 'message.sent', { by: `agent:${this.agent()}` })
      this.write(solved, 'status.changed', { to: 'solved' })
      at = solved
    }
    if (chance.chance(0.07)) {
      const back = at + Math.round(chance.between(2, 60)) * HOUR
      this.write(back, 'message.received', { by: 'customer' })
      const solved = nextOpening(calendars.office, back) + Math.round(chance.between(20, 300)) * MINUTE
      const thanks = chance.chance(0.4)
      if (!thanks) this.write(solved - 5 * MINUTE, 'message.sent', { by: `agent:${this.agent()}` })
      this.write(solved, 'status.changed', thanks ? { to: 'solved', reason: 'thanks' } : { to: 'solved' })
      at = solved
    }
    this.write(at + 10 * DAY, 'status.changed', { to: 'closed' })
  }

  /** We ask, wait, and the customer writes again; a person answers that too. */
  private exchange(from: number): number {
    const { chance, calendars } = this
    if (chance.chance(0.6)) this.write(from + MINUTE, 'status.changed', { to: 'waiting-for-customer' })
    const back = from + Math.round(chance.waiting(14) * 60 + 10) * MINUTE
    this.write(back, 'message.received', { by: 'customer' })
    const answered = due(
      calendars.office,
      back,
      Math.max(5, Math.round(chance.waiting(this.rush ? 260 : 130))) * MINUTE,
    )
    this.write(answered, 'message.sent', { by: `agent:${this.agent()}` })
    return answered
  }

  private repair(from: number): number {
    const { chance, calendars } = this
    const booked = due(calendars.office, from, 30 * MINUTE)
    this.write(booked, 'repair.booked', { key: `R${this.ticket}` })
    this.write(booked, 'status.changed', { to: 'on-hold', third_party: 'workshop' })
    const done = due(calendars.office, booked, Math.round(chance.between(8, chance.chance(0.14) ? 84 : 50)) * HOUR)
    this.write(done, 'repair.done', { key: `R${this.ticket}` })
    this.write(done, 'status.changed', { to: 'open' })
    return done
  }

  private refund(from: number): number {
    const { chance, calendars } = this
    const agreed = due(calendars.office, from, 20 * MINUTE)
    this.write(agreed, 'refund.agreed')
    this.write(agreed + Math.round(chance.between(1, chance.chance(0.1) ? 21 : 12) * 24) * HOUR, 'refund.paid', {
      by: 'system',
    })
    return agreed
  }

  private agent(): string {
    return AGENTS[Math.floor(this.chance.next() * AGENTS.length)] ?? 'anna'
  }

  private write(at: number, type: string, fields: Record<string, unknown> = {}): void {
    if (at >= FIRST + DAYS * DAY) return
    this.written.push({ ticket: this.ticket, at: new Date(at).toISOString(), type, ...fields })
  }
}
