import { type EditPath, writtenValue } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { fieldsOf, wordsOf } from './charter-data.ts'
import { isLocalTime } from './example-form.ts'
import { Sentence } from './sentence.tsx'
import { ChoiceField, readWords, TypedField } from './typed-field.tsx'

/** What must come out of one clause: nothing; or a due time, what may be offered, the row that decides. */
export function ExpectedField(props: {
  readonly path: EditPath
  readonly value: unknown
  readonly clause: string
  readonly isRemedy: boolean
  /** When the example's ticket is created, as written. */
  readonly at: string
  /** The name of a field, with the example's number. */
  readonly label: (what: string) => string
}) {
  const { path, value, clause, isRemedy, at, label } = props
  const words = useWords()
  const fields = fieldsOf(value)
  const of = (what: string): string => label(`${clause}: ${what}`)
  const isNothing = value === 'none'
  const due = writtenValue(fields['due'])
  const kind = (
    <ChoiceField
      path={path}
      label={of(words.say('studio.example.outcome'))}
      value={isNothing ? 'none' : 'some'}
      options={[
        ['some', words.say(isRemedy ? 'studio.example.allows' : 'studio.example.due')],
        ['none', words.say(isRemedy ? 'studio.example.allows-nothing' : 'studio.example.not-promised')],
      ]}
      write={(chosen) => (chosen === 'none' ? 'none' : isRemedy ? { row: 1 } : { due: at })}
    />
  )
  if (isNothing) return kind
  const row = (
    <TypedField
      path={[...path, 'row']}
      label={of(words.say('studio.example.row'))}
      empty={words.say('studio.example.any')}
    />
  )
  return (
    <>
      {kind}{' '}
      {isRemedy ? (
        <Sentence
          of={'studio.example.of-remedy'}
          parts={{
            words: (
              <TypedField
                path={[...path, 'allow']}
                label={of(words.say('studio.given.allow'))}
                read={readWords}
                written={wordsOf(fields['allow']).join(', ')}
                empty={words.say('studio.example.any')}
              />
            ),
            amount: (
              <TypedField
                path={[...path, 'up to']}
                label={of(words.say('studio.given.up-to'))}
                empty={words.say('studio.example.any')}
              />
            ),
            row,
          }}
        />
      ) : (
        <Sentence
          of={'studio.example.of-promise'}
          parts={{
            time: (
              <TypedField
                path={[...path, 'due']}
                label={of(words.say('studio.example.due'))}
                type={due === '' || isLocalTime(due) ? 'datetime-local' : 'text'}
              />
            ),
            row,
          }}
        />
      )}
    </>
  )
}
