/** Cases worked by hand for the brute-force judge: clocks (K). 2026-06-01 is a Monday in Warsaw. */
import { describe, expect, it } from 'vitest'
import { charter, created, event, promise, received, sent, status, verdicts } from './worked-case.ts'

const LATER = '2026-12-31T12:00'
const first = charter([promise('first-response', '4 h of office', { 'no answer needed': ['thanks'] })])
const next = charter([promise('next-response', '2 h of office', { 'no answer needed': ['thanks'] })])
const settle = charter([promise('resolution', '8 h of always', { 'no answer needed': ['thanks'] })])
const open = created('2026-06-01T09:00')

describe('the brute-force judge on clocks', () => {
  it('K2: next-response starts at the first message after an answer, and further ones do not restart it', () => {
    const lines = [
      open,
      received('2026-06-01T09:30'),
      sent('2026-06-01T10:00'),
      received('2026-06-01T11:00'),
      received('2026-06-01T12:00'),
      sent('2026-06-01T13:00'),
    ]
    expect(verdicts(next, lines, LATER)).toEqual(['kept 06-01 13:00 at 06-01 13:00'])
  })
  it('K2, K8: a solve that needed no answer ends a broken next-response unfulfilled; the next message starts another', () => {
    const lines = [
      open,
      sent('2026-06-01T09:30'),
      received('2026-06-01T10:00'),
      status('solved', '2026-06-01T15:00', { reason: 'thanks' }),
      received('2026-06-02T09:00'),
      sent('2026-06-02T10:00'),
    ]
    expect(verdicts(next, lines, LATER)).toEqual(['broken 06-01 12:00', 'kept 06-02 11:00 at 06-02 10:00'])
  })
  it('K3: each missed interval is its own broken commitment, while the ticket is open', () => {
    const every = charter([promise('update-every', '1 h of always')])
    const lines = [open, sent('2026-06-01T10:00'), status('waiting-for-customer', '2026-06-01T12:00')]
    expect(verdicts(every, lines, LATER)).toEqual(['broken 06-01 11:00', 'broken 06-01 12:00'])
    expect(
      verdicts(
        every,
        [open, sent('2026-06-01T10:00'), sent('2026-06-01T11:30'), status('solved', '2026-06-01T12:00')],
        LATER,
      ),
    ).toEqual(['broken 06-01 11:00', 'kept 06-01 12:00 at 06-01 11:30', 'kept 06-01 12:30 at 06-01 12:00'])
  })
  it('K4: a broken resolution stays broken, and a reopening makes it unfulfilled again', () => {
    const lines = [
      open,
      sent('2026-06-01T10:00'),
      status('solved', '2026-06-01T18:00'),
      event('ticket.reopened', '2026-06-02T09:00'),
    ]
    expect(verdicts(settle, lines, '2026-06-01T20:00')).toEqual(['broken 06-01 17:00 at 06-01 18:00'])
    expect(verdicts(settle, lines, LATER)).toEqual(['broken 06-01 17:00'])
  })
  it('K4: until closed, only the closing fulfils', () => {
    const until = charter([promise('resolution', '8 h of always', { until: 'closed' })])
    const lines = [
      open,
      sent('2026-06-01T10:00'),
      status('solved', '2026-06-01T11:00'),
      status('closed', '2026-06-01T17:00'),
    ]
    expect(verdicts(until, lines, LATER)).toEqual(['kept 06-01 17:00 at 06-01 17:00'])
  })
  it('K5: declared runs are per key; a second start of an open run changes nothing; giving up cancels', () => {
    const calls = charter(
      [promise({ from: 'call.offered', until: 'call.answered', 'given up': 'call.abandoned' }, '3 min of always')],
      { events: { 'call.offered': {}, 'call.answered': {}, 'call.abandoned': {} } },
    )
    const call = (type: string, at: string, key: string) => event(type, at, { key })
    const lines = [
      open,
      call('call.offered', '2026-06-01T10:00', 'b'),
      call('call.offered', '2026-06-01T10:00', 'a'),
      call('call.offered', '2026-06-01T10:01', 'a'),
      call('call.answered', '2026-06-01T10:02', 'a'),
      call('call.abandoned', '2026-06-01T10:03', 'b'),
      call('call.offered', '2026-06-01T11:00', 'b'),
    ]
    expect(verdicts(calls, lines, LATER)).toEqual([
      'kept 06-01 10:03 at 06-01 10:02',
      'cancelled 06-01 10:03 at 06-01 10:03 given-up',
      'broken 06-01 11:03',
    ])
  })
  it('K6: a broken run stays open, so that a new start of its key changes nothing; each once means once', () => {
    const part = (each: string) =>
      charter([promise({ from: 'sent.off', until: 'came.back', each }, '1 h of always')], {
        events: { 'sent.off': {}, 'came.back': {} },
      })
    const lines = [
      open,
      event('sent.off', '2026-06-01T10:00'),
      event('sent.off', '2026-06-01T12:00'),
      event('came.back', '2026-06-01T13:00'),
      event('sent.off', '2026-06-01T14:00'),
    ]
    expect(verdicts(part('every time'), lines, LATER)).toEqual([
      'broken 06-01 11:00 at 06-01 13:00',
      'broken 06-01 15:00',
    ])
    expect(verdicts(part('once'), lines, LATER)).toEqual(['broken 06-01 11:00 at 06-01 13:00'])
  })
  it('K7: a silent solve fulfils nothing; one that needed no answer does', () => {
    expect(verdicts(settle, [open, status('solved', '2026-06-01T10:00')], LATER)).toEqual(['broken 06-01 17:00'])
    expect(verdicts(settle, [open, status('solved', '2026-06-01T10:00', { reason: 'thanks' })], LATER)).toEqual([
      'kept 06-01 17:00 at 06-01 10:00',
    ])
  })
  it('K8: solving is no answer: first-response runs on, unless the reason says that none was needed', () => {
    expect(verdicts(first, [open, status('solved', '2026-06-01T10:00', { reason: 'done' })], LATER)).toEqual([
      'broken 06-01 13:00',
    ])
    expect(verdicts(first, [open, status('closed', '2026-06-01T10:00', { reason: 'thanks' })], LATER)).toEqual([
      'cancelled 06-01 13:00 at 06-01 10:00 thanks',
    ])
  })
  it('K9: a thanks that reopened is undone: fulfilled at the former instant, and the time since is no pause', () => {
    const thanked = [
      open,
      sent('2026-06-01T10:00'),
      status('solved', '2026-06-01T11:00'),
      received('2026-06-03T09:00'),
      status('solved', '2026-06-03T09:30', { reason: 'thanks' }),
    ]
    expect(verdicts(settle, thanked, LATER)).toEqual(['kept 06-01 17:00 at 06-01 11:00'])
    expect(verdicts(settle, [...thanked.slice(0, 4), sent('2026-06-03T09:10'), ...thanked.slice(4)], LATER)).toEqual([
      'kept 06-03 15:00 at 06-03 09:30',
    ])
  })
})
