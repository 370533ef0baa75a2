import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { tableSubjects } from './table-subjects.ts'

const { document } = charterOf(`${FACTS}positions: [agent, lead]
exclusions:
  - { id: X1, says: { en: Not by phone. } }
  - { id: X2, says: { en: Not for that. } }
promises:
  - id: P1
    audience: public
    clock: first-response
    measured: [each]
    table:
      - { channel: chat, target: 60 min of office }
      - { channel: email, target: 1 h of office }
      - { channel: form, target: 1 h of office, audience: staff }
      - { target: 1 h of office, audience: lead }
remedies:
  - id: R1
    table:
      - { channel: phone, allow: none, tell: X1 }
      - { channel: chat, allow: none, tell: [X1, X2] }
      - { channel: form, allow: none }
      - { channel: email, allow: [refund, apology], up to: 10 EUR }
      - { allow: [refund], up to: price }
authority:
  - id: A1
    position: agent
    hit: unique
    when: { tier: gold }
    table:
      - { channel: chat, may: [refund], per ticket: 100 EUR, per day: 500.50 EUR }
      - { channel: not chat, may: [refund, apology], bend: 5 EUR a week }
`)
const [promise, remedy, authority, ...others] = tableSubjects(document)

describe('the tables of a charter', () => {
  it('are those of its promises, remedies and authority, each with its scope and policy', () => {
    expect(others).toEqual([])
    expect([promise, remedy, authority].map((one) => [one?.kind, one?.id, one?.source.hit, one?.place.line])).toEqual([
      ['promise', 'P1', 'first', 17],
      ['remedy', 'R1', 'first', 27],
      ['authority', 'A1', 'unique', 35],
    ])
    expect([...(authority?.source.when.keys() ?? [])]).toEqual(['tier'])
    expect(authority?.source.facts).toBe(document.facts)
    expect([promise, remedy, authority].map((one) => one?.source.rows.length)).toEqual([4, 5, 2])
  })

  it('hold for each row what it gives, alike where it is the same to everybody', () => {
    expect(promise?.rows.map(({ place, words }) => [place.line, words])).toEqual([
      [22, '60 min of office'],
      [23, '1 h of office'],
      [24, '1 h of office'],
      [25, '1 h of office'],
    ])
    const outcomes = promise?.rows.map(({ outcome }) => outcome) ?? []
    expect(outcomes.map((outcome) => outcomes.indexOf(outcome))).toEqual([0, 0, 2, 3])
  })

  it('R7: tell remedies that refuse for other reasons apart', () => {
    expect(remedy?.rows.map(({ words }) => words)).toEqual([
      'none',
      'none',
      'none',
      'refund, apology up to 10 EUR',
      'refund up to price',
    ])
    expect(new Set(remedy?.rows.map(({ outcome }) => outcome)).size).toBe(5)
  })

  it('tell what staff may decide, with its limits', () => {
    expect(authority?.rows.map(({ words, outcome }) => [words, outcome])).toEqual([
      ['refund; 100 EUR a ticket; 500.50 EUR a day', 'refund; 100 EUR a ticket; 500.50 EUR a day'],
      ['refund, apology; 5 EUR to bend a week', 'refund, apology; 5 EUR to bend a week'],
    ])
  })
})
