import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { permissionsOf } from '@avow/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStream } from '../../../test/event-stream.ts'
import { EventStream } from './event-stream.ts'

const caller = {
  by: { key: 'k' },
  access: {
    workspace: 'w',
    slug: 'w',
    person: undefined,
    actor: 'key:k',
    roles: [],
    permissions: permissionsOf([]),
    now: 0,
  },
}

let server: Server
let opened: EventStream | undefined
let closed = 0
beforeAll(async () => {
  server = createServer((_, response) => {
    opened = new EventStream(response, caller, () => closed++)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('closes on a reader who does not read, and keeps no more than a little for them', async () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const reader = await openStream(`http://127.0.0.1:${address.port}/`, {})
  reader.pause()
  const before = closed
  const much = 'x'.repeat(64 * 1024)
  for (let count = 0; count < 2000 && closed === before; count++) {
    opened?.send('ticket', { much }, count)
    await new Promise((resume) => setImmediate(resume))
  }
  expect(closed).toBe(before + 1)
  reader.close()
})
