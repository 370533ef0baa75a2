import { afterAll, describe, it } from 'vitest'
import { freePort } from '../../packages/server/test/free-port.ts'
import { apiOf } from '../running/desk-api.ts'
import { endLeases, publishIn } from '../running/desk-database.ts'
import { ALWAYS_OPEN } from '../running/server-inside.ts'
import { removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { expectMailOnce } from './ledger.ts'
import { startMail } from './mail-load.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const KILLS = LONG ? 50 : 3
const KEY = 'the-key-that-the-desk-began-with-1234'

afterAll(removeDesks)

describe('a server that is killed again and again while mail comes in', () => {
  it('has every mail that it answered with 250 exactly once, with its ticket and its acknowledgement', async () => {
    const env = {
      AVOW_DEMO: '0',
      AVOW_BOOTSTRAP_API_KEY: KEY,
      PORT: String(await freePort()),
      AVOW_SMTP_PORT: String(await freePort()),
    }
    let desk = await startDesk({ env })
    const { data, url, smtpPort } = desk
    const api = apiOf(() => url, KEY)
    await publishIn({ data }, ALWAYS_OPEN)
    const [mailbox] = (await api.call('countIntake')).items
    const load = startMail({ port: smtpPort, to: mailbox?.mailbox ?? '', senders: 6 })
    for (let kill = 0; kill < KILLS; kill++) {
      const before = load.taken.length
      const more = 1 + Math.floor(Math.random() * 30)
      await until(() => load.taken.length >= before + more)
      await desk.stop('SIGKILL')
      desk = await startDesk({ data, env })
    }
    await load.stop()
    // What the last killed one had in hand is let go of after a minute or two; only the long run waits for it.
    if (!LONG) await endLeases({ data })
    await expectMailOnce(api, { data }, load.taken)
  })
})
