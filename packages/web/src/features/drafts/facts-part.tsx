import { dataAt } from '@avow/core'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { fieldsOf, wordsOf } from './charter-data.ts'
import { Part } from './part.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { Line, readWords, TypedField } from './typed-field.tsx'

/** What conditions may speak of, with the words for it in every language. */
export function FactsPart() {
  const { data, facts, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const declared = fieldsOf(data['facts'])
  return (
    <Part name="facts" title={words.say('studio.facts')}>
      {facts
        .filter(({ name }) => Object.hasOwn(declared, name))
        .map((fact) => {
          const path = ['facts', fact.name]
          const list = fact.isOrdered ? 'in order' : 'one of'
          const isChoice = fact.kind === 'choice'
          return (
            <details key={fact.name} className="fold">
              <summary>
                <bdi>{of.fact(fact.name)}</bdi>{' '}
                <span className="quiet">
                  {words.say(`fact.${fact.kind}`)}
                  {isChoice && `: ${words.list(fact.values.map((value) => of.factValue(fact.name, value)))}`}
                </span>
              </summary>
              <TextsField path={[...path, 'says']} label={words.say('studio.name')} />
              {isChoice && (
                <Line label={words.say(fact.isOrdered ? 'studio.values-in-order' : 'studio.values')}>
                  <TypedField
                    path={[...path, list]}
                    label={words.say('studio.values')}
                    read={readWords}
                    written={wordsOf(dataAt(data, [...path, list])).join(', ')}
                  />
                </Line>
              )}
              {isChoice &&
                fact.values.map((value) => (
                  <div key={value} className="value">
                    <bdi className="ltr quiet">{value}</bdi>
                    <TextsField
                      path={[...path, 'values say', value]}
                      label={words.say('studio.value-name', { value })}
                    />
                  </div>
                ))}
              {mayWrite && (
                <button type="button" className="link" onClick={() => edit([{ kind: 'remove', path }])}>
                  {words.say('studio.remove', { what: of.fact(fact.name) })}
                </button>
              )}
            </details>
          )
        })}
      {mayWrite && <AddFact />}
    </Part>
  )
}

const TYPES = {
  choice: { 'one of': ['a', 'b'] },
  'yes-no': 'yes or no',
  number: 'number',
  money: 'money EUR',
  duration: 'duration',
  age: { age: true },
} as const

function AddFact() {
  const { edit, facts } = useStudio()
  const words = useWords()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<keyof typeof TYPES>('choice')
  const isName = /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) && facts.every((fact) => fact.name !== name)
  return (
    <form
      className="add-date"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isName) return
        edit([{ kind: 'set', path: ['facts', name], value: TYPES[kind] }])
        setName('')
      }}
    >
      <input
        className="typed ltr"
        aria-label={words.say('studio.fact.name')}
        placeholder={words.say('studio.fact.name')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <select
        className="typed"
        aria-label={words.say('studio.fact.kind')}
        value={kind}
        onChange={({ currentTarget }) => setKind(KINDS.find((one) => one === currentTarget.value) ?? 'choice')}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {words.say(`fact.${one}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="button small" disabled={!isName}>
        {words.say('studio.fact.add')}
      </button>
    </form>
  )
}

const KINDS = ['choice', 'yes-no', 'number', 'money', 'duration', 'age'] as const
