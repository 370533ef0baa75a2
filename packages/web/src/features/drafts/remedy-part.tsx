import type { EditPath } from '@avow/core'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'
import { ClauseMore } from './clause-more.tsx'
import { AudienceField, PositionField, RowsChoice } from './clause-terms.tsx'
import { AddLimit, GivenFields } from './given-fields.tsx'
import { plain } from './grid-values.ts'
import { Part } from './part.tsx'
import { MANY_ROWS } from './promise-part.tsx'
import { RowGrid } from './row-grid.tsx'
import { TABLE_KINDS } from './row-kinds.ts'
import { RowSentences } from './row-sentences.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { WhenFields } from './when-fields.tsx'

/** What may be offered when something went wrong, and to whom. */
export function RemedyPart({ clause, path }: { readonly clause: Fields; readonly path: EditPath }) {
  return <TablePart clause={clause} path={path} kind="remedy" />
}

/** What a position may grant without asking. */
export function AuthorityPart({ clause, path }: { readonly clause: Fields; readonly path: EditPath }) {
  return <TablePart clause={clause} path={path} kind="authority" />
}

function TablePart({
  clause,
  path,
  kind,
}: {
  readonly clause: Fields
  readonly path: EditPath
  readonly kind: 'remedy' | 'authority'
}) {
  const { edit } = useStudio()
  const words = useWords()
  const rows = listOf(clause['table']).map(fieldsOf)
  const [isTable, setTable] = useState(rows.length >= MANY_ROWS)
  const [more, setMore] = useState<readonly string[]>([])
  const id = String(clause['id'] ?? path.at(-1))
  const hasTable = clause['table'] !== undefined
  return (
    <Part
      name={`${kind === 'remedy' ? 'remedies' : 'authority'}/${id}`}
      title={<bdi>{id}</bdi>}
      terms={
        <>
          {kind === 'remedy' ? (
            <AudienceField path={path} value={clause['audience']} />
          ) : (
            <PositionField
              path={[...path, 'position']}
              value={clause['position']}
              label={words.say('studio.position')}
            />
          )}
          {hasTable && <RowsChoice isTable={isTable} onChange={setTable} label={id} />}
        </>
      }
      removeLabel={words.say('studio.remove', { what: id })}
      onRemove={() => edit([{ kind: 'remove', path }])}
    >
      {kind === 'remedy' && <TextsField path={[...path, 'says']} label={words.say('studio.says')} />}
      <WhenFields path={[...path, 'when']} when={fieldsOf(clause['when'])} />
      {!hasTable ? (
        <div className="sentence">
          <span>
            <GivenFields path={path} row={clause} kind={kind} more={more} />
          </span>
          <AddLimit row={clause} kind={kind} more={more} onMore={(name) => setMore([...more, name])} />
        </div>
      ) : isTable ? (
        <RowGrid path={[...path, 'table']} rows={rows} kind={kind} label={words.say('studio.rows', { clause: id })} />
      ) : (
        <RowSentences path={[...path, 'table']} rows={rows} kind={kind} then={'studio.then.remedy'} thenParts={{}} />
      )}
      <TextsField path={[...path, 'because']} label={words.say('studio.why')} />
      <ClauseMore path={path} clause={clause}>
        {!hasTable && <ByFacts path={path} clause={clause} />}
      </ClauseMore>
    </Part>
  )
}

/** An authority that is the same for every ticket, on its way to rows: what it says becomes the first of them. */
function ByFacts({ path, clause }: { readonly path: EditPath; readonly clause: Fields }) {
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  if (!mayWrite) return null
  const given = TABLE_KINDS.authority.given.filter((name) => clause[name] !== undefined)
  return (
    <button
      type="button"
      className="link"
      onClick={() =>
        edit([
          ...given.map((name) => ({ kind: 'remove', path: [...path, name] }) as const),
          {
            kind: 'set',
            path: [...path, 'table'],
            value: [Object.fromEntries(given.map((name) => [name, plain(clause[name])]))],
          },
        ])
      }
    >
      {words.say('studio.authority.by-facts')}
    </button>
  )
}
