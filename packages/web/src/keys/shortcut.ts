/** What a key press means as a shortcut of the desk. */
export interface Press {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  readonly isAltGraph: boolean
}

/**
 * The name of the key pressed: `j`, `Shift+A`, `Ctrl+Enter`, `?`; undefined where it is none of ours. On a keyboard of
 * another script the key is named by where it stands (an Arabic keyboard gives ت for J). Ctrl with Alt is AltGr on many
 * keyboards, with which people write letters: it is never a shortcut. Cmd counts as Ctrl.
 */
export function shortcutOf(press: Press & { readonly shiftKey: boolean }): string | undefined {
  if (press.isComposing || press.altKey || press.isAltGraph) return undefined
  const key = nameOf(press)
  if (key === undefined) return undefined
  const ctrl = press.ctrlKey || press.metaKey ? 'Ctrl+' : ''
  // The sign `?` needs Shift on most keyboards, and is named by itself.
  const shift = press.shiftKey && (key.length > 1 || /^[a-z]$/.test(key)) ? 'Shift+' : ''
  return `${ctrl}${shift}${shift !== '' && key.length === 1 ? key.toUpperCase() : key}`
}

function nameOf({ key, code }: Press): string | undefined {
  if (key.length > 1) return key === 'Dead' || key === 'Process' || key === 'Unidentified' ? undefined : key
  if (/^[ -~]$/.test(key)) return key.toLowerCase()
  // `؟` stands on its own on Arabic keyboards, and is the same question.
  if (key === '؟') return '?'
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1]
  return letter?.toLowerCase() ?? (code === 'Slash' ? '/' : undefined)
}
