import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AudienceChoice } from './audience-choice.tsx'
import { useStudio } from './studio-context.tsx'
import { ChoiceField } from './typed-field.tsx'

/** Who may see a clause: everybody, staff, a position, or some customers. */
export function AudienceField({ path, value }: { readonly path: EditPath; readonly value: unknown }) {
  const words = useWords()
  return <AudienceChoice path={[...path, 'audience']} label={words.say('studio.audience')} value={value} />
}

/** A position, or nobody. */
export function PositionField({
  path,
  value,
  label,
}: {
  readonly path: EditPath
  readonly value: unknown
  readonly label: string
}) {
  const { positions, of } = useStudio()
  const words = useWords()
  return (
    <ChoiceField
      path={path}
      label={label}
      value={value === undefined || value === null ? '' : String(value)}
      options={[['', words.say('nobody')], ...positions.map((name) => [name, of.position(name)] as const)]}
      write={(name) => (name === '' ? undefined : name)}
    />
  )
}

/** Sentences or a table: tables of many rows are read better as one. */
export function RowsChoice({
  isTable,
  onChange,
  label,
}: {
  readonly isTable: boolean
  readonly onChange: (isTable: boolean) => void
  readonly label: string
}) {
  const words = useWords()
  return (
    <div className="choice rows-choice" role="radiogroup" aria-label={words.say('studio.rows-as', { clause: label })}>
      {([false, true] as const).map((one) => (
        <label key={String(one)}>
          <input type="radio" name={`rows ${label}`} checked={isTable === one} onChange={() => onChange(one)} />
          {words.say(one ? 'studio.as-table' : 'studio.as-sentences')}
        </label>
      ))}
    </div>
  )
}
