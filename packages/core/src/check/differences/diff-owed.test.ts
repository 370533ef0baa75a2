import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { ofNaming } from './diff-owed.ts'

/** A charter of the remedies R1 and R2, whose promises name these (or none) where they are broken. */
function naming(...named: readonly string[]) {
  const promises = named.map(
    (remedy, index) =>
      `  - { id: P${index}, audience: staff, clock: resolution, measured: [each], table: [ { target: 2 days } ]${remedy === '' ? '' : `, if broken: { remedy: ${remedy} }`} }\n`,
  )
  return charterOf(
    `promises:\n${promises.join('')}remedies:\n  - { id: R1, table: [ { allow: [refund] } ] }\n  - { id: R2, table: [ { allow: [refund] } ] }\n`,
  ).document
}

describe('a remedy that other promises name than before', () => {
  it.each<[old: string[], fresh: string[], get: string | undefined]>([
    // Named by none it is always granted.
    [['', ''], ['R1', ''], 'less'],
    [['R1', ''], ['', ''], 'more'],
    [['', ''], ['', ''], undefined],
    [['R1', ''], ['R1', 'R1'], 'more'],
    [['R1', 'R1'], ['R1', ''], 'less'],
    [['R1', ''], ['', 'R1'], 'both'],
    [['R1', 'R1'], ['R1', 'R1'], undefined],
    // Those that name another one say nothing of it.
    [['R2', ''], ['', 'R2'], undefined],
    [['R1', 'R2'], ['R1', ''], undefined],
  ])('D4: where promises named %j and now %j, customers get: %s', (old, fresh, get) => {
    expect(ofNaming('R1', naming(...old), naming(...fresh))).toBe(get)
  })

  it('D2: is told by itself where it is new or gone, and is nothing where there is none', () => {
    const [named, unnamed] = [naming('R1'), naming('')]
    const without = { ...unnamed, remedies: unnamed.remedies.filter(({ id }) => id !== 'R1') }
    expect(ofNaming('R1', without, named)).toBeUndefined()
    expect(ofNaming('R1', named, without)).toBeUndefined()
    expect(ofNaming(undefined, named, unnamed)).toBeUndefined()
  })
})
