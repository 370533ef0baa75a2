import { parseDate } from '@avow/core'
import { HOLIDAY_COUNTRIES, noteSetUp, publicHolidays } from '../../../features/installation/index.ts'
import { type Html, html, joined, plain, theirId } from '../../html.ts'
import { areaField, button, errorBeside, type FieldParts, formOf, selectField } from '../fields.ts'
import { SetUpForm } from '../form.ts'
import type { FieldError, SetUpAt, Step, StepView } from '../step.ts'
import { DAYS, hoursKept, readDates, readHours } from './read-hours.ts'

export const hoursStep: Step = {
  async show(at) {
    const kept = hoursKept(at.state)
    return view(at, at.state.hours === undefined ? filled(at, kept) : kept, [])
  },
  async take(at, _admin, form) {
    const { desk, options } = at
    const [, next] = yearsOf(at)
    if (form.has('do', 'fill')) return view(at, filled(at, form), [])
    const { hours, errors } = readHours(form, next)
    if (errors.length > 0) return view(at, form, errors)
    await noteSetUp(desk.store, options.workspace, { hours })
    return 'next'
  },
}

/** This year and the next, by the clock of the desk's zone. */
function yearsOf({ now, state }: SetUpAt): readonly [number, number] {
  const format = new Intl.DateTimeFormat('en', { timeZone: state.workspace.zone, year: 'numeric', calendar: 'gregory' })
  const year = Number(format.format(now))
  return [year, year + 1]
}

/** The same form, with the holidays of its country among the dates; those of a country chosen before go. */
function filled(at: SetUpAt, form: SetUpForm): SetUpForm {
  const years = yearsOf(at)
  const holidaysOf = (country: string) => years.flatMap((year) => publicHolidays(country, year))
  const country = form.text('country')
  const before = new Set(holidaysOf(form.text('filled')))
  const typed = form
    .raw('dates')
    .split('\n')
    .map((line) => line.trim())
  const kept = typed.filter((line) => line !== '' && !before.has(line))
  const dates = [...new Set([...kept, ...holidaysOf(country)])].sort()
  const hours = DAYS.flatMap((day) => [`from-${day}`, `until-${day}`])
  const others = [...hours, 'break-from', 'break-until'].map((name) => [name, form.text(name)])
  return new SetUpForm({ ...Object.fromEntries(others), country, filled: country, dates: dates.join('\n') })
}

function view(at: SetUpAt, form: SetUpForm, errors: readonly FieldError[]): StepView {
  const { visit, say, state } = at
  const { tongue } = visit
  const parts = { say, errors }
  const [first, second] = yearsOf(at)
  const names = new Intl.DisplayNames(tongue.locale, { type: 'region' })
  const countries = HOLIDAY_COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
    a.label.localeCompare(b.label, tongue.language),
  )
  const { closed } = readDates(form.raw('dates'))
  const shown = closed.flatMap((date) => parseDate(date) ?? [])
  const fields = [
    // What the Enter key presses is the first button of a form: it goes on.
    html`<button class="unseen" type="submit" name="do" value="go" tabindex="-1" aria-hidden="true"></button>`,
    weekTable(at, parts, form),
    html`<div class="fill">${selectField(parts, {
      name: 'country',
      label: say('country'),
      value: form.text('country'),
      isOptional: true,
      choices: [...countries, { value: '', label: say('country.none') }],
    })}<input type="hidden" name="filled" value="${form.text('filled') || (state.hours?.country ?? '')}">
${button('fill', say('hours.fill', { first, second }), true)}</div>`,
    areaField(parts, {
      name: 'dates',
      label: say('dates'),
      hint: say('dates.hint', { example: theirId('2026-12-25') }),
      value: form.raw('dates').replaceAll('\r', ''),
      isOptional: true,
    }),
    shown.length > 0 &&
      html`<details><summary>${say('dates.are')}</summary><p class="quiet">${tongue.list(shown.map((day) => html`${tongue.weekday((day + 3) % 7)} ${tongue.day(day)}`))}</p></details>`,
  ]
  const content = html`<p>${say('hours.lead', { zone: theirId(state.workspace.zone) })}</p>
${formOf(visit.to('/setup/hours'), fields, [button('go', say('goOn'))])}`
  return { content, errors }
}

function weekTable({ visit, say }: SetUpAt, parts: FieldParts, form: SetUpForm): Html {
  const time = (name: string, label: Html) => {
    const isWrong = parts.errors.some(({ field }) => field === name)
    return html`<input type="time" id="field-${name}" name="${name}" value="${form.text(name)}" aria-label="${plain(label)}"${isWrong && html` aria-invalid="true" aria-describedby="${name}-error"`}>`
  }
  const lines = DAYS.map((day) => {
    const name = visit.tongue.weekday(day)
    const labels = (['from', 'until'] as const).map((end) =>
      say('hours.of-day', { day: html`${name}`, end: say(`hours.${end}`) }),
    )
    const [from = html``, until = html``] = labels
    const wrong = errorBeside(parts, `from-${day}`)
    return html`<tr${wrong !== false && html` class="wrong"`}><th scope="row">${name}${wrong}</th><td>${time(`from-${day}`, from)}</td><td>${time(`until-${day}`, until)}</td></tr>`
  })
  const wrong = errorBeside(parts, 'break-from')
  return html`<table class="week"><caption class="label">${say('hours.week')}</caption><thead><tr><th scope="col">${say('hours.day')}</th><th scope="col">${say('hours.from')}</th><th scope="col">${say('hours.until')}</th></tr></thead>
<tbody>${joined(lines)}
<tr${wrong !== false && html` class="wrong"`}><th scope="row">${say('hours.break')} <span class="quiet">(${say('optional')})</span>${wrong}</th><td>${time('break-from', say('hours.break-from'))}</td><td>${time('break-until', say('hours.break-until'))}</td></tr></tbody></table>`
}
