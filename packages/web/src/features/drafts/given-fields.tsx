import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddOne } from './add-one.tsx'
import type { Fields } from './charter-data.ts'
import type { TableKind } from './row-kinds.ts'
import { AndList, Sentence } from './sentence.tsx'
import { readWords, TypedField } from './typed-field.tsx'

/** What a row of remedies or authority gives: words and amounts, as the charter writes them. */
export function GivenFields({
  path,
  row,
  kind,
  more,
}: {
  readonly path: EditPath
  readonly row: Fields
  readonly kind: Exclude<TableKind, 'promise'>
  /** Limits to be shown though nothing is written yet. */
  readonly more: readonly string[]
}) {
  const words = useWords()
  const list = kind === 'remedy' ? 'allow' : 'may'
  const amounts = AMOUNTS_OF[kind]
  const shown = amounts.filter((name) => row[name] !== undefined || more.includes(name))
  const items = [
    <Sentence
      key={list}
      of={kind === 'remedy' ? 'studio.then.remedy' : 'studio.then.authority'}
      parts={{
        words: (
          <TypedField
            path={[...path, list]}
            label={words.say(`studio.given.${list}`)}
            read={readWords}
            written={wordsWritten(row[list])}
          />
        ),
      }}
    />,
    ...shown.map((name) => (
      <Sentence
        key={name}
        of={AMOUNTS[name]}
        parts={{
          amount: (
            <TypedField
              path={[...path, name]}
              label={words.say(GIVEN_NAMES[name])}
              hint={words.say('studio.amount.hint')}
            />
          ),
        }}
      />
    )),
  ]
  return <AndList items={items} type="unit" />
}

const AMOUNTS_OF = { remedy: ['up to'], authority: ['per ticket', 'per day', 'bend'] } as const

/** A limit that a row does not have yet. */
export function AddLimit(props: {
  readonly row: Fields
  readonly kind: Exclude<TableKind, 'promise'>
  readonly more: readonly string[]
  readonly onMore: (name: string) => void
}) {
  const { row, kind, more, onMore } = props
  const words = useWords()
  const hidden = AMOUNTS_OF[kind].filter((name) => row[name] === undefined && !more.includes(name))
  return (
    <AddOne
      label={words.say('studio.amount.add')}
      options={hidden.map((name) => [name, words.say(GIVEN_NAMES[name])])}
      onAdd={onMore}
    />
  )
}

const AMOUNTS = {
  'up to': 'gives.up-to',
  'per ticket': 'gives.per-ticket',
  'per day': 'gives.per-day',
  bend: 'gives.bend',
} as const

export const GIVEN_NAMES = {
  target: 'studio.given.target',
  allow: 'studio.given.allow',
  may: 'studio.given.may',
  'up to': 'studio.given.up-to',
  'per ticket': 'studio.given.per-ticket',
  'per day': 'studio.given.per-day',
  bend: 'studio.given.bend',
  to: 'given.to',
  skills: 'given.skills',
} as const

function wordsWritten(value: unknown): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
