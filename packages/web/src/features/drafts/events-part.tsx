import { dataAt } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddNamed } from './add-named.tsx'
import { EventWords } from './event-words.tsx'
import { Part } from './part.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'

/** Words joined by dots; those of the log itself are taken. */
const EVENT = /^(?!(?:ticket|message|note|facts|status|commitment)\.)[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*$/

/** What else can happen to a ticket, and its words. */
export function EventsPart() {
  const { data, events, of, edit, mayWrite } = useStudio()
  const words = useWords()
  return (
    <Part name="events" title={words.say('studio.events')}>
      {events.length === 0 && <p className="quiet">{words.say('studio.events.none')}</p>}
      {events.map((name) => (
        <details key={name} className="fold">
          <summary>
            <bdi>{of.event(name)}</bdi> <bdi className="ltr quiet">{name}</bdi>
          </summary>
          <TextsField path={['events', name, 'says']} label={words.say('studio.name')} />
          <EventWords path={['events', name, 'words']} written={dataAt(data, ['events', name, 'words'])} />
          {mayWrite && (
            <button type="button" className="link" onClick={() => edit([{ kind: 'remove', path: ['events', name] }])}>
              {words.say('studio.remove', { what: of.event(name) })}
            </button>
          )}
        </details>
      ))}
      <AddNamed
        label={words.say('studio.event.name')}
        add={words.say('studio.event.add')}
        form={EVENT}
        taken={events}
        onAdd={(name) => edit([{ kind: 'set', path: ['events', name], value: {} }])}
      />
    </Part>
  )
}
