import { X } from 'lucide-react'
import { useStudio } from './studio-context.tsx'

/** Takes one of several away. */
export function RemoveButton({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const { mayWrite } = useStudio()
  if (!mayWrite) return null
  return (
    <button type="button" className="remove-one" aria-label={label} title={label} onClick={onRemove}>
      <X aria-hidden="true" size={14} />
    </button>
  )
}
