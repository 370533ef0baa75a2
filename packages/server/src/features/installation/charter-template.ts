import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editText, type PlainValue, parseDate, weekdayOfDay } from '@avow/core'
import { inCurrency } from './charter-currency.ts'
import type { CharterKind } from './charter-kind.ts'
import { lawToBeginWith } from './charter-law.ts'
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

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** A text in one language stands on a line of its own in these files. */
const TEXT = /^ +(en|it|pl|el|ar): /

/** A charter to begin with, for this company. `root`: the folder that holds charters/. */
export function charterOfKind(root: string, kind: CharterKind, settings: CharterSettings): string {
  const { slug, zone, languages, hours, currency } = settings
  const text = readFileSync(join(root, 'charters', 'start', `${kind}.yaml`), 'utf8')
  const spoken = inCurrency(text, currency)
    .split('\n')
    .filter((line) => {
      const language = TEXT.exec(line)?.[1]
      return language === undefined || languages.includes(language)
    })
  const office = ['calendars', 'office']
  const law = lawToBeginWith(kind, hours.country)
  const edited = editText(spoken.join('\n'), [
    // A name begins with a letter, a short name need not.
    ...(/^[a-z]/.test(slug) ? [{ kind: 'set', path: ['charter'], value: `${slug}-care` } as const] : []),
    { kind: 'set', path: ['languages'], value: [...languages] },
    { kind: 'set', path: ['zone'], value: zone },
    ...(law === undefined ? [] : [{ kind: 'set', path: ['law'], value: law } as const]),
    { kind: 'set', path: [...office, 'open'], value: weekWritten(hours.week) },
    { kind: 'set', path: [...office, 'closed'], value: closedDates(hours) },
    { kind: 'set', path: [...office, 'holidays until'], value: hours.until },
  ])
  if (edited === undefined) throw new Error(`charters/start/${kind}.yaml is not what it should be`)
  return edited.text
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
