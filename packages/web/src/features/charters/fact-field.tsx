import type { CharterInForce } from '@avow/contract'
import { useId, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { charterWords } from './charter-words.ts'
import { exampleAmount, type FactValue, readAmount, readNumber, writeAmount } from './fact-values.ts'

interface FactFieldProps {
  readonly charter: CharterInForce
  readonly fact: CharterInForce['facts'][number]
  readonly value: FactValue
  readonly isMissing: boolean
  readonly wrong?: string | undefined
  readonly onChange: (value: FactValue) => void
}

/** A fact of the charter to fill in, by its kind. */
export function FactField(props: FactFieldProps) {
  const { charter, fact, isMissing, wrong } = props
  const words = useWords()
  const of = charterWords(charter, words)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="label">
        {of.fact(fact.name)} {isMissing && <span className="mark missing">{words.say('facts.missing')}</span>}
      </label>
      <FactInput {...props} id={id} />
      {wrong !== undefined && <span className="wrong">{wrong}</span>}
    </div>
  )
}

type FactInputProps = FactFieldProps & { readonly id: string }

function FactInput(props: FactInputProps) {
  const { charter, fact, value, id, onChange } = props
  const words = useWords()
  const of = charterWords(charter, words)
  const options =
    fact.kind === 'choice' ? fact.values.map((one) => one.value) : fact.kind === 'yes-no' ? [true, false] : undefined
  if (options !== undefined)
    return (
      <select
        id={id}
        className="input"
        value={value === null ? '' : String(value)}
        onChange={({ currentTarget }) => onChange(options.find((one) => String(one) === currentTarget.value) ?? null)}
      >
        <option value="">{words.say('unknown')}</option>
        {options.map((one) => (
          <option key={String(one)} value={String(one)}>
            {of.factValue(fact.name, one)}
          </option>
        ))}
      </select>
    )
  if (fact.kind === 'age')
    return (
      <input
        id={id}
        className="input"
        type="date"
        value={typeof value === 'string' ? value.slice(0, 10) : ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
      />
    )
  return <TypedInput {...props} />
}

/** What is typed as text and read as a number, an amount or a length of time. */
function TypedInput({ fact, value, id, onChange }: FactInputProps) {
  const words = useWords()
  const currency = fact.currency ?? 'EUR'
  const [typed, type] = useState(() =>
    fact.kind === 'money' ? writeAmount(value) : value === null ? '' : String(value),
  )
  const read = (text: string): FactValue | undefined =>
    fact.kind === 'money'
      ? readAmount(text, currency)
      : fact.kind === 'number'
        ? readNumber(text)
        : text.trim() === ''
          ? null
          : text.trim()
  const isWrong = read(typed) === undefined
  const example = fact.kind === 'money' ? exampleAmount(currency) : '64'
  return (
    <>
      <input
        id={id}
        className="input ltr"
        inputMode={fact.kind === 'duration' ? 'text' : 'decimal'}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={({ currentTarget }) => {
          type(currentTarget.value)
          const known = read(currentTarget.value)
          if (known !== undefined) onChange(known)
        }}
      />
      {isWrong && (
        <span className="wrong" id={`${id}-wrong`} role="status">
          {words.say('facts.number-wrong', { example })}
        </span>
      )}
      {fact.kind === 'money' && <span className="hint">{words.say('facts.money-hint', { currency })}</span>}
      {fact.kind === 'duration' && <span className="hint">{words.say('facts.duration-hint')}</span>}
    </>
  )
}
