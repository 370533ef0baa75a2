import { describe, expect, it } from 'vitest'
import { documentOf, HEAD } from '../../test/charter-fixtures.ts'
import { aimWithoutAsking, shareWithoutAsking } from './asked-share.ts'

describe('the share of remedies given without asking', () => {
  it('M15: is of those given, and none where nothing was given', () => {
    expect(shareWithoutAsking({ withoutAsking: 19, afterAsking: 1 })).toBe(95)
    expect(shareWithoutAsking({ withoutAsking: 0, afterAsking: 2 })).toBe(0)
    expect(shareWithoutAsking({ withoutAsking: 0, afterAsking: 0 })).toBeNull()
  })

  it('M15: is aimed at by the highest target of the objectives that go by it, else at 95 %', () => {
    const objective = (id: string, measure: string, target: string) =>
      `  - { id: ${id}, says: { en: Trust }, measure: ${measure}, target: ${target}, by: 2099-06-30 }`
    const aimOf = (...lines: string[]) => aimWithoutAsking(documentOf(`${HEAD}${lines.join('\n')}\n`).objectives)
    expect(aimOf()).toEqual({ percent: 95, objective: null })
    const others = objective('O1', 'satisfaction', '99%')
    expect(aimOf('objectives:', others)).toEqual({ percent: 95, objective: null })
    const [low, high] = [
      objective('O2', 'granted-without-asking', '80%'),
      objective('O3', 'granted-without-asking', '90%'),
    ]
    expect(aimOf('objectives:', others, low, high)).toEqual({ percent: 90, objective: 'O3' })
  })
})
