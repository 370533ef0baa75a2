import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MUTATION_PARTS } from './mutation-parts.ts'
import { ROOT } from './run-command.ts'

describe.each([...MUTATION_PARTS])('the part “%s” of mutation testing', (_name, { mutate, tests }) => {
  it.each([...mutate, ...tests])('finds files by %s', (pattern) => {
    expect(globSync(pattern, { cwd: ROOT })).not.toEqual([])
  })
})

it('every file of the checks belongs to one part', () => {
  const all = globSync('packages/core/src/check/**/*.ts', { cwd: ROOT }).filter(
    (file) => !/(\.test|\/index)\.ts$/.test(file),
  )
  const mutated = [...MUTATION_PARTS.values()].flatMap(({ mutate }) =>
    mutate.flatMap((pattern) => globSync(pattern, { cwd: ROOT }).filter((file) => all.includes(file))),
  )
  expect(mutated.toSorted()).toEqual(all.toSorted())
})
