import { useEffect, useEffectEvent } from 'react'
import { shortcutOf } from './shortcut.ts'
import { shortcutsAreOn } from './shortcuts-setting.page.ts'

/** What a key does; `false`: nothing here, so that the browser does what it does. */
export type Shortcuts = Readonly<Record<string, (() => unknown) | undefined>>

/** Works while somebody writes, too. */
const WHILE_WRITING = new Set(['Ctrl+Enter', 'Ctrl+Shift+Enter'])

/** Binds keys while the component is on the screen. Single keys are silent where text is written or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const name = shortcutOf({
      key: event.key,
      code: event.code,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
      isComposing: event.isComposing,
      isAltGraph: event.getModifierState('AltGraph'),
    })
    const act = name === undefined ? undefined : shortcuts[name]
    if (name === undefined || act === undefined) return
    if (!WHILE_WRITING.has(name) && (!shortcutsAreOn() || isBusy(event.target))) return
    if (act() !== false) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], dialog[open], [role="listbox"]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}
