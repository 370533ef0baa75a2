import { editText, type SourceEdit } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { addOne, manyOf, pathOfOne, removeOne } from './list-edits.ts'

const after = (text: string, edits: readonly SourceEdit[]) => editText(text, edits)?.text
const path = ['measured']

describe('one value or a list of them', () => {
  it('becomes a list when there is one more, and keeps what stood there', () => {
    expect(after('measured: each\n', addOne('each', path, { share: '95% a month' }))).toBe(
      'measured:\n  - each\n  - { share: 95% a month }\n',
    )
    expect(after('measured: [each] # why\n', addOne(['each'], path, 'once'))).toBe('measured: [each, once] # why\n')
    expect(after('id: P1\n', addOne(undefined, path, 'each'))).toBe('id: P1\nmeasured: [each]\n')
  })

  it('goes with its field when the last goes', () => {
    expect(after('id: P1\nmeasured: [each]\n', removeOne(['each'], path, 0))).toBe('id: P1\n')
    expect(after('id: P1\nmeasured: each\n', removeOne('each', path, 0))).toBe('id: P1\n')
    expect(after('measured: [each, once]\n', removeOne(['each', 'once'], path, 0))).toBe('measured: [once]\n')
  })

  it('is found by its place where there are several', () => {
    expect(manyOf('each')).toEqual(['each'])
    expect(manyOf(undefined)).toEqual([])
    expect(pathOfOne('each', path, 0)).toEqual(['measured'])
    expect(pathOfOne(['each'], path, 0)).toEqual(['measured', 0])
  })
})
