import { termWords } from '@avow/contract'
import { type EditPath, writtenValue } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddOne } from './add-one.tsx'
import { wordsOf } from './charter-data.ts'
import { addOne, removeOne } from './list-edits.ts'
import { RemoveButton } from './remove-button.tsx'
import { useStudio } from './studio-context.tsx'
import { ChoiceField } from './typed-field.tsx'

/** Clauses by their ids, each with a way to take it away; `section` left out: of any kind. */
export function LinksField(props: {
  readonly path: EditPath
  readonly label: string
  readonly value: unknown
  readonly section: string | undefined
}) {
  const { path, label, value, section } = props
  const { clauseIds, edit } = useStudio()
  const words = useWords()
  const ids = wordsOf(value)
  const known = section === undefined ? Object.values(clauseIds).flat() : (clauseIds[section] ?? [])
  return (
    <span className="several">
      <ul className="chips">
        {ids.map((id, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an id may be written twice
          <li key={index} className="chip">
            <bdi>{id}</bdi>
            <RemoveButton
              label={words.say('studio.remove', { what: `${label}: ${id}` })}
              onRemove={() => edit(removeOne(value, path, index))}
            />
          </li>
        ))}
      </ul>
      <AddOne
        label={words.say('studio.reveal', { what: label })}
        options={known.filter((id) => !ids.includes(id)).map((id) => [id, id])}
        onAdd={(id) => edit(addOne(value, path, id))}
      />
    </span>
  )
}

/** The figure that an objective goes by: of a promise, or of the whole desk. */
export function MeasureChoice(props: { readonly path: EditPath; readonly label: string; readonly value: unknown }) {
  const { path, label, value } = props
  const { promises, of } = useStudio()
  const words = useWords()
  const measures = [
    ...promises.flatMap((promise) => ['kept', 'median', 'mean'].map((kind) => `${kind}(${promise})`)),
    'satisfaction',
    'granted-without-asking',
  ]
  return (
    <ChoiceField
      path={path}
      label={label}
      value={writtenValue(value).replaceAll(' ', '')}
      options={measures.map((measure) => [measure, termWords('measure', measure, { words, of })])}
    />
  )
}
