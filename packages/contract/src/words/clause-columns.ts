import type { ClauseView } from '../versions.ts'
import { factName } from './cell-words.ts'
import { givenWords, whenWords } from './given-words.ts'
import type { ClauseWording, TableWords } from './tongue.ts'

export type ClauseRow = ClauseView['rows'][number]

/** A column of a clause's table. */
export interface Column {
  readonly name: string
  readonly label: string
  /** What stands in a row; undefined for nothing. */
  text(row: ClauseRow): string | undefined
}

/** For which tickets: a column a fact. A step of an escalation has its time, whichever way it is counted. */
export function conditionColumns({ kind, rows }: ClauseView, context: TableWords): readonly Column[] {
  const names = [...new Set(rows.flatMap(({ when }) => Object.keys(when)))]
  if (kind === 'escalation' && names.length > 0) {
    const text = ({ when }: ClauseRow) => {
      const [time] = Object.entries(when)
      return time === undefined ? undefined : whenWords(...time, context)
    }
    return [{ name: 'when', label: context.words.say('step.when'), text }]
  }
  return names.map((name) => ({
    name,
    label: factName(name, context),
    text: ({ when }) => (when[name] === undefined ? undefined : whenWords(name, when[name], context)),
  }))
}

/** In the order in which a charter has them; what came through a store may have lost it. */
const FIELDS = [
  'name',
  'of',
  'claims',
  'channel',
  'stance',
  'source',
  'date',
  'ask',
  'decide',
  'send',
  'wait',
  'at most',
  'approve',
  'automate',
  'hand over',
  'needs',
  'to',
  'skills',
  'target',
  'audience',
  'allow',
  'may',
  'up to',
  'per ticket',
  'per day',
  'bend',
  'tell',
  'give to',
  'raise priority',
  'next',
]

/** What a row gives: a column a field, and one for the words of steps that have some. */
export function givenColumns({ rows }: ClauseView, context: ClauseWording): readonly Column[] {
  const { words, of } = context
  const said: readonly Column[] = rows.some(({ says }) => says !== null)
    ? [{ name: 'says', label: words.say('given.do'), text: ({ says }) => of.text(says)?.text }]
    : []
  const placeOf = (name: string) => (FIELDS.includes(name) ? FIELDS.indexOf(name) : FIELDS.length)
  const given = [...new Set(rows.flatMap(({ gives }) => Object.keys(gives)))]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(
      (name): Column => ({
        name,
        label: words.sayCode(`given.${name.replaceAll(' ', '-')}`) ?? name,
        text: ({ gives }) => (gives[name] === undefined ? undefined : givenWords(name, gives[name], context)),
      }),
    )
  return [...said, ...given]
}
