/** Slots of a text into words: texts/demo-texts.ts says which there are. */
import { type CalendarDate, type Day, dateOfDay, localDay, localParts, type Zone } from '@avow/core'
import type { DemoCustomer, DemoStaff, Language } from './demo-data.ts'
import { TEXTS } from './texts/index.ts'
import type { Product } from './texts/products.ts'

/** What a ticket is about. */
export interface Matter {
  readonly language: Language
  readonly customer: DemoCustomer
  readonly product: Product
  readonly other: Product
  readonly order: string
  readonly bought: Day
  /** The same as a fact has it: 2026-11-20. */
  readonly boughtText: string
  /** Days since. */
  readonly days: number
  readonly later: Day
  readonly tracking: string
}

/** The ticket's matter with what one message adds; the writer is the customer where no agent is named. */
export interface Saying {
  readonly matter: Matter
  readonly agent?: DemoStaff
  readonly tracking?: string
  readonly due?: string
  readonly subject?: string
}

export function fillText(text: string, saying: Saying): string {
  const filled = text.replaceAll(/\{(\w+)(?::([^}]*))?\}/g, (_, slot: string, forms?: string) =>
    forms === undefined ? slotOf(slot, saying) : formOf(slot, forms.split('|'), saying),
  )
  return saying.matter.language === 'it' ? elided(filled) : filled
}

function slotOf(slot: string, { matter, agent, tracking, due, subject }: Saying): string {
  const { language, customer, product, order } = matter
  const { name, the = name, obj = name } = product[language]
  switch (slot) {
    case 'order':
      return order
    case 'price':
      return sayPrice(product.price, language)
    case 'product':
      return name
    case 'the':
      return the
    case 'The':
      return capital(the)
    case 'obj':
      return obj
    case 'other':
      return matter.other[language].name
    case 'date':
      return sayBought(matter)
    case 'later':
      return sayDate(matter.later, language)
    case 'days':
      return String(matter.days)
    case 'tracking':
      return tracking ?? matter.tracking
    case 'first':
      return customer.first
    case 'last':
      return agent === undefined ? customer.last : customer.called
    case 'me':
      return agent === undefined ? customer.name : (agent.signs?.[language] ?? agent.name)
    case 'due':
      return due ?? ''
    case 'subject':
      return subject ?? ''
    default:
      throw new RangeError(`a text has the slot {${slot}}, which nothing fills`)
  }
}

function formOf(whose: string, forms: readonly string[], { matter, agent }: Saying): string {
  const { customer, product, language } = matter
  const isWoman = whose === 'w' ? (agent ?? customer).isWoman : customer.isWoman
  const { gender } = product[language]
  const index = whose === 'p' ? ['m', 'f', 'n'].indexOf(gender) : Number(isWoman)
  return forms[index] ?? forms[0] ?? ''
}

const ELIDED: Readonly<Record<string, string>> = { il: 'l’', Il: 'L’', del: 'dell’', al: 'all’' }

/** Italian joins its articles with the eighth and the eleventh of a month. */
function elided(text: string): string {
  return text.replaceAll(/\b(il|Il|del|al) (8|11)(?= [a-z])/g, (_, article: string, day: string) => {
    return `${ELIDED[article]}${day}`
  })
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

export function sayPrice(cents: number, language: Language): string {
  const amount = (cents / 100).toFixed(2)
  if (language === 'en') return `€${amount}`
  return language === 'ar' ? `${amount} يورو` : `${amount.replace('.', ',')} €`
}

/** With its year where that is likely to be another. */
function sayBought({ bought, days, language }: Matter): string {
  const year = days > 250 ? ` ${dateOfDay(bought).year}` : ''
  return `${sayDate(bought, language)}${year}`
}

export function sayDate(day: Day, language: Language): string {
  const { day: number, month }: CalendarDate = dateOfDay(day)
  return `${number} ${TEXTS[language].months[month - 1]}`
}

/** A date and a time of day, with the zone's name. */
export function sayInstant(instant: number, zone: Zone, language: Language): string {
  const { minutes } = localParts(zone, instant)
  const two = (number: number) => String(number).padStart(2, '0')
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const comma = language === 'ar' ? '،' : ','
  return `${sayDate(localDay(zone, instant), language)}${comma} ${time} (${zone.name})`
}
