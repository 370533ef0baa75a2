import type { Amendment, CrisisClause, LocalTime } from '../document.ts'
import { MAX_CRISIS_DATES } from '../limits.ts'
import { clauseId, clauses } from './clause.ts'
import { COMMON, commonOf } from './common.ts'
import { duration } from './duration.ts'
import { type FieldsRead, field, fields, required } from './fields.ts'
import { effective } from './header.ts'
import { promiseLink } from './links.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { flag, listOf, wholeNumber } from './words.ts'

/** A local time of the charter's zone, whose name may stand behind it. */
const localTime: Shape<LocalTime> = refine(effective, ({ day, minute, zone, text }, reading, node) => {
  if (zone === reading.zone) return { day, minute, text }
  const why = `a crisis begins and ends by the charter's zone; write the time of ${reading.zone}`
  reading.report.add('bad-date', node.place, `${quoted(text)}: ${why}`, { typed: text, like: '2026-12-24T08:00' })
  return undefined
})

const CHANGES = {
  target: field('What each row promises meanwhile: 20 working days of office.', duration),
  times: field('How many times as long each row takes meanwhile: 3.', wholeNumber(2, 20)),
  suspended: field('Whether the promise is not given meanwhile.', flag),
}

const amendment = refine(
  fields('an amendment', { promise: required('The promise that is amended: P1.', promiseLink), ...CHANGES }),
  (read, reading): Amendment | undefined => {
    const { promise, target, times, suspended } = read.values
    const written = Object.keys(CHANGES).filter((name) => read.has(name as keyof typeof CHANGES))
    if (written.length !== 1 || suspended === false) {
      const message = 'an amendment says one of “target”, “times” and “suspended: yes”: what becomes of the promise'
      if (written.length === 0)
        reading.report.add('missing-field', read.place, message, { needed: Object.keys(CHANGES) })
      else reading.report.add('fields-conflict', read.place, message, { together: written })
      return undefined
    }
    if (promise === undefined) return undefined
    const { place } = read
    if (suspended) return { promise, change: { kind: 'suspended' }, place }
    if (times !== undefined) return { promise, change: { kind: 'times', times }, place }
    return target && { promise, change: { kind: 'target', target: target.duration, targetText: target.text }, place }
  },
)

const amendments = refine(listOf('amendments', amendment), (read, reading, node) =>
  node.kind === 'list' && node.items.length === 0 ? expected('at least one amendment', node, reading) : read,
)

const FIELDS = {
  id: required('The stable id of the crisis, such as Z1.', clauseId),
  from: required('When it begins, by the charter’s zone: 2026-12-20T00:00.', localTime),
  until: required('When it ends by itself, by the charter’s zone: 2027-01-05T00:00.', localTime),
  says: required('What customers are told of it.', texts()),
  amends: required('The promises that are amended, and what becomes of them.', amendments),
  ...COMMON,
}

/** Dated amendments of promises, which end by themselves. */
export const crisis: Shape<readonly CrisisClause[]> = refine(
  clauses('crises', refine(fields('a crisis', FIELDS), crisisOf)),
  (read, reading) => {
    checkApart(read, reading)
    return read
  },
)

function crisisOf(read: FieldsRead<typeof FIELDS>, reading: Reading): CrisisClause | undefined {
  const { id, from, until, says, amends } = read.values
  if (from !== undefined && until !== undefined) checkLength(read, from, until, reading)
  if (id === undefined || from === undefined || until === undefined || says === undefined || amends === undefined)
    return undefined
  return { kind: 'crisis', id, place: read.place, ...commonOf(read.values), says, from, until, amends }
}

function checkLength(read: FieldsRead<typeof FIELDS>, from: LocalTime, until: LocalTime, { report }: Reading): void {
  if (!isBefore(from, until))
    report.add('fields-conflict', read.at('until'), 'a crisis ends after it begins; write a later time', {
      together: ['from', 'until'],
    })
  else if (until.day - from.day > MAX_CRISIS_DATES) {
    const more = 'where it goes on, publish it again'
    report.add('fields-conflict', read.at('until'), `a crisis lasts ${MAX_CRISIS_DATES} dates at most; ${more}`, {
      together: ['from', 'until'],
      most: MAX_CRISIS_DATES,
    })
  }
}

/** At no time is a promise amended twice: nobody could say what it then promises (SPEC A1). */
function checkApart(crises: readonly CrisisClause[], { report }: Reading): void {
  const seen: { readonly crisis: CrisisClause; readonly promise: string }[] = []
  for (const crisis of crises) {
    for (const { promise, place } of crisis.amends) {
      const other = seen.find((one) => one.promise === promise && overlap(one.crisis, crisis))
      if (other !== undefined)
        report.add(
          'fields-conflict',
          place,
          `${other.crisis.id} amends ${promise} at the same time; keep one of the two`,
          { of: promise, line: other.crisis.place.line },
        )
      seen.push({ crisis, promise })
    }
  }
}

function overlap(one: CrisisClause, other: CrisisClause): boolean {
  return isBefore(one.from, other.until) && isBefore(other.from, one.until)
}

function isBefore(one: LocalTime, other: LocalTime): boolean {
  return one.day < other.day || (one.day === other.day && one.minute < other.minute)
}
