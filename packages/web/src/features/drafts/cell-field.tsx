import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { type CellForm, cellForm, cellValue } from './cell-form.ts'
import { cellWords } from './cell-words.ts'
import type { Fact } from './charter-data.ts'
import { Popover } from './popover.tsx'
import { useStudio } from './studio-context.tsx'
import { TypedField, useFaulty } from './typed-field.tsx'

/** One condition in a sentence: its words, and a box to change it by. */
export function CellField({
  path,
  fact,
  value,
  without = path,
}: {
  readonly path: EditPath
  readonly fact: Fact | undefined
  readonly value: unknown
  /** What goes with the condition where it is the only one. */
  readonly without?: EditPath | undefined
}) {
  const { of, edit, mayWrite } = useStudio()
  const words = useWords()
  const name = String(path.at(-1))
  const shown = cellWords(name, value, of, words)
  const isFaulty = useFaulty(path)
  return (
    <Popover
      label={words.say('studio.cell.label', { fact: of.fact(name), value: shown })}
      shown={<bdi>{shown}</bdi>}
      isFaulty={isFaulty}
      isDisabled={!mayWrite}
    >
      {fact !== undefined && fact.values.length > 0 ? (
        <ValuesField path={path} fact={fact} form={cellForm(value)} />
      ) : (
        <div className="field">
          <span>{of.fact(name)}</span>
          <TypedField path={path} label={of.fact(name)} />
          <span className="hint">{words.say('studio.cell.hint')}</span>
        </div>
      )}
      <button type="button" className="button small plain" onClick={() => edit([{ kind: 'remove', path: without }])}>
        {words.say('studio.cell.remove')}
      </button>
    </Popover>
  )
}

const KINDS = ['values', 'not', 'at least', 'under'] as const
type Kind = (typeof KINDS)[number]

/** Which values of a fact meet a condition. */
export function ValuesField({
  path,
  fact,
  form,
}: {
  readonly path: EditPath
  readonly fact: Fact
  readonly form: CellForm
}) {
  const { of, edit } = useStudio()
  const words = useWords()
  const write = (next: CellForm): void => edit([{ kind: 'set', path, value: cellValue(next) }])
  const kind: Kind = KINDS.find((one) => one === form.kind) ?? 'values'
  const chosen = form.kind === 'values' || form.kind === 'not' ? form.values : 'value' in form ? [form.value] : []
  const first = chosen[0] ?? fact.values[0] ?? ''
  const choose = (next: Kind): void =>
    write(
      next === 'values' || next === 'not'
        ? { kind: next, values: chosen.length > 0 ? chosen : [first] }
        : { kind: next, value: first },
    )
  const options = kind === 'values' ? [...fact.values, 'unknown'] : fact.values
  const isMany = kind === 'values' || kind === 'not'
  return (
    <>
      <div className="choice" role="radiogroup" aria-label={of.fact(fact.name)}>
        {KINDS.filter((one) => fact.isOrdered || one === 'values' || one === 'not').map((one) => (
          <label key={one}>
            <input type="radio" name={`kind ${path.join('/')}`} checked={kind === one} onChange={() => choose(one)} />
            {words.say(`studio.kind.${one === 'at least' ? 'at-least' : one}`)}
          </label>
        ))}
      </div>
      <div className="options">
        {options.map((value) => (
          <label key={value} className="check">
            <input
              type={isMany ? 'checkbox' : 'radio'}
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) => {
                if (!isMany) return write({ kind, value })
                const values = currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value)
                if (values.length > 0) write({ kind, values })
              }}
            />
            <bdi>{value === 'unknown' ? words.say('unknown') : of.factValue(fact.name, value)}</bdi>
          </label>
        ))}
      </div>
    </>
  )
}
