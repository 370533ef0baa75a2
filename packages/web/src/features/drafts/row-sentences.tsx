import type { EditPath } from '@avow/core'
import { type ReactNode, useState } from 'react'
import type { MessageKey } from '../../messages/en/index.ts'
import { useWords } from '../../messages/words.tsx'
import { CellField } from './cell-field.tsx'
import { firstCondition } from './cell-form.ts'
import type { Fields } from './charter-data.ts'
import { AddLimit, GivenFields } from './given-fields.tsx'
import { GIVEN, type TableKind } from './row-kinds.ts'
import { AndList, Sentence } from './sentence.tsx'
import { useStudio } from './studio-context.tsx'
import { TargetField } from './target-field.tsx'
import { useFaulty } from './typed-field.tsx'

/** The rows of a table as sentences: what is met first is said first. */
export function RowSentences(props: {
  readonly path: EditPath
  readonly rows: readonly Fields[]
  readonly kind: TableKind
  /** What a promise’s rows say, by its clock. */
  readonly then: MessageKey
  readonly thenParts: Readonly<Record<string, ReactNode>>
}) {
  const { path, rows, kind, then, thenParts } = props
  return (
    <ol className="sentences">
      {rows.map((row, index) => (
        // Rows have no name of their own; their fields take what they show from the draft.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index}>
          <RowSentence
            path={[...path, index]}
            row={row}
            index={index}
            isOnly={rows.length === 1}
            kind={kind}
            then={then}
            thenParts={thenParts}
          />
        </li>
      ))}
    </ol>
  )
}

function RowSentence(props: {
  readonly path: EditPath
  readonly row: Fields
  readonly index: number
  readonly isOnly: boolean
  readonly kind: TableKind
  readonly then: MessageKey
  readonly thenParts: Readonly<Record<string, ReactNode>>
}) {
  const { path, row, index, isOnly, kind, then, thenParts } = props
  const { facts, of } = useStudio()
  const words = useWords()
  const isFaulty = useFaulty(path)
  const [more, setMore] = useState<readonly string[]>([])
  const conditions = Object.keys(row).filter((name) => !GIVEN.has(name))
  const given =
    kind === 'promise' ? (
      <Sentence
        of={then}
        parts={{
          ...thenParts,
          target: <TargetField path={[...path, 'target']} value={row['target']} row={index + 1} />,
        }}
      />
    ) : (
      <GivenFields path={path} row={row} kind={kind} more={more} />
    )
  const sentence =
    conditions.length > 0 ? (
      <Sentence
        of={'studio.when'}
        parts={{
          conditions: (
            <AndList
              items={conditions.map((name) => (
                <Sentence
                  key={name}
                  of={'studio.is'}
                  values={{ fact: of.fact(name) }}
                  parts={{
                    value: (
                      <CellField
                        path={[...path, name]}
                        fact={facts.find((fact) => fact.name === name)}
                        value={row[name]}
                      />
                    ),
                  }}
                />
              ))}
            />
          ),
          outcome: given,
        }}
      />
    ) : (
      <Sentence of={isOnly ? 'studio.always' : 'studio.otherwise'} parts={{ outcome: given }} />
    )
  return (
    <div className="sentence" data-faulty={isFaulty || undefined}>
      <span>{sentence}</span>
      <AddCondition path={path} row={row} label={words.say('studio.condition.add', { row: index + 1 })} />
      {kind !== 'promise' && <AddLimit row={row} kind={kind} more={more} onMore={(name) => setMore([...more, name])} />}
    </div>
  )
}

function AddCondition({ path, row, label }: { readonly path: EditPath; readonly row: Fields; readonly label: string }) {
  const { facts, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const unused = facts.filter(({ name }) => !Object.hasOwn(row, name))
  if (!mayWrite || unused.length === 0) return null
  return (
    <select
      className="typed add"
      aria-label={label}
      value=""
      onChange={({ currentTarget }) => {
        const fact = unused.find(({ name }) => name === currentTarget.value)
        if (fact !== undefined) edit([{ kind: 'set', path: [...path, fact.name], value: firstCondition(fact) }])
      }}
    >
      <option value="">{words.say('studio.condition.more')}</option>
      {unused.map(({ name }) => (
        <option key={name} value={name}>
          {of.fact(name)}
        </option>
      ))}
    </select>
  )
}
