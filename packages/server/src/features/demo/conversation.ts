/** One ticket as it is written down: a cursor in time, and what happens at it. */
import { type Actor, localParts } from '@avow/core'
import type { Chance } from './chance.ts'
import { type AskTopic, composeAnswer, composeAsk, composeLater } from './compose.ts'
import type {
  Channel,
  DemoContent,
  DemoCustomer,
  DemoEvent,
  DemoFields,
  DemoStaff,
  DemoTicket,
  Reason,
} from './demo-data.ts'
import { after, type DeskHours, MINUTE } from './desk-hours.ts'
import { capital, fillText, type Matter, sayInstant } from './fill-text.ts'
import { TEXTS } from './texts/index.ts'

/** How a ticket begins. */
export interface Opening {
  readonly channel: Channel
  readonly reason: Reason
  readonly topic: AskTopic
  readonly customer: DemoCustomer
  readonly matter: Matter
  readonly agent: DemoStaff
  readonly createdAt: number
  /** How swamped the desk is then: 1 on an ordinary day. */
  readonly rush: number
  /** The carrier is on strike. */
  readonly strike: boolean
  readonly isSpam?: true
}

export class Conversation {
  readonly opening: Opening
  readonly chance: Chance
  readonly hours: DeskHours
  /** Whoever has the ticket. */
  agent: DemoStaff
  /** How far it has come, UTC ms. */
  at: number
  private readonly subject: string
  /** Whether somebody has taken it up, and whether it was answered. */
  private isTaken = false
  private isAnswered = false
  private readonly events: DemoEvent[] = []

  constructor(opening: Opening, hours: DeskHours, chance: Chance) {
    this.opening = opening
    this.hours = hours
    this.chance = chance
    this.agent = opening.agent
    this.at = opening.createdAt
    const { subject } = opening.topic.ask
    const filled = fillText(subject, { matter: opening.matter })
    this.subject = subject.startsWith('{') ? capital(filled) : filled
  }

  get isSpoken(): boolean {
    return ['phone', 'counter', 'chat'].includes(this.opening.channel)
  }

  get calendar() {
    return this.opening.channel === 'chat' ? this.hours.chat : this.hours.office
  }

  /** The first message, with what a machine answers to it at once. */
  begin(acknowledgedDue: number | undefined): void {
    const { opening, chance, subject, at } = this
    const { channel, customer, topic } = opening
    const taken = channel === 'phone' || channel === 'counter' || channel === 'letter'
    const by: Actor = taken ? 'agent' : 'customer'
    const tier = customer.tier === null ? {} : { tier: customer.tier }
    const facts = { channel, ...tier, ...(channel === 'form' ? this.facts() : {}) }
    const { name, address } = customer
    this.write(at, 'ticket.created', by, taken ? { facts, for: 'customer' } : { facts }, { subject, name, address })
    const text = composeAsk(topic, opening, chance)
    const from = channel === 'email' || channel === 'form' ? { address } : {}
    this.write(at, 'message.received', 'customer', {}, { subject, text, name, ...from })
    if (acknowledgedDue !== undefined) this.acknowledge(acknowledgedDue)
  }

  private acknowledge(dueAt: number): void {
    const { matter } = this.opening
    const { acknowledgement } = TEXTS[matter.language]
    const due = sayInstant(dueAt, this.hours.zone, matter.language)
    const text = fillText(acknowledgement.text, { matter, due })
    const at = this.at + this.chance.whole(300, 900)
    this.write(at, 'message.auto', 'system', { tells: ['P1'] }, { subject: acknowledgement.subject, text })
  }

  /** What an agent finds out on reading, and a form asks for. */
  facts(): NonNullable<DemoFields['facts']> {
    const { reason, matter } = this.opening
    if (reason === 'question' || reason === 'other') return { reason }
    const bought = matter.boughtText
    return { reason, price: { minor: matter.product.price, currency: 'EUR' }, bought }
  }

  /** Goes on by so many minutes of opening time. */
  work(minutes: number): this {
    this.at = after(this.hours.office, this.at, minutes)
    return this
  }

