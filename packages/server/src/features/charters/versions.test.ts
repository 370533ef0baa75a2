import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { publish } from '../../../test/publish.ts'
import { transaction } from '../../db/index.ts'
import { publishCharter } from './index.ts'

const CHARTER = `${ALWAYS_OPEN}
remedies:
  - { id: R1, audience: duty-manager, owner: team-lead, review: 2020-01-01, table: [{ allow: [refund] }] }
authority:
  - { id: A1, position: agent, may: [refund], per ticket: 100 EUR, review: { every: 1 year, last: 2020-02-29 } }
`

let d: DraftDesk
beforeAll(async () => {
  d = await openDraftDesk(CHARTER)
})
afterAll(() => d?.close())

describe('the handbook', () => {
  const clausesFor = async (who: Parameters<DraftDesk['call']>[0]) => {
    const { body } = await d.call(who, 'GET', '/handbook')
    return body.clauses.map(({ id }: { id: string }) => id)
  }

  it('has for each the clauses that are for them: all staff, their positions, and all for who answers for it', async () => {
    const promises = ['P1', 'P2', 'P3', 'P4']
    const escalation = ['E1', 'E2']
    expect(await clausesFor(await d.hire(['viewer']))).toEqual([...promises, ...escalation])
    expect(await clausesFor(await d.hire(['agent'], ['agent']))).toEqual([...promises, 'A1', ...escalation])
    expect(await clausesFor(await d.hire(['agent'], ['duty-manager']))).toEqual([...promises, 'R1', ...escalation])
    for (const role of ['lead', 'author', 'approver', 'admin'] as const)
      expect(await clausesFor(await d.app.keyFor([role]))).toEqual([...promises, 'R1', 'A1', ...escalation])
  })

  it('is the version in force, with its words', async () => {
    const { body } = await d.call(d.author, 'GET', '/handbook')
    expect(body).toMatchObject({
      version: { version: 1, state: 'in-force' },
      title: null,
      languages: ['en'],
      zone: 'UTC',
      next: null,
      clauses: [
        { id: 'P1', says: { en: 'A person answers you within {target}.' }, rows: [{}, {}] },
        {},
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    })
  })

  it('names what is to be looked at again, of the clauses that are for the reader, the longest overdue first', async () => {
    const reviews = async (who: Parameters<DraftDesk['call']>[0]) =>
      (await d.call(who, 'GET', '/handbook')).body.reviews
    expect(await reviews(d.author)).toEqual([
      { clause: 'R1', owner: 'team-lead', due: '2020-01-01', overdue: true },
      { clause: 'A1', owner: null, due: '2021-02-28', overdue: true },
    ])
    expect(await reviews(await d.hire(['viewer']))).toEqual([])
  })

  it('is none where no charter is in force', async () => {
    const bare = await d.app.makeWorkspace('bare')
    const { cookie } = await d.app.signInAs(['viewer'], bare)
    expect(await (await d.app.ask('GET', '/api/v1/handbook', { cookie })).json()).toMatchObject({ code: 'no-charter' })
  })
})

describe('versions', () => {
  it('are compared with the one whose place they took, or with another, kind by kind', async () => {
    const wider = CHARTER.replace('tier: gold, target: 30 min', 'tier: gold, target: 45 min')
    await publish(d.app.desk.store, d.workspace, wider)
    const mixed = wider.replace('round-the-clock: { open: always,', 'round-the-clock: { open: { daily: 08:00-20:00 },')
    await publish(d.app.desk.store, d.workspace, mixed)
    const compare = async (path: string) => (await d.call(d.author, 'GET', `/charter/versions/${path}`)).body
    expect(await compare('2/differences')).toMatchObject({
      from: 1,
      to: 2,
      items: [
        {
          kind: 'promise',
          id: 'P1',
          change: 'looser',
          parts: [
            {
              about: 'rows',
              text: 'looser for tier gold: 30 min of round-the-clock → 45 min of round-the-clock',
              where: 'tier gold',
              old: '30 min of round-the-clock',
              new: '45 min of round-the-clock',
            },
          ],
          before: { id: 'P1', rows: [{ gives: { target: '30 min of round-the-clock' } }, {}] },
          after: { id: 'P1', rows: [{ gives: { target: '45 min of round-the-clock' } }, {}] },
        },
      ],
    })
    const hours = await compare('3/differences?against=2')
    expect(hours.items.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`)).toEqual(
      expect.arrayContaining(['promise P1', 'calendar round-the-clock']),
    )
    const calendar = hours.items.find(({ kind }: { kind: string }) => kind === 'calendar')
    expect(calendar).toMatchObject({ before: null, after: null })
    expect(await compare('1/differences')).toMatchObject({ from: null, to: 1 })
    const first = await compare('1/differences')
    expect(first.items.map(({ change }: { change: string }) => change)).toEqual(Array(8).fill('added'))
    for (const path of ['9', '9/differences', '2/differences?against=9'])
      expect(await compare(path)).toMatchObject({ code: 'not-found' })
  })

  it('that take effect later stand ahead, and end the one before', async () => {
    const at = Date.now() + 86_400_000
    await transaction(d.app.desk.store, { workspace: d.workspace }, (tx) =>
      publishCharter(tx, { source: CHARTER, zoneData: 'test', effective: at }),
    )
    const { body } = await d.call(d.author, 'GET', '/charter/versions')
    expect(body.items.map(({ version, state }: { version: number; state: string }) => [version, state])).toEqual([
      [4, 'ahead'],
      [3, 'in-force'],
      [2, 'past'],
      [1, 'past'],
    ])
    expect(body.items[1].ends).toBe(new Date(at).toISOString())
  })
})
