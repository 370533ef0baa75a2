const NAME = 'avow.shortcuts'

/** Whether single keys act; switched off in the settings by those whose device writes them by itself. */
export function shortcutsAreOn(): boolean {
  return localStorage.getItem(NAME) !== 'off'
}

export function switchShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, 'off')
}
