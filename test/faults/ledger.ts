import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { allOf, type DeskApi } from '../running/desk-api.ts'
import { type DatabasePlace, rowsIn } from '../running/desk-database.ts'
import { outgoingOf } from '../running/outgoing-folder.ts'
import { until } from '../running/until.ts'
import type { SentLetter } from './mail-load.ts'

const LONG = process.env['AVOW_LONG'] === '1'
/** So many are read again as they came; the counts are of all. */
const MOST_READ = LONG ? Number.POSITIVE_INFINITY : 60

/** Answers when every mail that was taken in is settled, and nothing waits to leave. */
export async function settled(api: DeskApi): Promise<void> {
  await until(async () => (await api.call('countIntake')).items.every(({ pending }) => pending === 0))
  await until(async () =>
    (await allOf((query) => api.call('listOutgoing', { query }))).every(({ state }) => state !== 'waiting'),
  )
}

/**
 * Every letter that was answered with 250 has what it should have, once: a row, its bytes, its ticket, its place in the
 * log, an acknowledgement to its sender. Tries without an answer may have left a second row, which is nothing but that.
 */
export async function expectMailOnce(
  api: DeskApi,
  place: DatabasePlace,
  taken: readonly SentLetter[],
  acknowledged = () => acknowledgedIn(place.data),
): Promise<void> {
  await settled(api)
  const rows = await allOf((query) => api.call('listMail', { query }))
  const bySha = Map.groupBy(rows, ({ sha256 }) => sha256)
  const entries = await rowsIn<{ mail: string; times: number }>(
    place,
    `select envelope->>'mail' as mail, count(*)::int as times from event where type = 'message.received' group by 1`,
  )
  const times = new Map(entries.map((entry) => [entry.mail, entry.times]))
  for (const [index, { letter, tries }] of taken.entries()) {
    const found = bySha.get(letter.sha256) ?? []
    const [kept, ...more] = found.filter(({ outcome }) => outcome === 'ticketed' || outcome === 'appended')
    expect(more).toEqual([])
    expect(kept?.ticket).toEqual(expect.any(Number))
    expect(times.get(kept?.id ?? '')).toBe(1)
    const repeats = found.filter((row) => row !== kept)
    for (const repeat of repeats) expect(repeat).toMatchObject({ outcome: 'suppressed', reason: 'duplicate' })
    // Only a try that got no answer can have been kept without our knowing.
    expect(repeats.length).toBeLessThanOrEqual(tries.filter((code) => code === undefined || code >= 400).length)
    if (index >= MOST_READ) continue
    const raw = await api.ask('readRawMail', { params: { id: kept?.id ?? '' } })
    expect(sha256(await raw.bytes())).toBe(letter.sha256)
  }
  expect(rows.length).toBe(taken.reduce((sum, { letter }) => sum + (bySha.get(letter.sha256)?.length ?? 0), 0))
  await expectCounts(api, rows)
  await expectWholeLogs(place)
  // Each sender got one: the second letter of the same one joined the first, or was held back.
  const senders = new Set(taken.map(({ letter }) => letter.from))
  expect((await acknowledged()).toSorted()).toEqual([...senders].toSorted())
}

async function expectCounts(api: DeskApi, rows: readonly { outcome: string | null }[]): Promise<void> {
  const { items } = await api.call('countIntake')
  const [counts] = items
  const having = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length
  expect(counts).toMatchObject({
    received: rows.length,
    ticketed: having('ticketed'),
    appended: having('appended'),
    suppressed: having('suppressed'),
    quarantined: 0,
    pending: 0,
  })
}

async function expectWholeLogs(place: DatabasePlace): Promise<void> {
  const gaps = await rowsIn(
    place,
    'select ticket_id from event group by ticket_id having count(*) <> max(seq) or min(seq) <> 1',
  )
  expect(gaps).toEqual([])
  const [count] = await rowsIn<{ tickets: number; mailed: number; made: number; numbers: number }>(
    place,
    `select count(*)::int as tickets, max(number)::int as numbers,
            count(*) filter (where channel = 'email')::int as mailed,
            (select count(*)::int from inbound_mail where outcome = 'ticketed') as made from ticket`,
  )
  expect(count?.mailed).toBe(count?.made)
  expect(count?.numbers).toBe(count?.tickets)
}

/** Who got an acknowledgement, where mail goes into the folder. */
async function acknowledgedIn(data: string): Promise<string[]> {
  return (await outgoingOf(data)).filter(({ isAutomatic }) => isAutomatic).map(({ to }) => to)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
