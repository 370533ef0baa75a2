import { randomUUID } from 'node:crypto'
import { HistoryReader } from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { openTicket, transaction } from '../../db/index.ts'
import { exportWorkspace } from './index.ts'

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

  it('is a history that the command reads', async () => {
    const reader = new HistoryReader([])
    for (const line of await lines()) reader.push(Buffer.from(`${line}\n`))
    const { columns } = reader.finish()
    expect(columns.tickets).toHaveLength(3)
  })
})
