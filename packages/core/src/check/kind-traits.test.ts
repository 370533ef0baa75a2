import { describe, expect, it } from 'vitest'
import { CLAUSE_KINDS, type ClauseKind } from '../charter/index.ts'
import { KIND_TRAITS } from './kind-traits.ts'

describe('a kind of clause', () => {
  it.each<[ClauseKind, told: boolean, serves: boolean]>([
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
  ])('%s: tells customers what they get: %s; is asked for its objective: %s', (kind, isTold, serves) => {
    expect(KIND_TRAITS[kind]).toEqual({ isTold, serves })
  })

  it('is known whichever it is', () => {
    expect(Object.keys(KIND_TRAITS).toSorted()).toEqual(CLAUSE_KINDS.toSorted())
  })
})
