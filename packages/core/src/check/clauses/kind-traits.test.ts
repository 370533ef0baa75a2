import { describe, expect, it } from 'vitest'
import { CLAUSE_KINDS, type ClauseKind } from '../../charter/index.ts'
import { traitsOf } from './kind-traits.ts'

describe('a kind of clause', () => {
  const traits: [ClauseKind, told: boolean, serves: boolean][] = [
    ['definition', false, false],
    ['value', false, false],
    ['objective', false, false],
    ['promise', true, true],
    ['crisis', false, false],
    ['escalation', false, false],
    ['remedy', true, true],
    ['exclusion', true, false],
    ['channel', true, true],
    ['authority', false, false],
    ['procedure', false, true],
    ['routing', false, false],
    ['agreement', false, false],
    ['tone', false, false],
  ]

  it.each(traits)('%s: tells customers what they get: %s; is asked for its objective: %s', (kind, isTold, serves) => {
    expect(traitsOf(kind)).toMatchObject({ isTold, serves })
  })

  it('is known whichever it is', () => {
    expect(traits.map(([kind]) => kind).toSorted()).toEqual(CLAUSE_KINDS.toSorted())
  })
})
