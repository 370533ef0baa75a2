import { withoutTurning } from '../../messages/isolates.ts'

/** A person in a circle: the first letters of two of their names; Arabic names are written with one, which does not join. */
export function Avatar({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  return (
    <span className={large ? 'avatar large' : 'avatar'} aria-hidden="true" title={name}>
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const parts = withoutTurning(name).split(/\s+/).filter(Boolean)
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => [...(part ?? '')][0] ?? '')
  return /\p{Script=Arabic}/u.test(letters[0] ?? '') ? (letters[0] ?? '') : letters.join('')
}
