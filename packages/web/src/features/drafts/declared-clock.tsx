import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { type Fields, wordsOf } from './charter-data.ts'
import { useStudio } from './studio-context.tsx'
import { ChoiceField, Line } from './typed-field.tsx'

/** A clock from one event to another: what gives a run up, and whether there is more than one. */
export function DeclaredClock({ path, clock }: { readonly path: EditPath; readonly clock: Fields }) {
  const { events, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const givenUp = wordsOf(clock['given up'])
  const at = [...path, 'given up']
  const others = events.filter((name) => name !== clock['from'] && name !== clock['until'])
  return (
    <>
      {others.length > 0 && (
        <fieldset className="set checks" disabled={!mayWrite}>
          <legend className="quiet">{words.say('studio.clock.given-up')}</legend>
          {others.map((name) => (
            <label key={name} className="check">
              <input
                type="checkbox"
                checked={givenUp.includes(name)}
                onChange={({ currentTarget }) => {
                  const next = currentTarget.checked ? [...givenUp, name] : givenUp.filter((one) => one !== name)
                  edit([next.length === 0 ? { kind: 'remove', path: at } : { kind: 'set', path: at, value: next }])
                }}
              />
              <bdi>{of.event(name)}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <Line label={words.say('studio.clock.each')}>
        <ChoiceField
          path={[...path, 'each']}
          label={words.say('studio.clock.each')}
          value={String(clock['each'] ?? 'every time')}
          options={[
            ['every time', words.say('studio.clock.every-time')],
            ['once', words.say('studio.clock.once')],
          ]}
        />
      </Line>
    </>
  )
}
