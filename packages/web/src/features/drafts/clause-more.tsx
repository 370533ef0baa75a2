import type { EditPath } from '@avow/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { Fields } from './charter-data.ts'
import { renameClause } from './clause-edits.ts'
import { ClauseFields } from './clause-fields.tsx'
import { COMMON_FIELDS } from './stated-fields.ts'
import { useStudio } from './studio-context.tsx'
import { ChoiceField, Line } from './typed-field.tsx'

interface ClauseMoreProps {
  readonly path: EditPath
  readonly clause: Fields
  readonly children?: ReactNode
}

/** What is seldom changed of a clause. Drawn only while open: each key in the clause would draw it anew. */
export function ClauseMore({ path, clause, children }: ClauseMoreProps) {
  const words = useWords()
  const [isOpen, open] = useState(false)
  return (
    <details className="fold" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{words.say('studio.clause.more', { clause: String(clause['id'] ?? path.at(-1)) })}</summary>
      {isOpen && (
        <MoreFields path={path} clause={clause}>
          {children}
        </MoreFields>
      )}
    </details>
  )
}

/** Its id, which of several rows counts, who answers for it. */
function MoreFields({ path, clause, children }: ClauseMoreProps) {
  const { showPart } = useStudio()
  const words = useWords()
  const id = String(clause['id'] ?? path.at(-1))
  return (
    <>
      <IdField section={String(path[0])} id={id} />
      {clause['table'] !== undefined && (
        <Line label={words.say('term.hit')}>
          <ChoiceField
            path={[...path, 'hit']}
            label={words.say('term.hit')}
            value={String(clause['hit'] ?? 'first')}
            options={[
              ['first', words.say('studio.hit.first')],
              ['unique', words.say('studio.hit.unique')],
            ]}
          />
        </Line>
      )}
      {children}
      <ClauseFields path={path} clause={clause} fields={COMMON_FIELDS} />
      <p>
        <button type="button" className="link" onClick={() => showPart(path)}>
          {words.say('studio.show-in-text')}
        </button>
      </p>
    </>
  )
}

const ID = /^[A-Z][A-Za-z0-9-]*$/

/** The id is written when the field is left: whatever speaks of the clause follows it. */
function IdField({ section, id }: { readonly section: string; readonly id: string }) {
  const { readData, edit, mayWrite } = useStudio()
  const words = useWords()
  const [typed, setTyped] = useState<string>()
  const fresh = typed?.trim() ?? id
  const isId = ID.test(fresh)
  const keep = (): void => {
    if (isId && fresh !== id) edit(renameClause(readData(), section, id, fresh))
    setTyped(undefined)
  }
  return (
    <Line label={words.say('studio.clause.id')}>
      <input
        className="typed ltr"
        aria-label={words.say('studio.clause.id')}
        size={Math.max(4, fresh.length + 1)}
        value={typed ?? id}
        disabled={!mayWrite}
        aria-invalid={!isId || undefined}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={keep}
        onKeyDown={({ key }) => {
          if (key === 'Enter') keep()
          if (key === 'Escape') setTyped(undefined)
        }}
      />
    </Line>
  )
}
