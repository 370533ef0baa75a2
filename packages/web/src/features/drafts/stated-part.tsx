import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { ClauseWords } from '../handbook/clause-words.tsx'
import type { Fields } from './charter-data.ts'
import { Part } from './part.tsx'
import { STATED_KINDS, type StatedKind } from './stated-kinds.ts'
import { useStudio } from './studio-context.tsx'
import { writtenView } from './written-view.ts'

/** A clause that no ticket is judged by: what it says, and the way to its text. */
export function StatedPart(props: { readonly kind: StatedKind; readonly clause: Fields; readonly path: EditPath }) {
  const { kind, clause, path } = props
  const { languages, of, edit, showPart } = useStudio()
  const words = useWords()
  const id = String(clause['id'] ?? path.at(-1))
  const section = STATED_KINDS.find((one) => one.kind === kind)?.section ?? ''
  return (
    <Part
      name={`${section}/${id}`}
      title={<bdi>{id}</bdi>}
      removeLabel={words.say('studio.remove', { what: id })}
      onRemove={() => edit([{ kind: 'remove', path }])}
    >
      <ClauseWords clause={writtenView(kind, clause, languages[0] ?? 'en')} of={of} />
      <p>
        <button type="button" className="link" onClick={() => showPart(path)}>
          {words.say('studio.show-in-text')}
        </button>
      </p>
    </Part>
  )
}
