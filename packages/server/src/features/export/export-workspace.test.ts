import { createHash, randomUUID } from 'node:crypto'
import { HistoryReader } from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { fillWorkspace } from '../../../test/fill-workspace.ts'
import { openTicket, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { exportWorkspace } from './index.ts'
import { EXPORTED_TABLES, rowsOf } from './rows-of-tables.ts'

describe('the export of a workspace', () => {
  let database: TestDatabase
  let workspace: string
  beforeAll(async () => {
    database = await openTestDatabase()
    workspace = await database.makeWorkspace('exported')
    for (let index = 0; index < 3; index++) {
      const person = randomUUID()
      await transaction(database.store, { workspace }, async (opened) => {
        const { ticket } = await openTicket(opened, { by: 'customer', fields: { facts: { channel: 'email' } } })
        const content = [{ part: 'text', person, value: `line ${index}\nand “another”` }]
        await opened.append({ id: opened.newId(), ticket, type: 'message.received', by: 'customer', person, content })
      })
    }
    await transaction(database.store, { workspace: await database.makeWorkspace('foreign') }, (opened) =>
      openTicket(opened, { by: 'customer' }),
    )
  })
  afterAll(() => database.drop())

  const lines = async (): Promise<readonly string[]> => {
    let text = ''
    for await (const chunk of exportWorkspace(database.store, workspace)) text += chunk
    return text.trimEnd().split('\n')
  }

  it('has every event with its texts, of this workspace alone, between a first and a last line', async () => {
    const all = (await lines()).map((line): Record<string, unknown> => JSON.parse(line))
    expect(all.map(({ type }) => type)).toEqual([
      'export.started',
      ...Array(3).fill(['ticket.created', 'message.received']).flat(),
      'export.ended',
    ])
    expect(all.flatMap(({ content }) => (content === undefined ? [] : [content]))).toEqual(
      expect.arrayContaining([{ text: 'line 1\nand “another”' }]),
    )
  })

  it('has the rows of every table of the workspace that is neither inside, derived nor short-lived', async () => {
    const filled = await database.makeWorkspace('filled')
    await fillWorkspace(await database.openStore(EVENT_HANDLERS), filled)
    let text = ''
    for await (const chunk of exportWorkspace(database.store, filled)) text += chunk
    const types = new Set(
      text
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line).type),
    )
    expect(EXPORTED_TABLES.filter(({ type }) => !types.has(type))).toEqual([])
    expect(text).not.toContain('visitor')
  })

  it('reads on page by page', async () => {
    const long = await database.makeWorkspace('long')
    await transaction(database.store, { workspace: long }, async ({ db, newId, now }) => {
      const rows = Array.from({ length: 1203 }, (_, index) => ({
        workspace_id: long,
        version: 1 + (index % 3),
        clause: `P${index % 7}`,
        question: 'fair' as const,
        day: `2026-11-${10 + (index % 11)}`,
        visitor: createHash('sha256').update(newId()).digest(),
        answer: true,
        at: new Date(now),
      }))
      await db.insertInto('opinion').values(rows).execute()
    })
    let lines = 0
    const table = EXPORTED_TABLES.find(({ type }) => type === 'export.opinion')
    if (table === undefined) throw new Error('opinions are not exported')
    for await (const row of rowsOf(database.store, long, table)) lines += Number(row['type'] === 'export.opinion')
    expect(lines).toBe(1203)
  })

  it('is a history that the command reads', async () => {
    const reader = new HistoryReader([])
    for (const line of await lines()) reader.push(Buffer.from(`${line}\n`))
    const { columns } = reader.finish()
    expect(columns.tickets).toHaveLength(3)
  })
})
