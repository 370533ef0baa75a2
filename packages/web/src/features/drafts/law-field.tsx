import { JURISDICTIONS, SECTORS } from '@avow/core'
import { useState } from 'react'
import { regionName } from '../../messages/formats.ts'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { AddOne } from './add-one.tsx'
import { fieldsOf, wordsOf } from './charter-data.ts'
import { LawMore } from './law-more.tsx'
import { RemoveButton } from './remove-button.tsx'
import { useStudio } from './studio-context.tsx'
import { Line } from './typed-field.tsx'

/** The two lists without which no law is named: whose law, and what the company is to it. */
const LISTS = ['jurisdictions', 'sectors'] as const
type ListName = (typeof LISTS)[number]

/** The law that the charter lives under: the packs that its promises are compared with. */
export function LawField() {
  const { data, edit, mayWrite } = useStudio()
  const words = useWords()
  const isNamed = data['law'] !== undefined
  if (!isNamed && !mayWrite) return null
  if (!isNamed)
    return (
      <Line label={words.say('studio.law')}>
        <FirstLaw />
      </Line>
    )
  return (
    <>
      {LISTS.map((name) => (
        <Line key={name} label={words.say(`studio.law.${name}`)}>
          <LawList name={name} />
        </Line>
      ))}
      <LawMore law={fieldsOf(data['law'])} />
      {mayWrite && (
        <p>
          <button type="button" className="link" onClick={() => edit([{ kind: 'remove', path: ['law'] }])}>
            {words.say('studio.law.none')}
          </button>
        </p>
      )}
    </>
  )
}

/** What is in one of the lists, and what else could be. The last one stays: without it there is no law. */
function LawList({ name }: { readonly name: ListName }) {
  const { data, edit } = useStudio()
  const words = useWords()
  const written = fieldsOf(data['law'])[name]
  const chosen = wordsOf(written)
  const path = ['law', name]
  return (
    <>
      <ul className="chips" aria-label={words.say(`studio.law.${name}`)}>
        {chosen.map((one, index) => (
          <li key={one} className={chosen.length > 1 ? 'chip' : 'chip closed'}>
            <bdi>{nameOf(name, one, words)}</bdi>
            {chosen.length > 1 && (
              <RemoveButton
                label={words.say('studio.remove', { what: nameOf(name, one, words) })}
                onRemove={() => edit([{ kind: 'remove', path: [...path, index] }])}
              />
            )}
          </li>
        ))}
      </ul>
      <AddOne
        label={words.say(`studio.law.${name}.add`)}
        options={optionsOf(name, chosen, words)}
        onAdd={(value) =>
          edit([
            Array.isArray(written)
              ? { kind: 'insert', path, at: written.length, value }
              : { kind: 'set', path, value: [...chosen, value] },
          ])
        }
      />
    </>
  )
}

/** One of each names a law; more are added then. */
function FirstLaw() {
  const { edit } = useStudio()
  const words = useWords()
  const [law, setLaw] = useState<Readonly<Record<ListName, string>>>({ jurisdictions: '', sectors: '' })
  const isWhole = LISTS.every((name) => law[name] !== '')
  return (
    <form
      className="add-date"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWhole) return
        const value = { jurisdictions: [law.jurisdictions], sectors: [law.sectors] }
        edit([{ kind: 'set', path: ['law'], value }])
      }}
    >
      {LISTS.map((name) => (
        <select
          key={name}
          className="typed"
          aria-label={words.say(`studio.law.${name}`)}
          value={law[name]}
          onChange={({ currentTarget }) => setLaw({ ...law, [name]: currentTarget.value })}
        >
          <option value="">{words.say(`studio.law.${name}`)}</option>
          {optionsOf(name, [], words).map(([value, said]) => (
            <option key={value} value={value}>
              {said}
            </option>
          ))}
        </select>
      ))}
      <button type="submit" className="button small" disabled={!isWhole}>
        {words.say('studio.law.name')}
      </button>
    </form>
  )
}

/** What a list may have beside what is chosen, in the order of its names. */
function optionsOf(name: ListName, chosen: readonly string[], words: Words): (readonly [string, string])[] {
  const all: readonly string[] = name === 'jurisdictions' ? JURISDICTIONS : SECTORS
  return all
    .filter((one) => !chosen.includes(one))
    .map((one) => [one, nameOf(name, one, words)] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, words.locale))
}

/** What was mistyped in the text stands as it was typed. */
function nameOf(name: ListName, value: string, words: Words): string {
  if (name === 'sectors') return words.sayCode(`law.sector.${value}`) ?? value
  return JURISDICTIONS.some((one) => one === value) ? regionName(words.locale, value) : value
}
