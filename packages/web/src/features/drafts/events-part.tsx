import { dataAt } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddNamed } from './add-named.tsx'
import { fieldsOf } from './charter-data.ts'
import { EventWords } from './event-words.tsx'
import { Part } from './part.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { TypedField } from './typed-field.tsx'

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
          {dataAt(data, ['events', name, 'tickets']) === undefined && (
            <EventWords path={['events', name, 'words']} written={dataAt(data, ['events', name, 'words'])} />
          )}
          <RepeatedField name={name} />
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

/** How many tickets of one customer, in which time, make the event. One that is heard by words is made by nothing else. */
function RepeatedField({ name }: { readonly name: string }) {
  const { data, edit, mayWrite } = useStudio()
  const words = useWords()
  const path = ['events', name]
  const event = fieldsOf(fieldsOf(data['events'])[name])
  if (event['tickets'] === undefined && event['within'] === undefined)
    return mayWrite && event['words'] === undefined ? (
      <button
        type="button"
        className="link"
        onClick={() =>
          edit(
            // An event of which nothing is said may be written without a map.
            Object.keys(event).length === 0
              ? [{ kind: 'set', path, value: { tickets: 3, within: '14 days' } }]
              : [
                  { kind: 'set', path: [...path, 'tickets'], value: 3 },
                  { kind: 'set', path: [...path, 'within'], value: '14 days' },
                ],
          )
        }
      >
        {words.say('studio.event.repeats')}
      </button>
    ) : null
  return (
    <p>
      {words.say('studio.event.repeated')}{' '}
      <TypedField path={[...path, 'tickets']} label={words.say('studio.event.tickets')} isNeeded />{' '}
      {words.say('studio.event.within')}{' '}
      <TypedField path={[...path, 'within']} label={words.say('studio.event.time')} isNeeded />
    </p>
  )
}
