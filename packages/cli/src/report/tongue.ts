/** A language that the report is written in: its messages, numbers, dates and lengths. */
import { type CompiledCharter, type Day, type Duration, offsetAt, type Texts } from '@avow/core'
import { type Html, html, joined, NOTHING, type Piece, theirs } from './html.ts'
import { roundedLength, saidExactly, saidInWords, saidLength, wallParts, wordParts } from './lengths.ts'
import { ar } from './messages/ar.ts'
import { en, type MessageKey } from './messages/en.ts'
import { type Message, parseMessage, type Values, writeMessage } from './messages/format.ts'

export const LANGUAGES = ['en', 'ar'] as const
export type LanguageCode = (typeof LANGUAGES)[number]

const CATALOGUES: Readonly<Record<LanguageCode, Readonly<Record<MessageKey, string>>>> = { en, ar }
/** Day before month, and the digits of the figures elsewhere: the pages of both languages show the same numbers. */
const LOCALES: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' }
const MS_OF_MINUTE = 60_000
const MS_OF_DAY = 86_400_000

export class Tongue {
  readonly code: LanguageCode
  readonly locale: string
  private readonly charter: CompiledCharter
  private readonly messages = new Map<MessageKey, Message>()
  private readonly plurals: Intl.PluralRules
  private readonly numbers: Intl.NumberFormat
  private readonly percents: Intl.NumberFormat
  private readonly instants: Intl.DateTimeFormat
  private readonly fineInstants: Intl.DateTimeFormat
  private readonly dates: Intl.DateTimeFormat
  private readonly months: Intl.DateTimeFormat
  private readonly lists: Intl.ListFormat
  private readonly choices: Intl.ListFormat

