import { dataAt, type EditPath, type PlainValue, type SourceEdit, typedValue, writtenValue } from '@avow/core'
import { type ReactNode, useState } from 'react'
import { directionOf } from '../../messages/languages.ts'
import { wordsOf } from './charter-data.ts'
import { keyOf, useStudio } from './studio-context.tsx'

/** A value typed into the page as the charter writes it; what is typed is in the draft at once. */
export function TypedField(props: {
  readonly path: EditPath
  readonly label: string
  /** How what is typed is written; undefined takes the field away. */
  readonly read?: (typed: string) => PlainValue | undefined
  readonly written?: string
  readonly type?: 'text' | 'date' | 'datetime-local'
  readonly hint?: string
  /** What cannot be without a value keeps its last one while the field is empty. */
  readonly isNeeded?: boolean
  /** What an empty field says. */
  readonly empty?: string
  /** What is taken away where nothing is typed; the field itself where left out. */
  readonly without?: EditPath | undefined
  /** The language of what is typed, where it is a language’s words and no name. */
  readonly language?: string
}) {
  const {
    path,
    label,
    read = readPlain,
    type = 'text',
    hint,
    empty,
    isNeeded = false,
    without = path,
    language,
  } = props
  const { data, edit, mayWrite } = useStudio()
  const isFaulty = useFaulty(path)
  const written = props.written ?? writtenValue(dataAt(data, path))
  // While somebody types, what they typed stands, spaces and all.
  const [typed, setTyped] = useState<string>()
  // Until something else is there: taken back, or changed by somebody else.
  const isTyping =
    typed !== undefined &&
    ((isNeeded && read(typed) === undefined) || writtenValue(read(typed)) === writtenValue(dataAt(data, path)))
  const value = isTyping ? typed : written
  return (
    <input
      className={language === undefined ? 'typed ltr' : 'typed'}
      lang={language}
      dir={language === undefined ? undefined : directionOf(language)}
      type={type}
      aria-label={label}
      title={hint}
      placeholder={empty}
      size={
        type === 'text'
          ? Math.max(4, empty === undefined || value !== '' ? 0 : empty.length + 1, Math.min(value.length + 1, 48))
          : undefined
      }
      value={value}
      disabled={!mayWrite}
      aria-invalid={isFaulty}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        const given = read(currentTarget.value)
        if (given !== undefined) edit([{ kind: 'set', path, value: given }], keyOf(path))
        else if (!isNeeded && dataAt(data, path) !== undefined) edit([{ kind: 'remove', path: without }], keyOf(path))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

function readPlain(typed: string): PlainValue | undefined {
  return typed.trim() === '' ? undefined : typedValue(typed)
}

/** Several words, with commas: `refund, apology`. */
export function readWords(typed: string): PlainValue | undefined {
  const list = typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return list.length === 0 ? undefined : list
}

/** A choice among words of the charter. */
export function ChoiceField(props: {
  readonly path: EditPath
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  /** What choosing writes; the word itself where left out. */
  readonly write?: (value: string) => PlainValue | undefined
  /** What is taken away where nothing is written; the field itself where left out. */
  readonly without?: EditPath
  /** What else changes with the choice. */
  readonly also?: (value: string) => readonly SourceEdit[]
}) {
  const { path, label, value, options, write = (chosen) => chosen, without = path, also } = props
  const { edit, mayWrite } = useStudio()
  const isFaulty = useFaulty(path)
  const isKnown = options.some(([option]) => option === value)
  return (
    <select
      className="typed"
      aria-label={label}
      value={value}
      disabled={!mayWrite}
      aria-invalid={isFaulty || undefined}
      onChange={({ currentTarget }) => {
        const chosen = write(currentTarget.value)
        edit([
          ...(also?.(currentTarget.value) ?? []),
          chosen === undefined ? { kind: 'remove', path: without } : { kind: 'set', path, value: chosen },
        ])
      }}
    >
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  )
}

/** Words of the charter, with commas between them. */
export function WordsField(props: {
  readonly path: EditPath
  readonly label: string
  readonly without?: EditPath | undefined
  readonly language?: string
}) {
  const { data } = useStudio()
  return <TypedField {...props} read={readWords} written={wordsOf(dataAt(data, props.path)).join(', ')} />
}

/** Something that is so or not; what is not so is not written. `without`: what is taken away then. */
export function FlagField(props: {
  readonly path: EditPath
  readonly label: string
  readonly value: unknown
  readonly without?: EditPath
  readonly isInline?: boolean
}) {
  const { path, label, value, without = path, isInline = false } = props
  const { edit, mayWrite } = useStudio()
  return (
    <label className={isInline ? 'check inline' : 'check'}>
      <input
        type="checkbox"
        disabled={!mayWrite}
        checked={value === true || value === 'yes'}
        onChange={({ currentTarget }) =>
          edit([currentTarget.checked ? { kind: 'set', path, value: true } : { kind: 'remove', path: without }])
        }
      />
      {label}
    </label>
  )
}

/** A line of a part: what it is, and its field. */
export function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="term-line">
      <span className="quiet">{label}</span>
      <span>{children}</span>
    </div>
  )
}

/** Whether a finding stands at a path, or at something within it. */
export function useFaulty(path: EditPath): boolean {
  const { data, findings } = useStudio()
  return findings.length > 0 && isFaulty(findings, pointerOf(data, path))
}

export function isFaulty(findings: readonly { readonly path: string }[], pointer: string): boolean {
  return findings.some(({ path }) => path === pointer || path.startsWith(`${pointer}/`))
}

/** The path as findings name it: clauses by their place. */
export function pointerOf(data: unknown, path: EditPath): string {
  let now = data
  let pointer = ''
  for (const step of path) {
    const place =
      Array.isArray(now) && typeof step === 'string' ? now.findIndex((one) => dataAt(one, ['id']) === step) : step
    pointer += `/${String(place).replaceAll('~', '~0').replaceAll('/', '~1')}`
    now = dataAt(now, [step])
  }
  return pointer
}
