import { useWords } from '../../messages/words.tsx'
import { ExampleNote } from './margin.tsx'
import { Part } from './part.tsx'
import { useStudio } from './studio-context.tsx'

/** Every example with what came of it. They are written in the text view. */
export function ExamplesPart() {
  const { examples } = useStudio()
  const words = useWords()
  const wrong = examples.filter(({ failures }) => failures.length > 0).length
  return (
    <Part name="examples" title={words.say('studio.examples')}>
      <p className="quiet">
        {examples.length === 0
          ? words.say('studio.examples.none')
          : words.say('studio.examples.count', { count: examples.length, wrong })}
      </p>
      <details className="fold" open={wrong > 0}>
        <summary>{words.say('studio.examples.show')}</summary>
        <ul className="tried">
          {examples.map((example) => (
            <ExampleNote key={example.number} example={example} />
          ))}
        </ul>
      </details>
    </Part>
  )
}
