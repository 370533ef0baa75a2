import { useState } from 'react'
import { languageName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { fieldsOf, wordsOf } from './charter-data.ts'
import { PositionField } from './clause-terms.tsx'
import { Part } from './part.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { Line, TypedField } from './typed-field.tsx'

/** What is said once: the title, the languages, who must approve, and the positions. */
export function HeadPart() {
  const { data, languages, positions, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const people = fieldsOf(data['people'])
  const approvers = wordsOf(people['approvers'])
  return (
    <Part name="head" title={words.say('studio.head')}>
      <TextsField path={['title']} label={words.say('studio.title')} />
      <Line label={words.say('studio.languages-of')}>
        {words.list(languages.map((language) => languageName(words.locale, language)))}
      </Line>
      <Line label={words.say('studio.zone')}>
        <TypedField path={['zone']} label={words.say('studio.zone')} />
      </Line>
      {data['people'] !== undefined && (
        <>
          <Line label={words.say('studio.owner')}>
            <PositionField path={['people', 'owner']} value={people['owner']} label={words.say('studio.owner')} />
          </Line>
          <fieldset className="set checks" disabled={!mayWrite}>
            <legend className="quiet">{words.say('studio.approvers')}</legend>
            {positions.map((name) => (
              <label key={name} className="check">
                <input
                  type="checkbox"
                  checked={approvers.includes(name)}
                  onChange={({ currentTarget }) => {
                    const next = currentTarget.checked ? [...approvers, name] : approvers.filter((one) => one !== name)
                    if (next.length > 0) edit([{ kind: 'set', path: ['people', 'approvers'], value: next }])
                  }}
                />
                <bdi>{of.position(name)}</bdi>
              </label>
            ))}
          </fieldset>
          <Line label={words.say('studio.need')}>
            <TypedField path={['people', 'need']} label={words.say('studio.need')} />
          </Line>
        </>
      )}
      <details className="fold">
        <summary>{words.say('studio.positions', { count: positions.length })}</summary>
        {positions.map((name) => (
          <div key={name} className="value">
            <bdi className="ltr quiet">{name}</bdi>
            <TextsField path={['positions', name, 'says']} label={words.say('studio.name')} />
          </div>
        ))}
        {mayWrite && <AddPosition />}
      </details>
    </Part>
  )
}

function AddPosition() {
  const { data, positions, edit } = useStudio()
  const words = useWords()
  const [name, setName] = useState('')
  const isName = /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) && !positions.includes(name)
  return (
    <form
      className="add-date"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isName) return
        const isMap = data['positions'] !== undefined && !Array.isArray(data['positions'])
        edit([
          isMap
            ? { kind: 'set', path: ['positions', name], value: {} }
            : { kind: 'insert', path: ['positions'], at: positions.length, value: name },
        ])
        setName('')
      }}
    >
      <input
        className="typed ltr"
        aria-label={words.say('studio.position.name')}
        placeholder={words.say('studio.position.name')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" className="button small" disabled={!isName}>
        {words.say('studio.position.add')}
      </button>
    </form>
  )
}
