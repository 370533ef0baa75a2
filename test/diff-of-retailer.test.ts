import { type ClauseDifference, decide, diffCharters, differenceSentences, readEvent } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { AS_OF, goodCharters, openCharter } from './charter-files.ts'

const old = openCharter('charters/retailer.yaml').charter
const next = openCharter('test/fixtures/retailer-next.yaml').charter

function changesOf(differences: readonly ClauseDifference[]): Record<string, string> {
  return Object.fromEntries(differences.map(({ kind, id, change }) => [`${kind} ${id}`, change]))
}

describe('the retailer beside its next version', () => {
  const differences = diffCharters(old, next, AS_OF)

  it('is told clause by clause', () => {
    expect(changesOf(differences)).toEqual({
      'promise P1': 'changed',
      'promise P2': 'looser',
      'promise P3': 'stricter',
      'promise P4': 'looser',
      'promise P5': 'same',
      'promise P6': 'removed',
      'promise P7': 'added',
      'escalation E1': 'changed',
      'escalation E2': 'same',
      'remedy R1': 'changed',
      'remedy R2': 'stricter',
      'procedure D1': 'changed',
      'authority A1': 'same',
      'authority A2': 'changed',
      'authority A3': 'same',
      'charter charter': 'changed',
    })
  })

  it('says for whom', () => {
    expect(differences.filter(({ kind }) => kind === 'promise').flatMap(differenceSentences)).toEqual([
      'P1: stricter for channel email, tier gold: 1 h of office → 30 min of office',
      'P1: looser for channel email, tier other than gold; or channel form: 4 h of office → 6 h of office',
      'P1: looser for channel letter: 8 h of office → 16 h of office',
      'P2: looser for tier gold: 4 h of office → 8 h of office',
      'P3: stricter for reason change-of-mind, question, other or unknown: 15 working days of office → 10 working days of office',
      'P4: looser for every ticket: 7 working days of office → 9 working days of office',
      'P5: same',
      'P7: added: resolution for tier gold, reason question within 2 working days of office',
      'P6: removed: update-every for reason damaged, late, wrong-item within 24 h of office',
    ])
  })

  it('gives witnesses that the two versions judge as it says', () => {
    const witnesses = differences
      .filter(({ id }) => ['P1', 'P3'].includes(id))
      .flatMap(({ id, parts }) => parts.flatMap(({ witness }) => (witness === undefined ? [] : [{ id, witness }])))
    expect(witnesses).toHaveLength(4)
    for (const { id, witness } of witnesses) {
      const { at, ...facts } = witness.ticket
      const { event, problems } = readEvent({ ticket: 'w', type: 'ticket.created', at, facts })
      expect(problems).toEqual([])
      for (const [charter, told] of [
        [old, witness.old],
        [next, witness.new],
      ] as const) {
        const decision = decide(charter, event === undefined ? [] : [event], event?.at ?? Number.NaN)
        const commitment = decision.commitments.find(({ promise }) => promise === id)
        expect(commitment?.row).toBe(told.row)
        expect(new Date(commitment?.due ?? Number.NaN).toISOString()).toBe(told.due)
      }
    }
  })

  it('is turned round when the versions are', () => {
    const opposite = new Map([
      ['stricter', 'looser'],
      ['looser', 'stricter'],
      ['added', 'removed'],
      ['removed', 'added'],
    ])
    const turned = Object.entries(changesOf(differences)).map(([clause, change]) => [
      clause,
      opposite.get(change) ?? change,
    ])
    expect(changesOf(diffCharters(next, old, AS_OF))).toEqual(Object.fromEntries(turned))
  })

  it.each(goodCharters())('finds nothing between %s and itself', (name) => {
    const { charter } = openCharter(`charters/${name}`)
    expect(new Set(Object.values(changesOf(diffCharters(charter, charter, AS_OF))))).toEqual(new Set(['same']))
  })
})
