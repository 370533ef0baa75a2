import { dataAt, type EditPath } from '@avow/core'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { AddNamed } from './add-named.tsx'
import { type Fields, factsOf, fieldsOf, wordsOf } from './charter-data.ts'
import { FACT_TYPES, type FactTypeName, factType, newFact, typeEdits } from './fact-form.ts'
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
                  {words.say(`fact.${fact.isOrdered ? 'order' : fact.kind}`)}
                  {isChoice && `: ${words.list(fact.values.map((value) => of.factValue(fact.name, value)))}`}
                </span>
              </summary>
              <TypeField name={fact.name} path={path} />
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
      <AddFact />
    </Part>
  )
}

/** What kind of thing a fact is, and of which currency where it is an amount. */
function TypeField({ name, path }: { readonly name: string; readonly path: EditPath }) {
  const { data, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const written = dataAt(data, path)
  const read = factType(written)
  const label = words.say('studio.fact.kind')
  const currency = read?.currency ?? currencyIn(data)
  return (
    <Line label={label}>
      <select
        className="typed"
        aria-label={words.say('studio.cell.label', { fact: of.fact(name), value: label })}
        value={read?.type ?? ''}
        disabled={!mayWrite}
        onChange={({ currentTarget }) => {
          const type = FACT_TYPES.find((one) => one === currentTarget.value)
          if (type !== undefined) edit(typeEdits(written, path, type, currency))
        }}
      >
        {read === undefined && <option value="">–</option>}
        {FACT_TYPES.map((type) => (
          <option key={type} value={type}>
            {words.say(`fact.${type}`)}
          </option>
        ))}
      </select>{' '}
      {read?.type === 'money' && (
        <TypedField
          path={typeof written === 'string' ? path : [...path, 'is']}
          label={words.say('studio.fact.currency')}
          written={read.currency ?? ''}
          isNeeded
          read={(typed) => (typed.trim() === '' ? undefined : `money ${typed.trim().toUpperCase()}`)}
        />
      )}
    </Line>
  )
}

function AddFact() {
  const { data, edit, facts } = useStudio()
  const words = useWords()
  const [type, setType] = useState<FactTypeName>('choice')
  return (
    <AddNamed
      label={words.say('studio.fact.name')}
      add={words.say('studio.fact.add')}
      taken={facts.map(({ name }) => name)}
      onAdd={(name) => edit([{ kind: 'set', path: ['facts', name], value: newFact(type, currencyIn(data)) }])}
    >
      <select
        className="typed"
        aria-label={words.say('studio.fact.kind')}
        value={type}
        onChange={({ currentTarget }) => setType(FACT_TYPES.find((one) => one === currentTarget.value) ?? 'choice')}
      >
        {FACT_TYPES.map((one) => (
          <option key={one} value={one}>
            {words.say(`fact.${one}`)}
          </option>
        ))}
      </select>
    </AddNamed>
  )
}

/** The currency that the charter counts in: that of its first amount. */
function currencyIn(data: Fields): string {
  return factsOf(data).find(({ currency }) => currency !== null)?.currency ?? 'EUR'
}