  /** Goes on by so many minutes, the desk open or not. */
  wait(minutes: number): this {
    this.at += Math.round(minutes * MINUTE)
    return this
  }

  /** Until the customer writes, who mostly sleeps at night. */
  waitForCustomer(minutes: number): this {
    this.wait(minutes)
    const { zone } = this.hours
    const { minutes: minuteOfDay } = localParts(zone, this.at)
    if (minuteOfDay < 7 * 60 && this.chance.happens(0.85)) this.wait(7 * 60 - minuteOfDay + this.chance.between(0, 180))
    return this
  }

  assign(agent: DemoStaff | undefined, team = agent?.team, by: Actor = 'agent', who = agent): void {
    const to = agent === undefined ? {} : { to: agent.id }
    this.write(this.at, 'ticket.assigned', by, { ...to, ...(team === undefined ? {} : { team }) }, {}, who)
    if (agent === undefined) return
    this.agent = agent
    if (!this.isTaken) this.write(this.at, 'status.changed', by, { to: 'open' }, {}, who)
    this.isTaken = true
  }

  /** The agent answers in the customer's language. What began with a call goes on by mail. */
  answer(text: string, parts: { readonly sorry?: boolean; readonly newParcel?: boolean } = {}): void {
    const { opening, agent, chance } = this
    const plain = opening.channel === 'chat' || (this.isSpoken && !this.isAnswered)
    const said = composeAnswer(text, opening, agent, chance, { ...parts, plain })
    this.isAnswered = true
    this.write(
      this.at,
      'message.sent',
      'agent',
      {},
      plain ? { text: said } : { subject: `Re: ${this.subject}`, text: said },
    )
  }

  /** The customer writes again. */
  hear(text: string, parts: { readonly newParcel?: boolean } = {}): void {
    const { customer, channel } = this.opening
    const said = composeLater(text, this.opening, this.agent, this.chance, parts)
    const mail = channel === 'chat' ? {} : { subject: `Re: ${this.subject}`, address: customer.address }
    this.write(this.at, 'message.received', 'customer', {}, { text: said, name: customer.name, ...mail })
  }

  /** A machine of the customer's answers, which changes nothing. */
  hearMachine(): void {
    const { matter, customer } = this.opening
    const { away } = TEXTS[matter.language]
    const subject = fillText(away.subject, { matter, subject: this.subject })
    const text = fillText(away.text, { matter })
    const at = this.at + 4000
    this.write(
      at,
      'message.received',
      'customer',
      { automatic: true },
      { subject, text, name: customer.name, address: customer.address },
    )
  }

  status(to: string, fields: DemoFields = {}): void {
    this.write(this.at, 'status.changed', 'agent', { to, ...fields })
  }

  learnFacts(): void {
    this.write(this.at, 'facts.changed', 'agent', { facts: this.facts() })
  }

  note(text: string, who: DemoStaff = this.agent): void {
    this.write(this.at, 'note.added', 'agent', {}, { text }, who)
  }

  /** What the charter declares: a repair booked, a refund paid. */
  happens(type: string, by: Actor = 'agent'): void {
    this.write(this.at, type, by)
  }

  spam(): void {
    this.write(this.at, 'ticket.spam', 'agent')
  }

  close(): void {
    this.write(this.at, 'status.changed', 'system', { to: 'closed' })
  }

  /** As it stands at `now`: what would come later has not happened. */
  ticketAt(now: number): Omit<DemoTicket, 'id'> {
    const { channel, customer, matter, createdAt } = this.opening
    const events = this.events.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
    return { channel, customer: customer.id, language: matter.language, createdAt, events }
  }

  private write(
    at: number,
    type: string,
    by: Actor,
    fields: DemoFields = {},
    content: DemoContent = {},
    who: DemoStaff | undefined = this.agent,
  ): void {
    this.events.push({ type, at, by, ...(by === 'agent' && who !== undefined ? { who: who.id } : {}), fields, content })
  }
}
