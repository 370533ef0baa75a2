import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MUTATION_PARTS } from './mutation-parts.ts'
import { ROOT } from './run-command.ts'

describe.each([...MUTATION_PARTS])('the part “%s” of mutation testing', (_name, { mutate, leave = [], tests }) => {
  it.each([...mutate, ...leave, ...tests])('finds files by %s', (pattern) => {
    expect(globSync(pattern, { cwd: ROOT })).not.toEqual([])
  })
})
