import { expect, test } from 'vitest'
import { shortcutOf } from './shortcut.ts'

const press = (key: string, code: string, held: Partial<Parameters<typeof shortcutOf>[0]> = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  isAltGraph: false,
  ...held,
})

test.each([
  ['j on a Latin keyboard', press('j', 'KeyJ'), 'j'],
  ['J held with caps lock', press('J', 'KeyJ'), 'j'],
  ['the J key of an Arabic keyboard', press('ت', 'KeyJ'), 'j'],
  ['the J key of a Greek keyboard', press('ξ', 'KeyJ'), 'j'],
  ['j of Dvorak, which stands at C', press('j', 'KeyC'), 'j'],
  ['Shift+A', press('A', 'KeyA', { shiftKey: true }), 'Shift+A'],
  ['the question mark', press('?', 'Slash', { shiftKey: true }), '?'],
  ['the Arabic question mark', press('؟', 'Slash', { shiftKey: true }), '?'],
  ['Ctrl+Enter', press('Enter', 'Enter', { ctrlKey: true }), 'Ctrl+Enter'],
  ['Cmd+Enter', press('Enter', 'Enter', { metaKey: true }), 'Ctrl+Enter'],
  ['ś of a Polish keyboard', press('ś', 'KeyS', { ctrlKey: true, altKey: true }), undefined],
  ['AltGr alone', press('ą', 'KeyA', { isAltGraph: true }), undefined],
  ['a key within an input method', press('j', 'KeyJ', { isComposing: true }), undefined],
  ['a dead key', press('Dead', 'BracketLeft'), undefined],
])('%s', (_, given, named) => {
  expect(shortcutOf(given)).toBe(named)
})