  constructor(code: LanguageCode, charter: CompiledCharter) {
    this.code = code
    this.charter = charter
    this.locale = LOCALES[code]
    const { locale } = this
    const date = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' } as const
    const time = { ...date, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    this.plurals = new Intl.PluralRules(locale)
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
    this.percents = new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
    this.instants = new Intl.DateTimeFormat(locale, time)
    this.fineInstants = new Intl.DateTimeFormat(locale, { ...time, second: '2-digit' })
    this.dates = new Intl.DateTimeFormat(locale, date)
    this.months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' })
    this.lists = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
    this.choices = new Intl.ListFormat(locale, { type: 'disjunction' })
  }

  /** A message of the catalogue with its values. */
  say(key: MessageKey, values: Values = {}): Html {
    let message = this.messages.get(key)
    if (message === undefined) {
      message = parseMessage(CATALOGUES[this.code][key])
      this.messages.set(key, message)
    }
    return writeMessage(message, values, {
      number: (value) => this.number(value),
      category: (value) => this.plurals.select(value),
    })
  }

  number(value: number): string {
    return this.numbers.format(value)
  }

  /** A share from 0 to 1. What is not all is never shown as all, nor a little as nothing. */
  percent(share: number): string {
    const shown = share < 1 && share > 0.999 ? 0.999 : share > 0 && share < 0.001 ? 0.001 : share
    return this.percents.format(shown)
  }

  /** Date and time in the charter's zone, by the offsets that the version carries; seconds where there are some. */
  instant(ms: number): Html {
    return html`${this.formatFor(ms).format(this.local(ms))}`
  }

  /** The same to the minute. */
  minute(ms: number): Html {
    return html`${this.instants.format(this.local(ms))}`
  }

  /** From one instant to another; what both have in common is said once. */
  span(from: number, to: number): Html {
    const format = this.formatFor(from % MS_OF_MINUTE === 0 ? to : from)
    return html`${format.formatRange(this.local(from), this.local(to))}`
  }

  /** The local date of an instant in the charter's zone. */
  dateOf(ms: number): Html {
    return html`${this.dates.format(this.local(ms))}`
  }

  private formatFor(ms: number): Intl.DateTimeFormat {
    return ms % MS_OF_MINUTE === 0 ? this.instants : this.fineInstants
  }

  private local(ms: number): number {
    return ms + offsetAt(this.charter.zone, ms) * 1000
  }

  date(day: Day): Html {
    return html`${this.dates.format(day * MS_OF_DAY)}`
  }

  month(day: Day): Html {
    return html`${this.months.format(day * MS_OF_DAY)}`
  }

  /** Opening time, or a short length: hours, minutes, seconds; rounded. */
  length(ms: number): Html {
    return saidLength(this, ms)
  }

  /** The same in full words. */
  lengthInWords(ms: number): Html {
    return saidInWords(this, roundedLength(ms))
  }

  /** The same, not rounded: what adds up in a reckoning. */
  exactLength(ms: number): Html {
    return saidExactly(this, ms)
  }

  /** Time by the clock on the wall, in days of 24 hours where it is long. */
  wall(ms: number): Html {
    return joined(
      wallParts(ms).map(({ key, n }) => this.say(key, { n })),
      ' ',
    )
  }

  /** The same in full words and at most two units, for headings. */
  wallInWords(ms: number): Html {
    const [first, second] = wordParts(ms).map(({ key, n }) => this.say(key, { n }))
    if (first === undefined || second === undefined) return first ?? NOTHING
    return this.say('long.pair', { first, second })
  }

  list(pieces: readonly Html[]): Html {
    return listed(this.lists, pieces)
  }

  /** One of several: `e-mail or web form`. */
  either(pieces: readonly Html[]): Html {
    return listed(this.choices, pieces)
  }

  /** A text of the charter in this language, else in the charter's master, marked as such; undefined where there is none. */
  text(
    texts: Texts | undefined,
    write: (text: string, language: string) => Html = (text) => html`${text}`,
  ): Html | undefined {
    if (texts === undefined) return undefined
    for (const language of [this.code, this.charter.document.languages[0] ?? '', ...texts.by.keys()]) {
      const found = texts.by.get(language)
      if (found !== undefined)
        return language === this.code
          ? html`<bdi>${write(found, language)}</bdi>`
          : html`<bdi lang="${language}">${write(found, language)}</bdi>`
    }
    return undefined
  }

  /** A length promised: `4 h of office`. */
  target(duration: Duration): Html {
    return this.targetWith(duration, (ms) => this.length(ms))
  }

  /** The same in full words, for sentences of the charter: `4 hours of office`. */
  targetInWords(duration: Duration): Html {
    return this.targetWith(duration, (ms) => saidInWords(this, ms))
  }

  private targetWith(duration: Duration, length: (ms: number) => Html): Html {
    if (duration.kind === 'dates') return this.say(`target.${duration.span.unit}`, { count: duration.span.count })
    const calendar =
      this.text(this.charter.document.calendars.get(duration.calendar)?.says) ?? theirs(duration.calendar)
    if (duration.kind === 'working-days') return this.say('target.working-days', { count: duration.count, calendar })
    return this.say('target.opening', { length: length(duration.ms), calendar })
  }
}

function listed(format: Intl.ListFormat, pieces: readonly Html[]): Html {
  const parts = format.formatToParts(pieces.map((_, index) => String(index)))
  return joined(parts.map(({ type, value }): Piece => (type === 'element' ? pieces[Number(value)] : value)))
}

/** Writes something in each language, once where they agree; the page shows the one that is asked for. */
export type Both = (write: (tongue: Tongue) => Piece) => Html

export function inBoth(tongues: readonly Tongue[]): Both {
  return (write) => {
    const written = tongues.map((tongue) => html`${write(tongue)}`)
    const [first] = written
    if (first !== undefined && written.every(({ markup }) => markup === first.markup)) return first
    return joined(written.map((piece, index) => html`<span lang=${tongues[index]?.code}>${piece}</span>`))
  }
}
