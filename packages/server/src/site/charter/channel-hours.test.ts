import { type CompiledCharter, compileDraft, readCharter } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { tongueOf } from '../tongue.ts'
import { channelHours, channelStanding } from './channel-hours.ts'

const at = (instant: string) => Date.parse(instant)
const CHARTER = `avow: 1
charter: acme
languages: [en]
zone: Europe/Warsaw
calendars:
  line: { open: { mon-fri: 09:00-17:00 }, closed: [2026-12-25], says: { en: the line’s hours } }
  night: { open: { mon-sun: 22:00-02:00 } }
  round: { open: always }
promises: [ { id: P1, clock: first-response, table: [ { target: 2 h of line } ] } ]
channels:
  - { id: C1, audience: public, channel: phone, state: open, hours: line, after hours: { answers: message, person: 2 h of line } }
  - { id: C2, audience: public, channel: chat, state: open, hours: round }
  - { id: C3, audience: public, channel: fax, state: retiring, until: 2026-11-24, hours: night }
  - { id: C4, audience: public, channel: video, state: planned, hours: line }
  - { id: C5, audience: public, channel: post, state: open, from: 2026-12-01, hours: line }
  - { id: C6, audience: public, channel: email, state: open }
`

function compiled(): CompiledCharter {
  const { document, data, findings } = readCharter(CHARTER)
  if (document === undefined) throw new Error(findings[0]?.message)
  return compileDraft({ document, data }, { asOf: at('2026-11-23T00:00Z'), zoneData: 'test' })
}

const charter = compiled()
const standing = (id: string, now: string) => {
  const channel = charter.document.channels.find((each) => each.id === id)
  const found = channel && channelStanding(charter, channel, at(now))
  return (
    found && [found.isOpen, found.until === undefined ? undefined : new Date(found.until).toISOString().slice(0, 16)]
  )
}

describe('a channel with hours', () => {
  // Warsaw is an hour ahead of UTC; 2026-11-23 is a Monday.
  it.each([
    ['C1', '2026-11-23T07:59:59Z', false, '2026-11-23T08:00'],
    ['C1', '2026-11-23T08:00:00Z', true, '2026-11-23T16:00'],
    ['C1', '2026-11-23T15:59:59Z', true, '2026-11-23T16:00'],
    ['C1', '2026-11-23T16:00:00Z', false, '2026-11-24T08:00'],
    ['C1', '2026-11-27T16:00:00Z', false, '2026-11-30T08:00'],
    ['C1', '2026-12-24T16:00:00Z', false, '2026-12-28T08:00'],
    ['C2', '2026-11-23T03:00:00Z', true, undefined],
    // Its last day ends at midnight, though its calendar goes on until two.
    ['C3', '2026-11-23T21:30:00Z', true, '2026-11-24T01:00'],
    ['C3', '2026-11-24T21:30:00Z', true, '2026-11-24T23:00'],
    ['C3', '2026-11-25T21:30:00Z', false, undefined],
    ['C4', '2026-11-23T10:00:00Z', false, undefined],
    ['C5', '2026-11-23T10:00:00Z', false, undefined],
    ['C5', '2026-12-01T10:00:00Z', true, '2026-12-01T16:00'],
  ])('%s at %s is open: %s, until %s', (id, now, isOpen, until) => {
    expect(standing(id, now)).toEqual([isOpen, until])
  })

  it('says nothing where it declares none, or they are not known for now', () => {
    expect(standing('C6', '2026-11-23T10:00:00Z')).toBeUndefined()
    expect(standing('C1', '2051-11-23T10:00:00Z')).toBeUndefined()
  })

  it('is told with its hours and who answers outside them', () => {
    const [channel] = charter.document.channels
    const words = (now: number | undefined) =>
      channel && channelHours(charter, channel, tongueOf('en'), now)?.markup.replaceAll(/<[^>]*>/g, '')
    const always =
      'Hours: the line’s hours · Outside these hours: a message is taken · A person takes over within: 2 hours of the line’s hours'
    expect(words(undefined)).toBe(always)
    expect(words(at('2026-11-23T10:00Z'))).toBe(`open now, until Mon 23 Nov, 17:00 (Europe/Warsaw) · ${always}`)
  })
})
