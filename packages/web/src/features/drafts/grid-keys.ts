/** What a key does in a table that is edited like a spreadsheet. */
export interface Cell {
  readonly row: number
  readonly column: number
}

export type GridDeed =
  | { readonly kind: 'go'; readonly to: Cell }
  | { readonly kind: 'type'; readonly begin: string | undefined }
  | { readonly kind: 'clear' }
  | { readonly kind: 'move row'; readonly to: number }
  | { readonly kind: 'add row'; readonly at: number }
  | { readonly kind: 'remove row' }

interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

/** Undefined where the key is none of the table’s. `turned`: the page runs from right to left. */
export function gridDeed(press: Press, at: Cell, size: Cell, turned: boolean): GridDeed | undefined {
  const { key, altKey } = press
  const isHeld = press.ctrlKey || press.metaKey
  if (press.isComposing) return undefined
  const go = (row: number, column: number): GridDeed => ({
    kind: 'go',
    to: { row: within(row, size.row), column: within(column, size.column) },
  })
  const ahead = turned ? -1 : 1
  if (altKey && !isHeld) {
    const to = key === 'ArrowUp' ? at.row - 1 : key === 'ArrowDown' ? at.row + 1 : -1
    return to >= 0 && to < size.row ? { kind: 'move row', to } : undefined
  }
  if (isHeld) {
    if (key === 'Enter') return { kind: 'add row', at: at.row + 1 }
    if (key === 'Delete' || key === 'Backspace') return { kind: 'remove row' }
    if (key === 'Home') return go(0, 0)
    return key === 'End' ? go(size.row - 1, size.column - 1) : undefined
  }
  switch (key) {
    case 'ArrowUp':
      return go(at.row - 1, at.column)
    case 'ArrowDown':
      return go(at.row + 1, at.column)
    case 'ArrowLeft':
      return go(at.row, at.column - ahead)
    case 'ArrowRight':
      return go(at.row, at.column + ahead)
    case 'Home':
      return go(at.row, 0)
    case 'End':
      return go(at.row, size.column - 1)
    case 'Enter':
    case 'F2':
      return { kind: 'type', begin: undefined }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    default:
      return [...key].length === 1 ? { kind: 'type', begin: key } : undefined
  }
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1))
}
