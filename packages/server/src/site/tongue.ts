import type { ClauseKind, Texts } from '@avow/core'
import { IntlMessageFormat } from 'intl-messageformat'
import { CHARTER_WORDS } from './charter-words.ts'
import { Html, html, joined, type Piece, theirs } from './html.ts'
import { CATALOGUES, directionOf, type Language, LOCALES } from './languages.ts'
import type { MessageKey } from './messages/en.ts'
import type { WallClock } from './wall-clock.ts'

/** What is put into a message: numbers are written in the language, texts are somebody else’s, markup stays as it is. */
export type Values = Readonly<Record<string, number | string | Html>>

const MS_OF_DAY = 86_400_000

/** A language that pages are written in: its messages, numbers, dates and lists. */
export class Tongue {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly locale: string
  private readonly messages = new Map<MessageKey, IntlMessageFormat>()
  private readonly numbers: Intl.NumberFormat
  private readonly percents: Intl.NumberFormat
  private readonly times: Intl.DateTimeFormat
  private readonly timesOfYears: Intl.DateTimeFormat
  private readonly days: Intl.DateTimeFormat
  private readonly dates: Intl.DateTimeFormat
  private readonly lists: Intl.ListFormat
  private readonly choices: Intl.ListFormat

  constructor(language: Language) {
    this.language = language
    this.direction = directionOf(language)
    this.locale = LOCALES[language]
    const { locale } = this
    const day = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' } as const
    const time = { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
    const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
    this.percents = new Intl.NumberFormat(locale, { style: 'percent', ...tenths })
    this.times = new Intl.DateTimeFormat(locale, time)
    this.timesOfYears = new Intl.DateTimeFormat(locale, { ...time, year: 'numeric' })
    this.days = new Intl.DateTimeFormat(locale, day)
    this.dates = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
    this.lists = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
    this.choices = new Intl.ListFormat(locale, { type: 'disjunction' })
  }

  /** A message of the catalogue with its values. */
  say(key: MessageKey, values: Values = {}): Html {
    let message = this.messages.get(key)
    if (message === undefined) {
      message = new IntlMessageFormat(CATALOGUES[this.language][key], this.locale, undefined, { ignoreTag: true })
      this.messages.set(key, message)
    }
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? theirs(value) : value,
    ])
    const parts = message.formatToParts<Html>(Object.fromEntries(isolated))
    return joined(parts.map(({ value }): Piece => (value instanceof Html ? value : String(value))))
  }

  /** What the clauses of a kind are called together, as in the handbook. */
  clausesOf(kind: ClauseKind): string {
    return CHARTER_WORDS[this.language][`handbook.kind.${kind}`]
  }

  number(value: number): string {
    return this.numbers.format(value)
  }

  /** A share from 0 to 1. What is not all is never shown as all, nor a little as nothing. */
  percent(share: number): string {
    const shown = share < 1 && share > 0.999 ? 0.999 : share > 0 && share < 0.001 ? 0.001 : share
    return this.percents.format(shown)
  }

  money(amount: number, currency: string): string {
    return new Intl.NumberFormat(this.locale, { style: 'currency', currency }).format(amount)
  }

  /** Date and time by a clock, with the name of its zone; the year where it is not that of `now`. */
  time(instant: number, clock: WallClock, now: number): Html {
    return this.say('time.with-zone', { time: this.bareTime(instant, clock, now), zone: zoneName(clock) })
  }

  /** The same without the zone, where it stands beside. */
  bareTime(instant: number, clock: WallClock, now: number): Html {
    return stamped(instant, clock, this.formatFor(instant, clock, now).format(clock.local(instant)))
  }

  /** A due time: what is due at midnight is due by the end of a date. */
  due(instant: number, clock: WallClock, now: number): Html {
    return this.say('time.with-zone', { time: this.bareDue(instant, clock, now), zone: zoneName(clock) })
  }

  bareDue(instant: number, clock: WallClock, now: number): Html {
    const local = clock.local(instant)
    if (local % MS_OF_DAY !== 0) return this.bareTime(instant, clock, now)
    const format = yearOf(clock.local(now)) === yearOf(local - 1) ? this.days : this.dates
    return this.say('time.end-of', { date: stamped(instant, clock, format.format(local - 1)) })
  }

  /** The local date of an instant. */
  date(instant: number, clock: WallClock): Html {
    return stamped(instant, clock, this.dates.format(clock.local(instant)))
  }

  /** A local date, in days since 1970. */
  day(day: number): Html {
    return html`<span class="date">${this.dates.format(day * MS_OF_DAY)}</span>`
  }

  /** Days of the week, Monday first. */
  weekday(index: number): string {
    const monday = 4
    return new Intl.DateTimeFormat(this.locale, { timeZone: 'UTC', weekday: 'long' }).format(
      (monday + index) * MS_OF_DAY,
    )
  }

  /** Whole minor units of ISO 4217, as amounts of money are kept; Intl knows how many make one. */
  minorMoney({ minor, currency }: { readonly minor: number; readonly currency: string }): string {
    const format = new Intl.NumberFormat(this.locale, { style: 'currency', currency })
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
  }

  list(pieces: readonly Piece[]): Html {
    return listed(this.lists, pieces)
  }

  /** One of several: `e-mail or web form`. */
  either(pieces: readonly Piece[]): Html {
    return listed(this.choices, pieces)
  }

  /** A text of the charter in this language, else in its master, marked as such; undefined where there is none. */
  text(
    texts: Texts | undefined,
    write: (text: string, language: string) => Html = (text) => html`${text}`,
  ): Html | undefined {
    if (texts === undefined) return undefined
    for (const language of [this.language, ...texts.by.keys()]) {
      const found = texts.by.get(language)
      if (found === undefined) continue
      return language === this.language
        ? html`<bdi>${write(found, language)}</bdi>`
        : html`<bdi lang="${language}">${write(found, language)}</bdi>`
    }
    return undefined
  }

  private formatFor(instant: number, clock: WallClock, now: number): Intl.DateTimeFormat {
    return yearOf(clock.local(now)) === yearOf(clock.local(instant)) ? this.times : this.timesOfYears
  }
}

const tongues = new Map<Language, Tongue>()

/** Made once: formats are dear. */
export function tongueOf(language: Language): Tongue {
  const known = tongues.get(language)
  if (known !== undefined) return known
  const tongue = new Tongue(language)
  tongues.set(language, tongue)
  return tongue
}

function zoneName({ zone }: WallClock): Html {
  return html`<bdi dir="ltr" class="zone">${zone}</bdi>`
}

function stamped(instant: number, { zone }: WallClock, text: string): Html {
  const utc = new Date(instant).toISOString()
  return html`<time datetime="${utc}" title="${utc.slice(0, 16).replace('T', ' ')} UTC · ${zone}">${text}</time>`
}

function yearOf(local: number): number {
  return new Date(local).getUTCFullYear()
}

function listed(format: Intl.ListFormat, pieces: readonly Piece[]): Html {
  const parts = format.formatToParts(pieces.map((_, index) => String(index)))
  return joined(parts.map(({ type, value }): Piece => (type === 'element' ? pieces[Number(value)] : value)))
}
