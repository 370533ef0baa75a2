import { CircleCheck, CircleX } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { TriedExample } from './check-messages.ts'
import { useStudioWords } from './studio-context.tsx'
import { dueWords, useTicketWords } from './ticket-words.tsx'

interface Tried {
  readonly example: TriedExample
  /** The clause beside which it stands: what others expected is said beside them. */
  readonly clause?: string | undefined
}

/** An example in the margin. */
export const ExampleNote = memo(function ExampleNote({ example, clause }: Tried) {
  const isRight = failuresOf({ example, clause }).length === 0
  return (
    <li className={`remark example ${isRight ? 'kept' : 'broken'}`}>
      <ExampleOutcome example={example} clause={clause} />
    </li>
  )
})

/** What came of an example: green where what it says comes out, red with both where it does not. */
export const ExampleOutcome = memo(function ExampleOutcome({ example, clause }: Tried) {
  const { showInText } = useStudioWords()
  const words = useWords()
  const ticket = useTicketWords()
  const failures = failuresOf({ example, clause })
  const isRight = failures.length === 0
  const Icon = isRight ? CircleCheck : CircleX
  return (
    <>
      <span className={`state ${isRight ? 'kept' : 'broken'}`}>
        <Icon aria-hidden="true" />
        <strong>
          {words.say(isRight ? 'studio.example.right' : 'studio.example.wrong', { number: example.number })}
        </strong>
      </span>
      <p>{ticket({ ...example.given, at: example.at })}</p>
      {failures.map((failure) => (
        <p key={`${failure.clause} ${failure.about}`}>
          {words.say('studio.example.came', {
            clause: failure.clause,
            expected: dueWords(failure.expected, words.locale),
            found: dueWords(failure.found, words.locale),
          })}
        </p>
      ))}
      {!isRight && (
        <button type="button" className="link" onClick={() => showInText(example.place.line, example.place.column)}>
          {words.say('studio.line', { line: example.place.line })}
        </button>
      )}
    </>
  )
})

function failuresOf({ example, clause }: Tried): TriedExample['failures'] {
  return example.failures.filter(
    (failure) => clause === undefined || failure.clause === clause || failure.clause === '',
  )
}
