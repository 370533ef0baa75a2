import { describe, expect, it } from 'vitest'
import { charterOf } from '../../test/check/charter-texts.ts'
import { readHolders } from './read-holders.ts'

const { document } = charterOf('positions: [agent, lead, head, board]\n')

describe('who holds which position', () => {
  it('is a list of people, one of them, their number, or nobody', () => {
    const { holders, findings } = readHolders('agent: [Anna, Marek]\nlead: Lea\nhead: 0\nboard:\n', document)
    expect(findings).toEqual([])
    expect(Object.fromEntries(holders ?? [])).toEqual({ agent: 2, lead: 1, head: 0, board: 0 })
    expect(readHolders('{"agent": 3}', document).holders?.get('agent')).toBe(3)
  })

  it.each([
    ['laed: Lea', '1:1 unknown-position', 'did you mean “lead”?'],
    ['- agent', '1:1 wrong-shape', 'expected a map'],
    ['agent: { Anna: yes }', '1:8 wrong-shape', 'expected names'],
    ['agent: -1', '1:8 wrong-shape', 'expected names'],
    ['agent: [', '1:9 not-readable', ''],
  ])('is refused as %s', (text, place, words) => {
    const { holders, findings } = readHolders(text, document)
    expect(holders).toBeUndefined()
    const [finding] = findings
    expect(`${finding?.line}:${finding?.column} ${finding?.code}`).toBe(place)
    expect(finding?.message).toContain(words)
  })
})
