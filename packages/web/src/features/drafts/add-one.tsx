import { useStudio } from './studio-context.tsx'

/** One more of what is not there yet, by its name: a condition, a limit, a measure. */
export function AddOne(props: {
  readonly label: string
  /** What it says in the sentence; the label where left out. */
  readonly shown?: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onAdd: (value: string) => void
}) {
  const { label, shown = label, options, onAdd } = props
  const { mayWrite } = useStudio()
  if (!mayWrite || options.length === 0) return null
  return (
    <select
      className="typed add"
      aria-label={label}
      value=""
      onChange={({ currentTarget }) => onAdd(currentTarget.value)}
    >
      <option value="">{shown}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  )
}
