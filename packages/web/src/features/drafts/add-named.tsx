import { type ReactNode, useState } from 'react'
import { useStudio } from './studio-context.tsx'

/** A name of the charter’s own: a letter, then letters, digits, `_` and `-`. */
export const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/

/** Adds something that the charter gives a name: a position, a fact, an event, a language. */
export function AddNamed(props: {
  readonly label: string
  readonly add: string
  readonly form?: RegExp
  /** Names that are given already. */
  readonly taken: readonly string[]
  readonly onAdd: (name: string) => void
  /** What else is to be chosen. */
  readonly children?: ReactNode
}) {
  const { label, add, form = NAME, taken, onAdd, children } = props
  const { mayWrite } = useStudio()
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const isName = form.test(name) && !taken.includes(name)
  if (!mayWrite) return null
  return (
    <form
      className="add-date"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isName) return
        onAdd(name)
        setTyped('')
      }}
    >
      <input
        // Names run from left to right; what is asked for runs as the page does.
        className={typed === '' ? 'typed' : 'typed ltr'}
        aria-label={label}
        placeholder={label}
        size={label.length}
        value={typed}
        aria-invalid={(name !== '' && !isName) || undefined}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {children}
      <button type="submit" className="button small" disabled={!isName}>
        {add}
      </button>
    </form>
  )
}
