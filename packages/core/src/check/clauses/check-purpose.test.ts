import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { checkPurpose } from './check-purpose.ts'

const findingsOf = (body: string) =>
  checkPurpose(charterOf(`${FACTS}positions: [agent, lead]\n${body}`).document).map(({ says }) => [
    says?.form,
    says?.data,
  ])
const PROMISE = 'promises: [ { id: P1, clock: resolution, table: [ { target: 9 days } ] } ]\n'
const SERVED =
  'objectives: [ { id: O1, says: { en: Fast }, measure: kept(P1), target: 9%, by: 2027-06-30 } ]\nprocedures: [ { id: D1, objective: O1, standards: P1, steps: [ { ask: photo } ] } ]\n'

describe('what clauses need of others', () => {
  it('is asked of no charter without objectives', () => {
    expect(findingsOf(PROMISE)).toEqual([])
  })

  it('is an objective, an owner and a review of each clause where there are objectives', () => {
    expect(findingsOf(PROMISE + SERVED)).toEqual([
      ['clause-unattended.owner', { clauses: ['P1', 'O1', 'D1'], count: 3 }],
      ['clause-unattended.objective', { clauses: ['P1'], count: 1 }],
      ['clause-unattended.review', { clauses: ['P1', 'O1', 'D1'], count: 3 }],
    ])
    const all = 'review: { every: 1 year }\npeople: { owner: lead, approvers: [lead] }\n'
    expect(findingsOf(all + PROMISE.replace('P1,', 'P1, objective: O1,') + SERVED)).toEqual([])
  })

  it('is a procedure of each objective, standards of each procedure, evidence of each public value', () => {
    const head = 'review: { every: 1 year }\npeople: { owner: lead, approvers: [lead] }\n'
    const body = `${PROMISE.replace('P1,', 'P1, objective: O1,')}${SERVED.replace('objective: O1, standards: P1,', 'objective: O1,')}values: [ { id: V1, audience: public, says: { en: Care } }, { id: V2, says: { en: Calm } } ]\n`
    expect(findingsOf(head + body)).toEqual([
      ['procedure-without-standard', { clause: 'D1' }],
      ['value-without-evidence', { clause: 'V1' }],
    ])
    expect(findingsOf(head + body.replace('objective: O1, steps', 'standards: P1, steps'))).toMatchObject([
      ['objective-without-procedure', { clause: 'O1' }],
      ['value-without-evidence', {}],
      ['clause-unattended.objective', { clauses: ['D1'] }],
    ])
  })

  it('is evidence that customers see: neither the value itself nor another one, nor what is for staff alone', () => {
    const shown = (by: string) =>
      findingsOf(
        `promises:
  - { id: P1, clock: resolution, table: [ { target: 9 days } ] }
  - { id: P2, clock: resolution, audience: public, table: [ { target: 9 days } ] }
  - { id: P3, clock: resolution, table: [ { audience: public, target: 9 days } ] }
escalation: [ { id: E1, for: P1, steps: [ { at: 75%, tell: lead } ] } ]
values: [ { id: V1, audience: public, says: { en: Care }, shown by: ${by} }, { id: V2, says: { en: Calm } } ]
`,
      ).map(([form]) => form)
    for (const by of ['V1', 'V2', 'P1', 'E1', '[V1, P1]']) expect(shown(by), by).toEqual(['value-without-evidence'])
    for (const by of ['P2', 'P3', '[V2, P2]']) expect(shown(by), by).toEqual([])
  })

  it('is somebody who may grant a remedy, where anybody may grant anything', () => {
    const remedies = 'remedies: [ { id: R1, table: [ { allow: [refund, repair], up to: price } ] } ]\n'
    expect(findingsOf(remedies)).toEqual([])
    expect(findingsOf(`${remedies}authority: [ { id: A1, position: agent, may: [refund] } ]\n`)).toEqual([
      ['remedy-without-authority', { row: 1, clause: 'R1', gives: 'refund, repair up to price', remedy: 'repair' }],
    ])
  })

  it('is all that a public promise owes its readers, told to how many of how many', () => {
    const head = 'review: { every: 1 year }\npeople: { owner: lead, approvers: [lead] }\n'
    const promise = (more: string, row = '') =>
      `${head}${SERVED}promises: [ { id: P1, audience: public, objective: O1, says: { en: Us }, clock: resolution, ${more}table: [ ${row}{ target: 9 days } ] } ]\n`
    expect(findingsOf(promise(''))).toEqual([
      [
        'promise-incomplete',
        {
          clause: 'P1',
          missing: ['conditions', 'limits', 'contact', 'complaints'],
          written: ['conditions: { en: … }', 'limits: { en: … }', 'contact: { en: … }', 'complaints: { en: … }'],
          there: 2,
          all: 6,
        },
      ],
    ])
    const both = 'contact: { en: Ring }, complaints: { en: Write }, '
    expect(findingsOf(promise(`conditions: { en: Name it }, ${both}`))).toEqual([])
    expect(findingsOf(promise(both, '{ tier: gold, target: 1 day }, '))).toEqual([])
    expect(findingsOf(promise('', '{ tier: gold, target: 1 day }, '))).toHaveLength(1)
    expect(
      findingsOf(`contact: { en: Ring }\ncomplaints: { en: Write }\n${promise('when: { tier: gold }, ')}`),
    ).toEqual([])
    expect(findingsOf(promise('').replace('audience: public', 'audience: staff'))).toEqual([])
  })
})
