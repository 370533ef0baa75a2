import { useWords } from '../../messages/words.tsx'
import { AddNamed } from './add-named.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'

/** The charter's words for who acts. */
export function PositionsField() {
  const { data, positions, of, edit, mayWrite } = useStudio()
  const words = useWords()
  // Names alone are a list; a map holds their texts too.
  const isMap = data['positions'] !== undefined && !Array.isArray(data['positions'])
  return (
    <details className="fold">
      <summary>{words.say('studio.positions', { count: positions.length })}</summary>
      {positions.map((name, index) => (
        <div key={name} className="value">
          <bdi className="ltr quiet">{name}</bdi>
          <div className="texts">
            <TextsField path={['positions', name, 'says']} label={words.say('studio.name')} />
            {mayWrite && (
              <button
                type="button"
                className="link"
                onClick={() => edit([{ kind: 'remove', path: ['positions', isMap ? name : index] }])}
              >
                {words.say('studio.remove', { what: of.position(name) })}
              </button>
            )}
          </div>
        </div>
      ))}
      <AddNamed
        label={words.say('studio.position.name')}
        add={words.say('studio.position.add')}
        taken={positions}
        onAdd={(name) =>
          edit([
            isMap
              ? { kind: 'set', path: ['positions', name], value: {} }
              : { kind: 'insert', path: ['positions'], at: positions.length, value: name },
          ])
        }
      />
    </details>
  )
}
