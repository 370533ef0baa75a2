import { describe, expect, it } from 'vitest'
import { charterOf } from '../../test/check/charter-texts.ts'
import { compileDraft, compileVersion, zonesOf } from './compile.ts'
import { PAUSE } from './compiled.ts'
import { readCharter } from './read-charter.ts'

const YEAR = 365.25 * 86_400_000
const AS_OF = Date.parse('2026-11-22T10:00:00Z')

const TEXT = `avow: 1
charter: test
languages: [en]
zone: Europe/Warsaw
facts:
  tier: { in order: [free, gold] }
positions: [agent]
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
  night: { zone: Asia/Tokyo, open: { mon-sun: 00:00-24:00 } }
no answer needed: [thanks]
promises:
  - { id: P1, clock: first-response, table: [ { tier: gold, target: 2 h of office }, { target: 2 working days of night } ] }
  - { id: P2, clock: next-response, pauses: on-hold, table: [ { target: 3 days } ] }
  - { id: P3, clock: update-every, pauses: [waiting-for-customer, on-hold], table: [ { target: 3 h of night } ] }
  - { id: P4, clock: resolution, table: [ { target: 3 days } ] }
  - { id: P5, clock: resolution, until: closed, pauses: [waiting-for-customer], table: [ { target: 3 days } ] }
remedies: [ { id: R1, table: [ { tier: gold, allow: [refund] } ] } ]
authority: [ { id: A1, position: agent, may: [refund] } ]
escalation:
  - { id: E1, for: P1, steps: [ { at: 75%, tell: agent }, { after: 2 h of office, tell: agent } ] }
  - { id: E2, when: { tier: gold }, steps: [ { tell: agent } ] }
`

const { document, data } = readCharter(TEXT)
if (document === undefined) throw new Error('the charter of this test cannot be read')
const source = { document, data }

describe('a compiled charter', () => {
  const charter = compileDraft(source, { asOf: AS_OF, zoneData: 'test' })

  it('has its clauses, each with its table, in the order written', () => {
    expect(charter.promises.map(({ id, clock, table }) => [id, clock.kind, table.hit])).toEqual([
      ['P1', 'first-response', 'first'],
      ['P2', 'next-response', 'first'],
      ['P3', 'update-every', 'first'],
      ['P4', 'resolution', 'first'],
      ['P5', 'resolution', 'first'],
    ])
    expect(charter.remedies.map(({ clause }) => clause.id)).toEqual(['R1'])
    expect(charter.authority.map(({ clause }) => clause.id)).toEqual(['A1'])
    expect(charter.escalation.map(({ clause }) => clause.id)).toEqual(['E1', 'E2'])
    const tables = [...charter.remedies, ...charter.authority, ...charter.escalation].map(({ table }) => table)
    expect(tables.map(({ hit, rows, columns }) => [hit, rows, columns.map(({ space }) => space.fact.name)])).toEqual([
      ['first', 1, ['tier']],
      ['first', 1, []],
      ['first', 1, []],
      ['first', 1, ['tier']],
    ])
    expect([...charter.noAnswerNeeded]).toEqual(['thanks'])
  })

  it('has what each row promises, with the calendar or the zone it is counted in', () => {
    const [office, night] = [charter.calendars.get('office'), charter.calendars.get('night')]
    expect(charter.promises[0]?.targets).toEqual([
      { kind: 'opening', ms: 7_200_000, calendar: office },
      { kind: 'working-days', count: 2, calendar: night },
    ])
    expect(charter.promises[1]?.targets).toEqual([
      { kind: 'dates', span: { unit: 'day', count: 3 }, zone: charter.zone },
    ])
    expect([charter.zone.name, charter.zones.map(({ name }) => name)]).toEqual([
      'Europe/Warsaw',
      ['Europe/Warsaw', 'Asia/Tokyo'],
    ])
    expect(charter.escalation.map(({ delays }) => delays)).toEqual([
      [undefined, { kind: 'opening', ms: 7_200_000, calendar: office }],
      [undefined],
    ])
  })

  it('stops the clock of an answer for nothing, and that of a resolution once it is solved, or closed', () => {
    expect(charter.promises.map(({ pauses }) => pauses)).toEqual([
      0,
      PAUSE.onHold,
      PAUSE.waiting | PAUSE.onHold,
      PAUSE.solved,
      PAUSE.waiting | PAUSE.closed,
    ])
  })
})

describe('the zones of a charter', () => {
  it('are its own and those of its calendars, each once', () => {
    expect(zonesOf(document)).toEqual(['Europe/Warsaw', 'Asia/Tokyo'])
  })

  it('are read from five years before to twenty years after the day of asking, or as far as a history goes', () => {
    const span = (more: { from?: number; until?: number }) => {
      const { zone } = compileDraft(source, { asOf: AS_OF, zoneData: 'test', ...more })
      return [Math.round((AS_OF - zone.from) / YEAR), Math.round((zone.until - AS_OF) / YEAR)]
    }
    expect(span({})).toEqual([5, 20])
    expect(span({ from: AS_OF - 9 * YEAR, until: AS_OF + 30 * YEAR })).toEqual([9, 30])
    expect(span({ from: AS_OF, until: AS_OF })).toEqual([5, 20])
  })

  it('are those that are given, and a version has no other', () => {
    const { zones, hash } = compileDraft(source, { asOf: AS_OF, zoneData: 'test' })
    const again = compileDraft(source, { asOf: AS_OF + YEAR, zoneData: 'other', zones })
    expect(again.zones).toEqual(zones)
    expect([again.hash, again.version]).toEqual([hash, null])
    const version = compileVersion(source, zones, 3)
    expect([version.version, version.zones, version.hash === hash]).toEqual([3, zones, false])
    expect(() => compileVersion(source, zones.slice(0, 1), 3)).toThrow(
      'the version carries no offset changes for the zone “Asia/Tokyo”',
    )
  })

  it('of a calendar that is not there is a mistake of whoever made the document', () => {
    expect(() =>
      compileDraft({ document: { ...document, calendars: new Map() }, data }, { asOf: AS_OF, zoneData: 'test' }),
    ).toThrow('there is no calendar “office”')
  })
})

it('a charter with nothing but a head compiles', () => {
  expect(charterOf('').promises).toEqual([])
})
