import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { manyOf, removeOne } from './list-edits.ts'
import { RemoveButton } from './remove-button.tsx'
import { useStudio } from './studio-context.tsx'
import { Line } from './typed-field.tsx'

/** Where the dates of a calendar come from, each with a way to take it away. */
export function HolidaySources({ path, written }: { readonly path: EditPath; readonly written: unknown }) {
  const { edit } = useStudio()
  const words = useWords()
  const sources = manyOf(written).map(String)
  if (sources.length === 0) return null
  return (
    <Line label={words.say('studio.holidays-from')}>
      <ul>
        {sources.map((source, index) => (
          <li key={source}>
            <bdi>{source}</bdi>
            <RemoveButton
              label={words.say('studio.holidays-from.remove', { source })}
              onRemove={() => edit(removeOne(written, path, index))}
            />
          </li>
        ))}
      </ul>
    </Line>
  )
}
