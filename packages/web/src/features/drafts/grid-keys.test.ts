import { expect, test } from 'vitest'
import { gridDeed } from './grid-keys.ts'

const press = (key: string, held: Partial<Parameters<typeof gridDeed>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...held,
})
const AT = { row: 1, column: 1 }
const SIZE = { row: 3, column: 3 }

test.each([
  ['down', press('ArrowDown'), { kind: 'go', to: { row: 2, column: 1 } }],
  ['right', press('ArrowRight'), { kind: 'go', to: { row: 1, column: 2 } }],
  ['Enter begins to type', press('Enter'), { kind: 'type', begin: undefined }],
  ['a letter replaces', press('ش'), { kind: 'type', begin: 'ش' }],
  ['Delete clears', press('Delete'), { kind: 'clear' }],
  ['Alt+Up moves the row', press('ArrowUp', { altKey: true }), { kind: 'move row', to: 0 }],
  ['Ctrl+Enter adds a row', press('Enter', { ctrlKey: true }), { kind: 'add row', at: 2 }],
  ['Ctrl+Delete removes it', press('Delete', { ctrlKey: true }), { kind: 'remove row' }],
  ['Tab leaves', press('Tab'), undefined],
  ['AltGr writes letters', press('ą', { altKey: true, ctrlKey: true }), undefined],
  ['an input method writes', press('a', { isComposing: true }), undefined],
])('%s', (_, given, deed) => {
  expect(gridDeed(given, AT, SIZE, false)).toEqual(deed)
})

test('left and right change places where the page runs from right to left', () => {
  expect(gridDeed(press('ArrowRight'), AT, SIZE, true)).toEqual({ kind: 'go', to: { row: 1, column: 0 } })
})

test('the edges hold', () => {
  expect(gridDeed(press('ArrowUp'), { row: 0, column: 0 }, SIZE, false)).toEqual({
    kind: 'go',
    to: { row: 0, column: 0 },
  })
  expect(gridDeed(press('ArrowUp', { altKey: true }), { row: 0, column: 0 }, SIZE, false)).toBeUndefined()
})
