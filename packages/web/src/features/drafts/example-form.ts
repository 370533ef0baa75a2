/** Examples of a charter as the studio writes them: what is given, and what must come out. */
import type { EditPath, PlainValue, SourceEdit } from '@avow/core'
import { type Fields, fieldsOf } from './charter-data.ts'
import type { TriedExample } from './check-messages.ts'

type Failure = TriedExample['failures'][number]

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** Whether a time is one of the charter's zone to the minute, as fields for times have it. */
export function isLocalTime(written: unknown): boolean {
  return typeof written === 'string' && LOCAL.test(written)
}

/** An example to begin with, at the time of the last one. `now`: UTC ms. */
export function newExample(
  examples: readonly Fields[],
  { promises, remedies }: { readonly promises: readonly string[]; readonly remedies: readonly string[] },
  now: number,
): PlainValue {
  const last = fieldsOf(examples.at(-1)?.['given'])['at']
  const at = isLocalTime(last) ? String(last) : `${new Date(now).toISOString().slice(0, 10)}T10:00`
  const [promise] = promises
  const [remedy] = remedies
  const expect: { readonly [clause: string]: PlainValue } =
    promise !== undefined ? { [promise]: { due: at } } : remedy !== undefined ? { [remedy]: { row: 1 } } : {}
  return { given: { at }, expect }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What makes an example expect what came out. `path`: of the example. */
export function expectWhatCame(failures: readonly Failure[], path: EditPath): readonly SourceEdit[] {
  return failures.flatMap((failure) => editOf(failure, [...path, 'expect', failure.clause]))
}

function editOf({ about, found }: Failure, path: EditPath): readonly SourceEdit[] {
  const set = (value: PlainValue | undefined, ...field: readonly string[]): readonly SourceEdit[] =>
    value === undefined ? [] : [{ kind: 'set', path: [...path, ...field], value }]
  switch (about) {
    case 'due': {
      const due = timeFound(found)
      return due === undefined ? set(found === 'no row applies' ? 'none' : undefined) : set(due, 'due')
    }
    case 'none': {
      const due = timeFound(found)
      return set(due === undefined ? undefined : { due })
    }
    case 'row':
      return set(rowFound(found), 'row')
    case 'allow':
      return found === 'nothing' ? set('none') : set(found.split(', '), 'allow')
    case 'up to':
      return /^\d/.test(found) ? set(found, 'up to') : [{ kind: 'remove', path: [...path, 'up to'] }]
    default:
      return []
  }
}

/** `Mon 28 Dec 2026 09:30 (Europe/Warsaw)` as an example writes it; core says it so. */
function timeFound(found: string): string | undefined {
  const [, day = '', month = '', year = '', time = ''] =
    /[A-Z][a-z]{2} (\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d(?::\d\d(?:\.\d+)?)?) \(/.exec(found) ?? []
  const number = MONTHS.indexOf(month) + 1
  return number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}`
}

function rowFound(found: string): number | undefined {
  const number = Number(/^row (\d+)/.exec(found)?.[1])
  return Number.isInteger(number) ? number : undefined
}
