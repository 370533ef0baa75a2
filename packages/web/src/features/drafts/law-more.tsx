import {
  type EditPath,
  JURISDICTIONS,
  LAW_ENDS,
  LAW_STARTS,
  lawRow,
  lawRowsFor,
  MATTERS,
  type PlainValue,
  SECTORS,
} from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddCondition } from './add-condition.tsx'
import { AddOne } from './add-one.tsx'
import { CellField } from './cell-field.tsx'
import { firstCondition } from './cell-form.ts'
import { type Fields, fieldsOf, listOf, wordsOf } from './charter-data.ts'
import { RemoveButton } from './remove-button.tsx'
import { AndList, Sentence } from './sentence.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { ChoiceField, Line } from './typed-field.tsx'

/** How the words of the law are told in the charter's own, and which of its rows do not apply. */
export function LawMore({ law }: { readonly law: Fields }) {
  const words = useWords()
  return (
    <>
      <LawMatters matters={fieldsOf(law['matters'])} />
      <LawEvents events={fieldsOf(law['events'])} />
      <TextsField path={['law', 'dispute body']} label={words.say('term.dispute-body')} />
      <LawOff law={law} />
    </>
  )
}

const MATTERS_PATH = ['law', 'matters']
const EVENTS_PATH = ['law', 'events']
const OFF_PATH = ['law', 'off']

/** By which facts a ticket is what a row speaks of. */
function LawMatters({ matters }: { readonly matters: Fields }) {
  const { facts, edit, mayWrite } = useStudio()
  const words = useWords()
  const names = Object.keys(matters)
  const [fact] = facts
  if (names.length === 0 && !mayWrite) return null
  const nameOf = (matter: string): string => words.sayCode(`law.matter.${matter}`) ?? matter
  return (
    <Line label={words.say('studio.law.matters')}>
      {names.length > 0 && (
        <ul aria-label={words.say('studio.law.matters')}>
          {names.map((matter) => (
            <li key={matter}>
              {nameOf(matter)}: <MatterConditions path={[...MATTERS_PATH, matter]} when={fieldsOf(matters[matter])} />
              <RemoveButton
                label={words.say('studio.remove', { what: nameOf(matter) })}
                onRemove={() => edit([removed(MATTERS_PATH, matter, names)])}
              />
            </li>
          ))}
        </ul>
      )}
      {fact !== undefined && (
        <AddOne
          label={words.say('studio.law.matters.add')}
          options={MATTERS.filter((one) => !names.includes(one)).map((one) => [one, nameOf(one)])}
          onAdd={(matter) =>
            edit([{ kind: 'set', path: [...MATTERS_PATH, matter], value: { [fact.name]: firstCondition(fact) } }])
          }
        />
      )}
    </Line>
  )
}

/** Of a matter with one condition, the condition is changed and not taken away: without one any ticket would be of it. */
function MatterConditions({ path, when }: { readonly path: EditPath; readonly when: Fields }) {
  const { facts, of } = useStudio()
  const words = useWords()
  return (
    <>
      <AndList
        items={Object.entries(when).map(([name, value]) => (
          <Sentence
            key={name}
            of={'studio.is'}
            values={{ fact: of.fact(name) }}
            parts={{
              value: <CellField path={[...path, name]} fact={facts.find((fact) => fact.name === name)} value={value} />,
            }}
          />
        ))}
      />{' '}
      <AddCondition
        path={path}
        row={when}
        label={words.say('studio.condition.more')}
        shown={words.say('studio.condition.more')}
      />
    </>
  )
}

/** Which declared events start a legal clock, or end it. */
function LawEvents({ events }: { readonly events: Fields }) {
  const { events: declared, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const names = Object.keys(events)
  if (names.length === 0 && (!mayWrite || declared.length === 0)) return null
  const nameOf = (word: string): string => words.sayCode(`studio.law.event.${word}`) ?? word
  const possible = (word: string) => [...declared, ...(word === 'received' ? ['ticket.created'] : [])]
  return (
    <>
      {names.map((word) => (
        <Line key={word} label={nameOf(word)}>
          <ChoiceField
            path={[...EVENTS_PATH, word]}
            label={nameOf(word)}
            value={String(events[word] ?? '')}
            options={possible(word).map((name) => [name, of.event(name)])}
          />
          <RemoveButton
            label={words.say('studio.remove', { what: nameOf(word) })}
            onRemove={() => edit([removed(EVENTS_PATH, word, names)])}
          />
        </Line>
      ))}
      <AddOne
        label={words.say('studio.law.events.add')}
        options={[...LAW_STARTS, ...LAW_ENDS]
          .filter((word) => !names.includes(word) && possible(word).length > 0)
          .map((word) => [word, nameOf(word)])}
        onAdd={(word) => edit([{ kind: 'set', path: [...EVENTS_PATH, word], value: possible(word)[0] ?? '' }])}
      />
    </>
  )
}

/** The rows that do not apply, each with the reason. */
function LawOff({ law }: { readonly law: Fields }) {
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  const written = listOf(law['off'])
  const off = written.map((one) => String(fieldsOf(one)['row'] ?? ''))
  const bound = lawRowsFor(
    JURISDICTIONS.filter((one) => wordsOf(law['jurisdictions']).includes(one)),
    SECTORS.filter((one) => wordsOf(law['sectors']).includes(one)),
  )
  if (written.length === 0 && !mayWrite) return null
  const nameOf = (id: string): string => {
    const matter = lawRow(id)?.limit?.matter
    return matter === undefined ? id : `${id} · ${words.sayCode(`law.matter.${matter}`) ?? matter}`
  }
  const value = (row: string): PlainValue => ({ row })
  return (
    <Line label={words.say('studio.law.off')}>
      {written.length > 0 && (
        <ul aria-label={words.say('studio.law.off')}>
          {off.map((row, index) => (
            <li key={row}>
              <bdi>{nameOf(row)}</bdi>{' '}
              {mayWrite && (
                <RemoveButton
                  label={words.say('studio.remove', { what: row })}
                  onRemove={() => edit([{ kind: 'remove', path: off.length === 1 ? OFF_PATH : [...OFF_PATH, index] }])}
                />
              )}
              <TextsField path={[...OFF_PATH, index, 'because']} label={words.say('studio.law.off.because')} isNeeded />
            </li>
          ))}
        </ul>
      )}
      <AddOne
        label={words.say('studio.law.off.add')}
        options={bound.filter(({ id }) => !off.includes(id)).map(({ id }) => [id, nameOf(id)])}
        onAdd={(row) => edit([{ kind: 'insert', path: OFF_PATH, at: written.length, value: value(row) }])}
      />
    </Line>
  )
}

/** Takes one of several names away; with the last one goes what held them. */
function removed(path: EditPath, name: string, names: readonly string[]) {
  return { kind: 'remove', path: names.length === 1 ? path : [...path, name] } as const
}
