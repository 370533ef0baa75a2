import { describe, expect, it } from 'vitest'
import { CLAUSE_KINDS, type ClauseKind, isPlainKind } from '../../charter/index.ts'
import { traitsOf } from './kind-traits.ts'

describe('a kind of clause', () => {
  const traits: [ClauseKind, told: boolean, serves: boolean][] = [
    ['objective', false, false],
    ['promise', true, true],
    ['crisis', false, false],
    ['escalation', false, false],
    ['remedy', true, true],
    ['channel', true, true],
    ['authority', false, false],
    ['procedure', false, true],
    ['routing', false, false],
    ['agreement', false, false],
  ]
  /** What the files of kinds declare themselves is taken from there. */
  const declared: typeof traits = [
    ['exclusion', true, false],
    ['value', false, false],
  ]

  it.each([...traits, ...declared])(
    '%s: tells customers what they get: %s; is asked for its objective: %s',
    (kind, isTold, serves) => {
      expect(traitsOf(kind)).toMatchObject({ isTold, serves })
    },
  )

  it('is known whichever it is', () => {
    const known = [...traits.map(([kind]) => kind), ...CLAUSE_KINDS.filter((kind) => isPlainKind(kind))]
    expect(known.toSorted()).toEqual(CLAUSE_KINDS.toSorted())
  })
})
