import { describe, expect, it } from 'vitest'
import { firstTab, readGrantState } from './grant-states.ts'

describe('the list of remedies', () => {
  it('opens at the first tab that has something, in the order of the tabs', () => {
    expect(firstTab({ asked: 0, granted: 3, done: 9, refused: 1, withdrawn: 2 })).toBe('granted')
    expect(firstTab({ asked: 1, granted: 3, done: 9, refused: 1, withdrawn: 2 })).toBe('asked')
    expect(firstTab({ asked: 0, exceptions: 2 })).toBe('exceptions')
    expect(firstTab({ asked: 0, granted: 0, done: 0, refused: 0, withdrawn: 2 })).toBe('asked')
  })

  it('stays at the tab that the address names', () => {
    expect(readGrantState({ state: 'refused' })).toEqual({ state: 'refused' })
    expect(readGrantState({ state: 'exceptions' })).toEqual({ state: 'exceptions' })
    expect(readGrantState({ state: 'withdrawn' })).toEqual({})
  })
})
