import { type EditPath, type PlainValue, typedValue, writtenValue } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddOne } from './add-one.tsx'
import { type Fact, type Fields, fieldsOf } from './charter-data.ts'
import { isLocalTime } from './example-form.ts'
import { ExpectedField } from './expected-field.tsx'
import { RemoveButton } from './remove-button.tsx'
import { useStudio } from './studio-context.tsx'
import { ChoiceField, Line, TypedField } from './typed-field.tsx'

/** What is given in an example, and what must come out of it. */
export function ExampleFields(props: { readonly path: EditPath; readonly example: Fields; readonly number: number }) {
  const { path, example, number } = props
  const { facts, promises, remedies, of, edit } = useStudio()
  const words = useWords()
  const given = fieldsOf(example['given'])
  const expected = fieldsOf(example['expect'])
  const label = (what: string): string => words.say('studio.example.field', { number, what })
  // What is counted from the log cannot be given.
  const unused = facts.filter(({ name, isCounted }) => !isCounted && !Object.hasOwn(given, name))
  const clauses = [...promises, ...remedies]
  const unasked = clauses.filter((id) => !Object.hasOwn(expected, id))
  const at = writtenValue(given['at'])
  return (
    <div className="example-fields">
      {Object.entries(given)
        .filter(([name]) => name !== 'at')
        .map(([name, value]) => (
          <Line key={name} label={of.fact(name)}>
            <GivenField
              path={[...path, 'given', name]}
              fact={facts.find((fact) => fact.name === name)}
              value={value}
              label={label(of.fact(name))}
            />
            <RemoveButton
              label={label(words.say('studio.remove', { what: of.fact(name) }))}
              onRemove={() => edit([{ kind: 'remove', path: [...path, 'given', name] }])}
            />
          </Line>
        ))}
      <Line label={words.say('studio.example.at')}>
        <TypedField
          path={[...path, 'given', 'at']}
          label={label(words.say('studio.example.at'))}
          type={at === '' || isLocalTime(at) ? 'datetime-local' : 'text'}
          isNeeded
        />
        <AddOne
          label={label(words.say('studio.example.fact'))}
          shown={words.say('studio.example.fact')}
          options={unused.map(({ name }) => [name, of.fact(name)])}
          onAdd={(name) => {
            const fact = unused.find((one) => one.name === name)
            if (fact !== undefined)
              edit([{ kind: 'set', path: [...path, 'given', name], value: firstValue(fact, at.slice(0, 10)) }])
          }}
        />
      </Line>
      {Object.entries(expected).map(([clause, value]) => (
        <Line key={clause} label={words.say('studio.example.expect', { clause })}>
          <ExpectedField
            path={[...path, 'expect', clause]}
            value={value}
            clause={clause}
            isRemedy={remedies.includes(clause)}
            at={at}
            label={label}
          />
          <RemoveButton
            label={label(words.say('studio.remove', { what: clause }))}
            onRemove={() => edit([{ kind: 'remove', path: [...path, 'expect', clause] }])}
          />
        </Line>
      ))}
      <AddOne
        label={label(words.say('studio.example.clause'))}
        shown={words.say('studio.example.clause')}
        options={unasked.map((id) => [id, id])}
        onAdd={(id) => {
          const value: PlainValue = remedies.includes(id) ? { row: 1 } : { due: at }
          edit([{ kind: 'set', path: [...path, 'expect', id], value }])
        }}
      />
    </div>
  )
}

/** The value of one fact, as its kind is given. */
function GivenField(props: {
  readonly path: EditPath
  readonly fact: Fact | undefined
  readonly value: unknown
  readonly label: string
}) {
  const { path, fact, value, label } = props
  const { of } = useStudio()
  const words = useWords()
  if (fact === undefined || fact.values.length === 0)
    return (
      <TypedField
        path={path}
        label={label}
        type={fact?.kind === 'age' && value !== 'unknown' ? 'date' : 'text'}
        isNeeded
      />
    )
  const isYesNo = fact.kind === 'yes-no'
  const written = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === null ? 'unknown' : String(value)
  return (
    <ChoiceField
      path={path}
      label={label}
      value={written}
      options={[
        ...fact.values.map(
          (one) => [one, isYesNo ? words.say(one === 'yes' ? 'yes' : 'no') : of.factValue(fact.name, one)] as const,
        ),
        ['unknown', words.say('unknown')],
      ]}
      write={(chosen) => typedValue(chosen)}
    />
  )
}

/** A value to begin with. `date`: of the example, `2026-12-23`. */
function firstValue(fact: Fact, date: string): PlainValue {
  const [value] = fact.values
  if (value !== undefined) return typedValue(value)
  if (fact.kind === 'money') return `100 ${fact.currency ?? 'EUR'}`
  if (fact.kind === 'duration') return '2 h'
  return fact.kind === 'age' ? date : 1
}
