import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../test/check/charter-texts.ts'
import { clausesOf } from './clause-texts.ts'
import { type CharterDirection, directionOf, MISSION, servedBy, serving } from './direction.ts'
import type { CharterDocument } from './document.ts'
import { readCharter } from './read-charter.ts'

const WHOLE = `${FACTS}mission: { en: Good bread. }
positions: [agent]
values:
  - { id: V1, says: { en: We are quick. }, shown by: [P1] }
  - { id: V2, says: { en: We are fair. } }
objectives:
  - { id: O1, value: V1, says: { en: Answers in time. }, measure: kept(P1), target: 95%, by: 2027-06-30 }
  - { id: O2, says: { en: Content customers. }, measure: satisfaction, target: 90%, by: 2027-06-30 }
promises:
  - { id: P1, clock: first-response, measured: [each, mean: "<= 3 h a month"], table: [{ target: 4 h of office }] }
  - { id: P2, clock: resolution, table: [{ target: 5 days }] }
  - { id: P3, objective: O2, clock: resolution, table: [{ target: 9 days }] }
remedies:
  - { id: R1, audience: staff, objective: O1, table: [{ price: "> 100 EUR", allow: none, tell: X1 }, { allow: [refund] }] }
exclusions:
  - { id: X1, says: { en: No cash. } }
authority:
  - { id: A1, position: agent, may: [refund], per ticket: 50 EUR }
escalation:
  - { id: E1, for: P1, steps: [{ at: 75%, tell: assignee }] }
procedures:
  - { id: D1, standards: [P1], steps: [{ decide: R1 }] }
`
const whole = directionOf(charterOf(WHOLE).document)
const told = (direction: CharterDirection) =>
  direction.traces.map(({ clause, objectives }) => `${clause}: ${objectives.join(', ')}`)

describe('what a charter is there for', () => {
  it('leads from the mission down to the measures, and back', () => {
    const up = (id: string) => servedBy(whole, id).map(({ above, kind }) => `${kind} ${above}`)
    expect(up('kept(P1)')).toEqual(['measure P1', 'measure O1'])
    expect(up('P1')).toEqual(['shows V1', 'standard D1'])
    expect(up('D1')).toEqual(['carries-out R1'])
    expect(up('R1')).toEqual(['objective O1'])
    expect(up('O1')).toEqual(['value V1'])
    expect(up('V1')).toEqual(['mission mission'])
    expect(up(MISSION)).toEqual([])
    expect(serving(whole, MISSION).map(({ below: id }) => id)).toEqual(['V1', 'V2'])
    expect(serving(whole, 'P1').map(({ below: id }) => id)).toEqual(['E1', 'kept(P1)', 'mean(P1)'])
    expect([...below(whole, 'D1')].toSorted()).toEqual(['E1', 'P1', 'kept(P1)', 'mean(P1)'])
  })

  it('traces a clause by what stands above it, and lists what serves no objective', () => {
    expect(told(whole)).toEqual(['P1: O1', 'P3: O2', 'R1: O1', 'X1: O1', 'A1: O1', 'E1: O1', 'D1: O1'])
    expect(whole.orphans).toEqual(['P2'])
  })

  it('gives each clause the value that its objective serves, and none where there is none', () => {
    const { pillars } = whole
    expect(pillars.get('O1')).toBe('V1')
    expect(pillars.get('E1')).toBe('V1')
    expect([pillars.get('O2'), pillars.get('P2'), pillars.get('P3')]).toEqual([undefined, undefined, undefined])
    expect(pillars.has('V1')).toBe(false)
  })

  it('is there without a mission, values or objectives: all clauses are orphans then', () => {
    const bare = directionOf(
      charterOf(`${FACTS}promises: [{ id: P1, clock: resolution, table: [{ target: 5 days }] }]\n`).document,
    )
    expect(bare.nodes).toEqual([
      { id: 'P1', kind: 'promise' },
      { id: 'kept(P1)', kind: 'measure' },
    ])
    expect(bare.orphans).toEqual(['P1'])
  })
})

const shipped = ['utility', 'retail-desk', 'telecom', 'retailer'].map((name) => {
  const text = readFileSync(new URL(`../../../../charters/${name}.yaml`, import.meta.url), 'utf8')
  const { document } = readCharter(text)
  if (document === undefined) throw new Error(name)
  return document
})

/** Everything below a node, however far. */
function below(direction: CharterDirection, id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [...serving(direction, id)]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next.below)) continue
    found.add(next.below)
    left.push(...serving(direction, next.below))
  }
  return found
}

/** A charter with its links drawn anew at random, and some of them gone. */
const documents = fc
  .tuple(fc.constantFrom(...shipped, charterOf(WHOLE).document), fc.infiniteStream(fc.nat()))
  .map(([document, chances]): CharterDocument => {
    const chance = () => chances.next().value ?? 0
    const one = (ids: readonly string[]) => (chance() % 3 === 0 ? undefined : ids[chance() % Math.max(1, ids.length)])
    const idsOf = (clauses: readonly { readonly id: string }[]) => clauses.map(({ id }) => id)
    const [values, objectives, promises] = [document.values, document.objectives, document.promises].map(idsOf)
    const served = <C extends { readonly objective?: string }>({ objective: _, ...clause }: C) => {
      const objective = one(objectives ?? [])
      return objective === undefined ? clause : { ...clause, objective }
    }
    const all = idsOf(clausesOf(document))
    return {
      ...document,
      values: document.values.map((value) => ({ ...value, shownBy: all.filter(() => chance() % 4 === 0) })),
      objectives: document.objectives.map(({ value: _, ...objective }) => {
        const value = one(values ?? [])
        return value === undefined ? objective : { ...objective, value }
      }),
      promises: document.promises.map((clause) => served(clause)),
      remedies: document.remedies.map((clause) => served(clause)),
      procedures: document.procedures.map((clause) => ({
        ...served(clause),
        standards: (promises ?? []).filter(() => chance() % 3 === 0),
      })),
    }
  })

describe('of any charter', () => {
  it('what stands above and what stands below agree', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const direction = directionOf(document)
        const ids = direction.nodes.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) {
          for (const link of servedBy(direction, id)) expect(serving(direction, link.above)).toContain(link)
          for (const link of serving(direction, id)) expect(servedBy(direction, link.below)).toContain(link)
        }
        for (const { below, above } of direction.links) expect(ids).toEqual(expect.arrayContaining([below, above]))
      }),
      { numRuns: 40 },
    )
  })

  it('no link leads back: who walks down from a clause never comes to it again', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const direction = directionOf(document)
        for (const { id } of direction.nodes) expect(below(direction, id)).not.toContain(id)
      }),
      { numRuns: 40 },
    )
  })

  it('every clause but values and objectives is in the matrix or an orphan, and never both', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { traces, orphans, pillars } = directionOf(document)
        const clauses = clausesOf(document)
        const rows = clauses.filter(({ kind }) => kind !== 'value' && kind !== 'objective').map(({ id }) => id)
        expect([...traces.map(({ clause }) => clause), ...orphans].toSorted()).toEqual(rows.toSorted())
        for (const { objectives } of traces) expect(objectives.length).toBeGreaterThan(0)
        expect([...pillars.keys()].toSorted()).toEqual(
          clauses
            .filter(({ kind }) => kind !== 'value')
            .map(({ id }) => id)
            .toSorted(),
        )
      }),
      { numRuns: 40 },
    )
  })
})
