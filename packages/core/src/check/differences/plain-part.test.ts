import { describe, expect, it } from 'vitest'
import { overallChange } from './difference.ts'
import { saysSides } from './difference-forms.ts'
import { marked } from './marked-parts.ts'
import { listed, listParts, plainPart } from './plain-part.ts'

const says = saysSides('zone', {}, 'a', 'b')

describe('a plain value that changed', () => {
  it('is told with both sides, “none” for an empty one', () => {
    expect(plainPart('zone', 'a', 'b', says)).toEqual([
      { about: 'zone', change: 'changed', text: 'zone changed: a → b', says, old: 'a', new: 'b' },
    ])
    expect(plainPart('zone', '', 'b', says)).toEqual([
      { about: 'zone', change: 'changed', text: 'zone changed: none → b', says, old: 'none', new: 'b' },
    ])
    expect(plainPart('zone', 'a', '', says)).toMatchObject([{ text: 'zone changed: a → none', old: 'a', new: 'none' }])
  })

  it('is no news where it is the same', () => {
    expect(plainPart('zone', 'a', 'a', says)).toEqual([])
    expect(plainPart('zone', '', '', says)).toEqual([])
  })
})

describe('a list that changed', () => {
  it('is told by what was added and what was taken out, whatever the order', () => {
    expect(listParts('approvers', ['a', 'b', 'c'], ['d', 'c', 'e'])).toEqual([
      {
        about: 'approvers',
        change: 'added',
        text: 'approvers added: d, e',
        says: { form: 'approvers.added', data: { names: ['d', 'e'] } },
        new: 'd, e',
      },
      {
        about: 'approvers',
        change: 'removed',
        text: 'approvers removed: a, b',
        says: { form: 'approvers.removed', data: { names: ['a', 'b'] } },
        old: 'a, b',
      },
    ])
    expect(listParts('approvers', ['a', 'b'], ['b', 'a'])).toEqual([])
  })

  it('is nothing where it is empty', () => {
    expect(listed([])).toBeNull()
    expect(listed(['a'])).toEqual(['a'])
  })
})

describe('parts that mean something to customers', () => {
  it('D1: say so, and are as they were where they mean nothing', () => {
    const parts = plainPart('zone', 'a', 'b', says)
    expect(marked(parts, 'less')).toEqual([{ ...parts[0], customers: 'less' }])
    expect(marked(parts, undefined)[0]).toBe(parts[0])
  })
})

describe('the parts of a clause together', () => {
  const part = (about: string, change: 'stricter' | 'looser' | 'changed') => ({ about, change, text: '', says })

  it('are stricter or looser where all are, for promises and remedies', () => {
    for (const kind of ['promise', 'remedy'] as const) {
      expect(overallChange(kind, [])).toBe('same')
      expect(overallChange(kind, [part('rows', 'looser'), part('pauses', 'looser')])).toBe('looser')
      expect(overallChange(kind, [part('rows', 'looser'), part('pauses', 'stricter')])).toBe('changed')
      expect(overallChange(kind, [part('rows', 'looser'), part('clock', 'changed')])).toBe('changed')
    }
    expect(overallChange('authority', [part('rows', 'looser')])).toBe('changed')
  })

  it.each(['wording', 'measured', 'audience', 'owner', 'objective', 'review', 'stance'])(
    'are not made stricter or looser by %s',
    (about) => {
      expect(overallChange('promise', [part('rows', 'stricter'), part(about, 'changed')])).toBe('stricter')
      expect(overallChange('promise', [part(about, 'changed')])).toBe('changed')
    },
  )
})
