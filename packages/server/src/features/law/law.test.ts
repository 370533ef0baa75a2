import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'
import { attentionHandlers } from '../attention/index.ts'
import { lawHandlers } from './index.ts'

const LAWFUL = ALWAYS_OPEN.replace('charter: always-open', 'charter: lawful').replace(
  'facts:\n',
  `law:
  jurisdictions: [PL, UK]
  sectors: [consumer, finance]
  blocking: [PL-3]
  off: [ { row: PL-4, because: We visit nobody unasked. } ]
facts:
`,
)
const CARRIED = LAWFUL.replace(
  '  - id: P4\n',
  '  - { id: P8, clock: resolution, law: [PL-1], table: [{ target: 14 days }] }\n  - id: P4\n',
)

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const call = (access: Access) => ({
  access,
  params: undefined,
  query: undefined,
  body: undefined,
  signal: new AbortController().signal,
})
const law = () => lawHandlers.readLaw(call(d.anna), d.desk)

describe('the law of the charter in force', () => {
  it('is nothing where the charter names none', async () => {
    expect(await law()).toEqual({ jurisdictions: [], sectors: [], items: [], gaps: [] })
  })

  it('is the rows that bind, with their source, what blocks and why a row is off', async () => {
    await publish(d.desk.store, d.workspace, CARRIED)
    const { jurisdictions, items, gaps } = await law()
    expect(jurisdictions).toEqual(['PL', 'UK'])
    expect(items.map(({ id, blocks, off }) => [id, blocks, off])).toEqual([
      ['PL-1', false, null],
      ['PL-3', true, null],
      ['PL-3b', false, null],
      ['PL-4', false, { en: 'We visit nobody unasked.' }],
      ['UK-F1', true, null],
      ['UK-F3', true, null],
    ])
    expect(gaps).toEqual([{ jurisdiction: 'UK', sector: 'consumer' }])
    expect(items[0]).toMatchObject({
      kind: 'legal-minimum',
      place: { article: expect.stringContaining('article 7a(1)') },
      limit: { matter: 'complaint', from: 'received', until: 'answered', within: '14 days', share: null, mean: false },
      read: '2026-11-23',
      status: 'S',
      consequence: 'deemed-accepted',
    })
    expect(items.map(({ id, limit }) => [id, limit?.days])).toEqual([
      ['PL-1', 'calendar'],
      ['PL-3', 'not-said'],
      ['PL-3b', 'not-said'],
      ['PL-4', undefined],
      ['UK-F1', null],
      ['UK-F3', undefined],
    ])
    expect(items.map(({ id, limit }) => [id, limit?.counts])).toEqual([
      ['PL-1', 'arrived'],
      ['PL-3', 'sent'],
      ['PL-3b', 'sent'],
      ['PL-4', undefined],
      ['UK-F1', null],
      ['UK-F3', undefined],
    ])
  })
})

describe('what the law asked for', () => {
  it('is done once a person says so, and the log says who', async () => {
    const { ticket, number } = await d.open({ at: Date.now() - 20 * 86_400_000 })
    const tasks = async (access: Access) =>
      (await attentionHandlers.listAttention(call(access), d.desk)).items.filter(({ code }) => code.startsWith('law-'))
    const [task, ...more] = await tasks(d.anna)
    expect(more).toEqual([])
    expect(task).toMatchObject({ code: 'law-deemed-accepted', ticket: number, data: { promise: 'P8', row: 'PL-1' } })
    const done = (access: Access) =>
      lawHandlers.finishLawTask({ ...call(access), params: { id: task?.id ?? '' } }, d.desk)
    await expect(done(d.stranger)).rejects.toThrow('The law asks for nothing')
    await done(d.anna)
    await done(d.ben)
    expect(await tasks(d.anna)).toEqual([])
    const noted = await transaction(d.desk.store, { workspace: d.workspace }, ({ db, workspace }) =>
      db
        .selectFrom('event')
        .select(['type', 'envelope'])
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .where('type', 'like', 'law.%')
        .orderBy('seq')
        .execute(),
    )
    expect(noted.map(({ type, envelope }) => [type, Object(envelope).by, Object(envelope).row])).toEqual([
      ['law.deemed-accepted', 'system', 'PL-1'],
      ['law.done', expect.stringMatching(/^agent:/), 'PL-1'],
    ])
    await d.write(ticket)
    expect(await tasks(d.anna), 'it does not come back').toEqual([])
  })
})
