import { describe, expect, it } from 'vitest'
import { FILE_LIMITS, faultOfFile, faultOfFiles } from './file-limits.ts'

describe('the limits of files', () => {
  it('leave a mail with as much as may be under the 20 MB that common servers take', () => {
    const encoded = Math.ceil((FILE_LIMITS.together * 78) / 57)
    expect(encoded).toBeLessThan(19_500_000)
    expect(FILE_LIMITS.each).toBeLessThanOrEqual(FILE_LIMITS.together)
  })

  it.each([
    ['invoice.pdf', 10, undefined],
    ['Απόδειξη.pdf', FILE_LIMITS.each, undefined],
    ['README', 1, undefined],
    ['.profile', 1, undefined],
    ['invoice.pdf', 0, 'empty'],
    ['film.mp4', FILE_LIMITS.each + 1, 'large'],
    ['setup.exe', 10, 'kind'],
    ['invoice.pdf.EXE', 10, 'kind'],
    ['run.js', 10, 'kind'],
    ['run.exe. . ', 10, 'kind'],
    ['run.e\u200bxe', 10, 'kind'],
    ['run.exe\u202e', 10, 'kind'],
    ['exe', 10, undefined],
    ['about.exercises.txt', 10, undefined],
  ] as const)('%s of %i bytes: %s', (name, size, fault) => {
    expect(faultOfFile({ name, size })).toBe(fault)
  })

  it('count all files of a message', () => {
    const files = (n: number, size: number) => Array.from({ length: n }, () => ({ size }))
    expect(faultOfFiles([])).toBeUndefined()
    expect(faultOfFiles(files(FILE_LIMITS.most, 1))).toBeUndefined()
    expect(faultOfFiles(files(FILE_LIMITS.most + 1, 1))).toBe('many')
    expect(faultOfFiles(files(2, FILE_LIMITS.together / 2))).toBeUndefined()
    expect(faultOfFiles(files(2, FILE_LIMITS.together / 2 + 1))).toBe('large')
  })
})
