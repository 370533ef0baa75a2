import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  editText,
  type Jurisdiction,
  openSource,
  type PlainValue,
  parseDate,
  type SourceEdit,
  sourceData,
  weekdayOfDay,
} from '@avow/core'
import { inCurrency } from './charter-currency.ts'
import type { CharterTemplate } from './charter-kind.ts'
import { jurisdictionsOf } from './charter-law.ts'
import type { OpeningHours } from './set-up-state.ts'

export interface CharterSettings {
  readonly slug: string
  /** IANA time zone. */
  readonly zone: string
  /** The master first. */
  readonly languages: readonly string[]
  readonly hours: OpeningHours
  /** One of `CHARTER_CURRENCIES`. */
  readonly currency: string
}

/** What a charter to begin with becomes a company's own by. */
export interface TemplateFit {
  readonly slug: string
  /** IANA time zone. */
  readonly zone: string
  /** The master first; texts in others are left out. */
  readonly languages: readonly string[]
  /** One of `CHARTER_CURRENCIES`. */
  readonly currency: string
  /** Whose law it lives under, of the template's sectors; without any it names no law. */
  readonly jurisdictions: readonly Jurisdiction[]
  /** Fields of its calendar `office`; what is left out stays as it is. */
  readonly office: Readonly<Record<string, PlainValue>>
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** A text in one language stands on a line of its own in these files. */
const TEXT = /^ +(en|it|pl|el|ar): /

/** The text of a charter to begin with as it ships: all languages, every law that it was written for. `root`: the folder that holds charters/. */
export function templateText(root: string, template: CharterTemplate): string {
  return readFileSync(join(root, 'charters', 'start', `${template}.yaml`), 'utf8')
}

/** A charter to begin with, for this company, as it is being set up. `root`: the folder that holds charters/. */
export function charterOfKind(root: string, kind: CharterTemplate, settings: CharterSettings): string {
  const { hours, ...fit } = settings
  return fitTemplate(templateText(root, kind), {
    ...fit,
    jurisdictions: jurisdictionsOf(hours.country),
    office: { open: weekWritten(hours.week), closed: closedDates(hours), 'holidays until': hours.until },
  })
}

/** The text of a template with what is the company's own in it; its comments stay. Throws where it is no template. */
export function fitTemplate(text: string, fit: TemplateFit): string {
  const { slug, zone, languages, currency, jurisdictions, office } = fit
  const spoken = inCurrency(text, currency)
    .split('\n')
    .filter((line) => {
      const language = TEXT.exec(line)?.[1]
      return language === undefined || languages.includes(language)
    })
    .join('\n')
  const edited = editText(spoken, [
    // A name begins with a letter, a short name need not.
    ...(/^[a-z]/.test(slug) ? [{ kind: 'set', path: ['charter'], value: `${slug}-care` } as const] : []),
    { kind: 'set', path: ['languages'], value: [...languages] },
    { kind: 'set', path: ['zone'], value: zone },
    ...lawEdits(spoken, jurisdictions),
    ...Object.entries(office).map(
      ([name, value]) => ({ kind: 'set', path: ['calendars', 'office', name], value }) as const,
    ),
  ])
  if (edited === undefined) throw new Error('this text of charters/start/ is not what it should be')
  return edited.text
}

/** The template's sectors stay; its jurisdictions become those of the company. What names no law goes on naming none. */
function lawEdits(text: string, jurisdictions: readonly Jurisdiction[]): readonly SourceEdit[] {
  const source = openSource(text)
  const data = source === undefined ? undefined : sourceData(source.root)
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'law')) return []
  if (jurisdictions.length === 0) return [{ kind: 'remove', path: ['law'] }]
  return [{ kind: 'set', path: ['law', 'jurisdictions'], value: [...jurisdictions] }]
}

/** Days with the same hours that follow each other are written as one, `mon-fri`. */
function weekWritten(week: readonly string[]): PlainValue {
  const runs: { first: number; last: number; hours: string }[] = []
  week.forEach((hours, day) => {
    const before = runs.at(-1)
    if (before?.last === day - 1 && before.hours === hours) before.last = day
    else if (hours !== '') runs.push({ first: day, last: day, hours })
  })
  const name = (day: number) => WEEKDAYS[day] ?? ''
  return Object.fromEntries(
    runs.map(({ first, last, hours }) => [first === last ? name(first) : `${name(first)}-${name(last)}`, hours]),
  )
}

/** Only those on which it would be open else: others say nothing. */
function closedDates({ week, closed }: OpeningHours): readonly string[] {
  return closed.filter((date) => {
    const day = parseDate(date)
    return day !== undefined && week[weekdayOfDay(day)] !== ''
  })
}
