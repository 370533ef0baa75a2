import type { EditPath } from '@avow/core'
import { AddOne } from './add-one.tsx'
import { firstCondition } from './cell-form.ts'
import type { Fact, Fields } from './charter-data.ts'
import { useStudio } from './studio-context.tsx'

/** A condition on a fact that a row, or a scope, does not speak of yet. */
export function AddCondition(props: {
  readonly path: EditPath
  readonly row: Fields
  /** What may be spoken of; every fact where left out. */
  readonly facts?: readonly Fact[]
  readonly label: string
  readonly shown: string
}) {
  const { path, row, label, shown } = props
  const { facts, of, edit } = useStudio()
  const unused = (props.facts ?? facts).filter(({ name }) => !Object.hasOwn(row, name))
  return (
    <AddOne
      label={label}
      shown={shown}
      options={unused.map(({ name }) => [name, of.fact(name)])}
      onAdd={(name) => {
        const fact = unused.find((one) => one.name === name)
        if (fact !== undefined) edit([{ kind: 'set', path: [...path, name], value: firstCondition(fact) }])
      }}
    />
  )
}
