/** The hours that public promises are counted in. */
import { isAlwaysOpen, weekLines } from '@avow/contract'
import { type CalendarDefinition, type Day, localDay, type Period } from '@avow/core'
import { type Html, html, joined, theirId, theirs } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { publicCalendars } from './public-charter.ts'
import type { CharterView } from './read-charter.ts'

/** Closed and special dates so far ahead are shown. */
const DAYS_AHEAD = 365
const MS_OF_MINUTE = 60_000

export function openingHours(view: CharterView, tongue: Tongue): Html | false {
  const { document, zone } = view.charter
  const calendars = publicCalendars(view.charter).flatMap((name) => document.calendars.get(name) ?? [])
  if (calendars.length === 0) return false
  const today = localDay(zone, view.now)
  return html`<section class="hours" aria-labelledby="hours"><h2 id="hours">${tongue.say('hours.title')}</h2>
<p>${tongue.say('hours.lead')}</p>
${joined(
  calendars.map((calendar) => calendarBlock(calendar, today, tongue)),
  '\n',
)}</section>`
}

function calendarBlock({ name, says, rules }: CalendarDefinition, today: Day, tongue: Tongue): Html {
  const { week, closed, on, zone } = rules
  const title = html`<h3>${tongue.text(says) ?? theirs(name)} <small class="quiet">${theirId(zone)}</small></h3>`
  const isNear = (day: Day) => day >= today && day < today + DAYS_AHEAD
  const near = closed.filter((day) => isNear(day) && !on.has(day)).sort((a, b) => a - b)
  const special = [...on].filter(([day]) => isNear(day)).sort(([a], [b]) => a - b)
  return html`<div class="calendar">${title}
${isAlwaysOpen(week) ? html`<p>${tongue.say('hours.always')}</p>` : html`<table><thead class="unseen"><tr><th scope="col">${tongue.say('hours.day')}</th><th scope="col">${tongue.say('hours.open')}</th></tr></thead><tbody>${joined(linesOf(week, tongue))}</tbody></table>`}
${near.length > 0 && html`<p class="quiet">${tongue.say('hours.closed-on', { dates: tongue.list(near.map((day) => tongue.day(day))) })}</p>`}
${special.length > 0 && html`<ul class="quiet">${joined(special.map(([day, periods]) => html`<li>${tongue.say('hours.on', { date: tongue.day(day), hours: hoursOf(periods, tongue) })}</li>`))}</ul>`}</div>`
}

function linesOf(week: readonly (readonly Period[])[], tongue: Tongue): readonly Html[] {
  return weekLines(week).map(({ from, to, periods }) => {
    const first = tongue.weekday(from)
    const days =
      from === to
        ? html`${first}`
        : tongue.say('hours.to-day', { from: html`${first}`, to: html`${tongue.weekday(to)}` })
    return html`<tr><th scope="row">${days}</th><td>${hoursOf(periods, tongue)}</td></tr>`
  })
}

function hoursOf(periods: readonly Period[], tongue: Tongue): Html {
  if (periods.length === 0) return tongue.say('hours.closed')
  return tongue.list(
    periods.map(({ start, end }) => {
      if (end > start) return html`<bdi dir="ltr">${wall(start, tongue)}–${wall(end, tongue)}</bdi>`
      return html`<bdi>${wall(start, tongue)} – ${tongue.say('hours.next-day', { time: wall(end, tongue) })}</bdi>`
    }),
  )
}

/** A minute of the day; midnight at a day’s end is 24:00. */
function wall(minute: number, tongue: Tongue): Html {
  if (minute === 1440) return html`24:00`
  const format = { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return html`${new Intl.DateTimeFormat(tongue.locale, format).format(minute * MS_OF_MINUTE)}`
}
