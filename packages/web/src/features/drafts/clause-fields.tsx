import { dataAt, type EditPath } from '@avow/core'
import { type ReactNode, useState } from 'react'
import { languageName } from '../../messages/formats.ts'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { AddOne } from './add-one.tsx'
import type { Fields } from './charter-data.ts'
import { PositionField } from './clause-terms.tsx'
import { LinksField, MeasureChoice } from './link-fields.tsx'
import type { ClauseField } from './stated-fields.ts'
import { useStudio } from './studio-context.tsx'
import { ChoiceField, Line, TypedField, WordsField } from './typed-field.tsx'

/** Fields of a clause, a line each: those that it has or needs, and a choice of the others. */
export function ClauseFields(props: {
  readonly path: EditPath
  readonly clause: Fields
  readonly fields: readonly ClauseField[]
}) {
  const { path, clause, fields } = props
  const words = useWords()
  const isWritten = (field: ClauseField): boolean => dataAt(clause, placeOf(field)) !== undefined
  // What was there when the clause was opened stays while it is emptied to be filled anew.
  const [wanted, setWanted] = useState(() => fields.filter(isWritten).map(({ name }) => name))
  const isShown = (field: ClauseField): boolean =>
    field.isNeeded === true || isWritten(field) || (wanted.includes(field.name) && isPossible(field))
  const isPossible = ({ within }: ClauseField): boolean => within === undefined || clause[within] !== undefined
  const others = fields.filter((field) => !isShown(field) && isPossible(field))
  return (
    <>
      {fields.filter(isShown).map((field) => (
        <Line key={field.name} label={fieldName(field.name, words)}>
          <FieldOfClause path={[...path, ...placeOf(field)]} field={field} value={dataAt(clause, placeOf(field))} />
        </Line>
      ))}
      <AddOne
        label={words.say('studio.reveal', { what: words.say('studio.more') })}
        options={others.map(({ name }) => [name, fieldName(name, words)])}
        onAdd={(name) => setWanted([...wanted, name])}
      />
    </>
  )
}

/** What a field of a clause is called. */
export function fieldName(name: string, words: Words): string {
  return words.sayCode(`term.${name.replaceAll(' ', '-')}`) ?? name
}

function placeOf({ at, name }: ClauseField): EditPath {
  return at ?? [name]
}

function FieldOfClause(props: {
  readonly path: EditPath
  readonly field: ClauseField
  readonly value: unknown
}): ReactNode {
  const { path, field, value } = props
  const { form, name, isNeeded = false } = field
  const { calendars, clauseIds, languages, of } = useStudio()
  const words = useWords()
  const label = fieldName(name, words)
  const choice = (options: readonly (readonly [string, string])[]) => (
    <ChoiceField
      path={path}
      label={label}
      value={value === undefined || value === null ? '' : String(value)}
      options={isNeeded ? options : [['', '–'], ...options]}
      write={(chosen) => (chosen === '' ? undefined : chosen)}
      // Without what answers there is nothing to say of the hours after.
      without={path.at(-1) === 'answers' ? path.slice(0, -1) : path}
    />
  )
  switch (form.kind) {
    case 'text':
      return <TypedField path={path} label={label} read={readText} isNeeded={isNeeded} />
    case 'words':
      return <WordsField path={path} label={label} />
    case 'date':
      return <TypedField path={path} label={label} type="date" read={readText} isNeeded={isNeeded} />
    case 'review':
      // A date, or how often and when last.
      return value !== null && typeof value === 'object' ? (
        <>
          <TypedField path={[...path, 'every']} label={words.say('studio.review')} read={readText} isNeeded />{' '}
          <TypedField
            path={[...path, 'last']}
            label={words.say('studio.review.last')}
            type="date"
            read={readText}
            isNeeded
          />
        </>
      ) : (
        <TypedField path={path} label={label} type="date" read={readText} isNeeded={isNeeded} />
      )
    case 'position':
      return <PositionField path={path} value={value} label={label} />
    case 'calendar':
      return choice(calendars.map((one) => [one, of.calendar(one)]))
    case 'language':
      return choice(languages.map((one) => [one, languageName(words.locale, one)]))
    case 'measure':
      return <MeasureChoice path={path} label={label} value={value} />
    case 'choice':
      return choice(form.values.map((one) => [one, words.sayCode(`${form.said}.${one}`) ?? one]))
    case 'link':
      return choice((clauseIds[form.section] ?? []).map((id) => [id, id]))
    case 'links':
      return <LinksField path={path} label={label} value={value} section={form.section} />
  }
}

function readText(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed.trim()
}
