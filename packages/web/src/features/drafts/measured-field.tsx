import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddOne } from './add-one.tsx'
import { addOne, manyOf, pathOfOne, removeOne } from './list-edits.ts'
import { firstMeasure, type MeasureForm, measureForm, measureText, PERIODS } from './measure-form.ts'
import { RemoveButton } from './remove-button.tsx'
import { Sentence } from './sentence.tsx'
import { useStudio } from './studio-context.tsx'
import { ChoiceField, Line, TypedField } from './typed-field.tsx'

const KINDS = ['each', 'share', 'mean'] as const

/** How a promise is measured: each commitment, a share of them in a period, their mean time. */
export function MeasuredField({ path, value }: { readonly path: EditPath; readonly value: unknown }) {
  const { edit } = useStudio()
  const words = useWords()
  const measures = manyOf(value)
  const forms = measures.map(measureForm)
  const unused = KINDS.filter((kind) => kind !== 'each' || !forms.some((form) => form?.kind === 'each'))
  return (
    <Line label={words.say('term.measured')}>
      <ul className="chips">
        {/* Where nothing is written, each one is measured. */}
        {measures.length === 0 && <li className="chip closed">{words.say('term.each')}</li>}
        {measures.map((written, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: measures have no name of their own
          <li key={index} className="chip">
            <MeasureWords path={pathOfOne(value, path, index)} written={written} number={index + 1} />
            <RemoveButton
              label={words.say('studio.measure.remove', { number: index + 1 })}
              onRemove={() => edit(removeOne(value, path, index))}
            />
          </li>
        ))}
        <li>
          <AddOne
            label={words.say('studio.measure.add')}
            options={unused.map((kind) => [kind, words.say(`studio.measure.${kind}`)])}
            onAdd={(chosen) => {
              const kind = KINDS.find((one) => one === chosen) ?? 'share'
              // What held unsaid is said, since it holds no longer of itself.
              const isFirst = measures.length === 0 && kind !== 'each'
              edit(
                isFirst
                  ? [{ kind: 'set', path, value: ['each', firstMeasure(kind)] }]
                  : addOne(value, path, firstMeasure(kind)),
              )
            }}
          />
        </li>
      </ul>
    </Line>
  )
}

function MeasureWords(props: { readonly path: EditPath; readonly written: unknown; readonly number: number }) {
  const { path, written, number } = props
  const words = useWords()
  const form = measureForm(written)
  if (form === undefined) return <TypedField path={path} label={words.say('studio.measure', { number })} />
  if (form.kind === 'each') return <span>{words.say('term.each')}</span>
  return <MeasureFields path={[...path, form.kind]} form={form} number={number} />
}

function MeasureFields(props: {
  readonly path: EditPath
  readonly form: Exclude<MeasureForm, { kind: 'each' }>
  readonly number: number
}) {
  const { path, form, number } = props
  const words = useWords()
  const amount = (
    <TypedField
      path={path}
      label={words.say(form.kind === 'share' ? 'studio.measure.percent' : 'studio.measure.time', { number })}
      written={form.amount}
      isNeeded
      read={(typed) => {
        const plain = typed.replaceAll('%', '').trim()
        return plain === '' ? undefined : measureText({ ...form, amount: plain })
      }}
    />
  )
  const period = (
    <ChoiceField
      path={path}
      label={words.say('studio.measure.period', { number })}
      value={form.period}
      options={PERIODS.map((one) => [one, words.say(`studio.measure.period.${one}`)])}
      write={(one) => measureText({ ...form, period: PERIODS.find((known) => known === one) ?? 'month' })}
    />
  )
  return (
    <span>
      <Sentence
        of={form.kind === 'share' ? 'studio.measure.of-share' : 'studio.measure.of-mean'}
        parts={{ amount, period }}
      />
    </span>
  )
}
