import { type EditPath, writtenValue } from '@avow/core'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { Sentence } from './sentence.tsx'
import { keyOf, useStudio } from './studio-context.tsx'
import { isCounted, targetForm, targetWritten, UNITS, type Unit } from './target-form.ts'
import { TypedField, useFaulty } from './typed-field.tsx'

/** A length promised as a number, its unit and its calendar, in a sentence. */
export function TargetField({
  path,
  value,
  row,
}: {
  readonly path: EditPath
  readonly value: unknown
  readonly row: number
}) {
  const { calendars, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const [typed, setTyped] = useState<string>()
  const isFaulty = useFaulty(path)
  const written = writtenValue(value)
  const form = targetForm(written)
  if (form === undefined) return <TypedField path={path} label={words.say('studio.target.label', { row })} />
  const write = (change: Partial<typeof form>, key?: string): void =>
    edit([{ kind: 'set', path, value: targetWritten({ ...form, ...change }, calendars) }], key)
  const isTyping = typed !== undefined && (!NUMBER.test(latin(typed).trim()) || latin(typed).trim() === form.count)
  const count = isTyping ? typed : form.count
  const number = (
    <input
      className="typed ltr number"
      inputMode="decimal"
      aria-label={words.say('studio.target.number', { row })}
      size={Math.max(2, count.length)}
      value={count}
      disabled={!mayWrite}
      aria-invalid={isFaulty || undefined}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        const plain = latin(currentTarget.value).trim()
        if (NUMBER.test(plain)) write({ count: plain }, keyOf(path))
      }}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (step === 0 || Number(form.count) + step < 1) return
        event.preventDefault()
        setTyped(undefined)
        write({ count: String(Number(form.count) + step) }, keyOf(path))
      }}
    />
  )
  const unit = (
    <select
      className="typed"
      aria-label={words.say('studio.target.unit', { row })}
      value={form.unit}
      disabled={!mayWrite}
      onChange={({ currentTarget }) => write({ unit: UNITS.find((one) => one === currentTarget.value) ?? 'h' })}
    >
      {UNITS.map((one) => (
        <option key={one} value={one}>
          {unitWords(one, Number(form.count), words.say)}
        </option>
      ))}
    </select>
  )
  if (!isCounted(form.unit)) return <Sentence of={'studio.target.dates'} parts={{ number, unit }} />
  const calendar = (
    <select
      className="typed"
      aria-label={words.say('studio.target.calendar', { row })}
      value={form.calendar}
      disabled={!mayWrite}
      onChange={({ currentTarget }) => write({ calendar: currentTarget.value })}
    >
      {[...new Set([...calendars, form.calendar ?? ''])].map((name) => (
        <option key={name} value={name}>
          {of.calendar(name)}
        </option>
      ))}
    </select>
  )
  return <Sentence of={'studio.target.counted'} parts={{ number, unit, calendar }} />
}

const NUMBER = /^\d+(?:\.\d+)?$/

const UNIT_KEYS = {
  min: 'studio.unit.minutes',
  h: 'studio.unit.hours',
  'working days': 'studio.unit.working-days',
  days: 'studio.unit.days',
  weeks: 'studio.unit.weeks',
  months: 'studio.unit.months',
} as const

function unitWords(unit: Unit, count: number, say: ReturnType<typeof useWords>['say']): string {
  return say(UNIT_KEYS[unit], { count: Number.isFinite(count) ? count : 2 })
}

function latin(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[٫,]/g, '.')
}
