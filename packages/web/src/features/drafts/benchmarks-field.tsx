import { type EditPath, STANCES } from '@avow/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { BENCHMARK_FIELDS, type BenchmarkField, benchmarkValue } from './benchmark-form.ts'
import { fieldsOf, listOf } from './charter-data.ts'
import { fieldName } from './clause-fields.tsx'
import { removeOne } from './list-edits.ts'
import { useStudio } from './studio-context.tsx'
import { ChoiceField, Line, TypedField } from './typed-field.tsx'

/** What others promise or reach by the figure of an objective: whose, how much, where and when it was read. */
export function BenchmarksField({ path, value }: { readonly path: EditPath; readonly value: unknown }) {
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  const written = listOf(value)
  return (
    <div className="benchmarks">
      <span className="label">{words.say('studio.benchmarks')}</span>
      {written.map((one, index) => {
        const { of, claims } = { of: '', claims: '', ...fieldsOf(one) }
        return (
          // Figures have no name of their own; their fields take what they show from the draft.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <details key={index} className="fold">
            <summary>
              <bdi>{String(of)}</bdi> <bdi className="ltr quiet">{String(claims)}</bdi>
            </summary>
            <BenchmarkFields path={[...path, index]} benchmark={one} number={index + 1} />
            {mayWrite && (
              <button type="button" className="link" onClick={() => edit(removeOne(value, path, index))}>
                {words.say('studio.remove', { what: String(of) })}
              </button>
            )}
          </details>
        )
      })}
      {mayWrite && <AddBenchmark path={path} count={written.length} />}
    </div>
  )
}

function BenchmarkFields(props: { readonly path: EditPath; readonly benchmark: unknown; readonly number: number }) {
  const { path, benchmark, number } = props
  const words = useWords()
  const labelOf = (field: string) => words.say('studio.benchmark.field', { field, number })
  const stance = fieldName('stance', words)
  return (
    <>
      {BENCHMARK_FIELDS.map((name) => (
        <Line key={name} label={words.say(`studio.benchmark.${name}`)}>
          <TypedField
            path={[...path, name]}
            label={labelOf(words.say(`studio.benchmark.${name}`))}
            type={name === 'date' ? 'date' : 'text'}
            read={readText}
            isNeeded
          />
        </Line>
      ))}
      <Line label={fieldName('channel', words)}>
        <TypedField path={[...path, 'channel']} label={labelOf(fieldName('channel', words))} read={readText} />
      </Line>
      <Line label={stance}>
        <ChoiceField
          path={[...path, 'stance']}
          label={labelOf(stance)}
          value={String(fieldsOf(benchmark)['stance'] ?? '')}
          options={[['', '–'], ...STANCES.map((one) => [one, words.sayCode(`stance.${one}`) ?? one] as const)]}
          write={(chosen) => (chosen === '' ? undefined : chosen)}
        />
      </Line>
    </>
  )
}

/** One more figure, written when it is whole. */
function AddBenchmark({ path, count }: { readonly path: EditPath; readonly count: number }) {
  const { edit } = useStudio()
  const words = useWords()
  const [typed, setTyped] = useState<Readonly<Partial<Record<BenchmarkField, string>>>>({})
  const value = benchmarkValue(typed)
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (value === undefined) return
    edit([{ kind: 'insert', path, at: count, value }])
    setTyped({})
  }
  return (
    <details className="fold">
      <summary>{words.say('studio.benchmark.more')}</summary>
      <form className="new-figure" onSubmit={add}>
        {BENCHMARK_FIELDS.map((name) => (
          <Line key={name} label={words.say(`studio.benchmark.${name}`)}>
            <input
              className="typed"
              type={name === 'date' ? 'date' : 'text'}
              aria-label={words.say('studio.benchmark.new', { field: words.say(`studio.benchmark.${name}`) })}
              value={typed[name] ?? ''}
              onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
            />
          </Line>
        ))}
        <button type="submit" className="button small" disabled={value === undefined}>
          {words.say('studio.benchmark.add')}
        </button>
      </form>
    </details>
  )
}

function readText(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed.trim()
}
