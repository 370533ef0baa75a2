import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { type Fields, fieldsOf } from './charter-data.ts'
import { useStudio } from './studio-context.tsx'
import { ChoiceField, FlagField, Line } from './typed-field.tsx'

/** What follows when a promise is broken: an apology, a remedy. */
export function BrokenField({ path, clause }: { readonly path: EditPath; readonly clause: Fields }) {
  const { remedies } = useStudio()
  const words = useWords()
  const at = [...path, 'if broken']
  const { apologise, remedy } = { apologise: undefined, remedy: undefined, ...fieldsOf(clause['if broken']) }
  return (
    <Line label={words.say('term.if-broken')}>
      <span className="several">
        <FlagField
          path={[...at, 'apologise']}
          label={words.say('term.apologise')}
          value={apologise}
          without={remedy === undefined ? at : [...at, 'apologise']}
          isInline
        />
        {(remedies.length > 0 || remedy !== undefined) && (
          <ChoiceField
            path={[...at, 'remedy']}
            label={words.say('studio.broken.remedy')}
            value={remedy === undefined ? '' : String(remedy)}
            options={[
              ['', words.say('studio.broken.no-remedy')],
              ...remedies.map((id) => [id, words.say('studio.broken.offer', { remedy: id })] as const),
            ]}
            write={(id) => (id === '' ? undefined : id)}
            without={apologise === undefined ? at : [...at, 'remedy']}
          />
        )}
      </span>
    </Line>
  )
}
