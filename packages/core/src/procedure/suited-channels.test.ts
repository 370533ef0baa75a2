import { describe, expect, it } from 'vitest'
import { HEAD } from '../../test/charter-fixtures.ts'
import { compileDraft, readCharter } from '../charter/index.ts'
import type { FactValue } from '../ticket/index.ts'
import { factsAtHand } from './facts-at-hand.ts'
import { suitedChannels } from './suited-channels.ts'

const NOW = Date.parse('2026-11-23T10:00:00Z')
const CHARTER = `${HEAD}promises: [ { id: P1, clock: resolution, table: [ { target: 14 days } ] } ]
channels:
  - { id: C1, channel: email, state: open, best for: [ { tier: [free, standard], price: "< 100 EUR" }, { users: "> 50" } ] }
  - { id: C2, channel: chat, state: open, best for: [ { tier: gold } ] }
  - { id: C3, channel: phone, state: planned, best for: [ { tier: gold } ] }
  - { id: C4, channel: phone, state: open }
`

const { document, data, findings } = readCharter(CHARTER)
if (document === undefined) throw new Error(findings[0]?.message)
const charter = compileDraft({ document, data }, { asOf: NOW, zoneData: 'test' })

function suited(facts: Readonly<Record<string, FactValue>>): readonly string[] {
  const created = { ticket: 't', type: 'ticket.created', at: NOW, recorded: NOW, by: 'customer', facts } as const
  return suitedChannels(charter.document, factsAtHand(charter, [created], NOW)).map(({ id }) => id)
}

describe('the channels that suit a case best', () => {
  it.each([
    [{ tier: 'free', price: '99.99 EUR' }, ['C1']],
    [{ tier: 'free', price: '100 EUR' }, []],
    [{ tier: 'gold' }, ['C2']],
    [{ tier: 'gold', users: 51 }, ['C1', 'C2']],
    // What is not known is not guessed.
    [{ tier: 'free' }, []],
    [{}, []],
  ])('of %j are %j', (facts, wanted) => {
    expect(suited(facts)).toEqual(wanted)
  })
})
