import { useWords } from '../../messages/words.tsx'
import { Part } from './part.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'

/** What else can happen to a ticket, and its words. */
export function EventsPart() {
  const { events, of } = useStudio()
  const words = useWords()
  return (
    <Part name="events" title={words.say('studio.events')}>
      {events.map((name) => (
        <details key={name} className="fold">
          <summary>
            <bdi>{of.event(name)}</bdi> <bdi className="ltr quiet">{name}</bdi>
          </summary>
          <TextsField path={['events', name, 'says']} label={words.say('studio.name')} />
        </details>
      ))}
    </Part>
  )
}
