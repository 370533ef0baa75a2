import type { EditPath } from '@avow/core'
import { type ReactNode, useState } from 'react'
import type { MessageKey } from '../../messages/en/index.ts'
import { useWords } from '../../messages/words.tsx'
import { AddCondition } from './add-condition.tsx'
import { CellField } from './cell-field.tsx'
import type { Fields } from './charter-data.ts'
import { AddLimit, GivenFields } from './given-fields.tsx'
import { newRow } from './grid-values.ts'
import { RowDeeds } from './row-deeds.tsx'
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
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  return (
    <>
      <ol className="sentences">
        {rows.map((row, index) => (
          // Rows have no name of their own; their fields take what they show from the draft.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>
            <RowSentence
              path={[...path, index]}
              row={row}
              index={index}
              count={rows.length}
              kind={kind}
              then={then}
              thenParts={thenParts}
            />
          </li>
        ))}
      </ol>
      {mayWrite && (
        <button
          type="button"
          className="button small add-row"
          onClick={() =>
            // What is met first counts: a new row stands before the one for everything else.
            edit([{ kind: 'insert', path, at: Math.max(0, rows.length - 1), value: newRow(kind, rows) }])
          }
        >
          {words.say('studio.grid.add')}
        </button>
      )}
    </>
  )
}

function RowSentence(props: {
  readonly path: EditPath
  readonly row: Fields
  readonly index: number
  /** Of the rows in all. */
  readonly count: number
  readonly kind: TableKind
  readonly then: MessageKey
  readonly thenParts: Readonly<Record<string, ReactNode>>
}) {
  const { path, row, index, count, kind, then, thenParts } = props
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
      <Sentence of={count === 1 ? 'studio.always' : 'studio.otherwise'} parts={{ outcome: given }} />
    )
  return (
    <div className="sentence" data-faulty={isFaulty || undefined}>
      <span>{sentence}</span>
      <AddCondition
        path={path}
        row={row}
        label={words.say('studio.condition.add', { row: index + 1 })}
        shown={words.say('studio.condition.more')}
      />
      {kind !== 'promise' && <AddLimit row={row} kind={kind} more={more} onMore={(name) => setMore([...more, name])} />}
      <RowDeeds
        path={path.slice(0, -1)}
        index={index}
        count={count}
        audience={kind === 'promise' ? row['audience'] : null}
      />
    </div>
  )
}
