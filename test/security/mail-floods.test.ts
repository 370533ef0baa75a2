import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSubmitter, readMail, type Submitter } from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { senderQuota } from '../../packages/server/src/features/mail/index.ts'
import { DELIVERY_STATE, sendMail } from '../../packages/server/src/features/outbox/index.ts'
import { startOutbox } from '../../packages/server/src/jobs/outbox/index.ts'
import { MAIL_LIMITS } from '../../packages/server/src/mail-limits.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { type MailHouse, openMailHouse } from '../../packages/server/test/mail.ts'
import { letterOf, post } from '../../packages/server/test/mail-story.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { rawSmtp, sendOne, sendRaw } from '../../packages/server/test/raw-smtp.ts'
import { openSite } from '../../packages/server/test/site/site.ts'

const LONG = process.env['AVOW_LONG'] === '1'
/** How long two desks are watched, ms; how many requests are forged; how many mails a bomb has. */
const [WATCHED, FORGED, BOMB] = LONG ? [600_000, 500, 10_000] : [0, 12, 300]

/** What two desks say to one another, on the wire. */
const automatic: string[] = []
/** A relay that forgets what marks a mail as a machine's, and gives it another Message-ID. */
let isForgetful = false
let relayed = 0

function toItself(port: number): Submitter {
  const real = createSubmitter(`smtp://127.0.0.1:${port}`)
  return {
    submit(envelope, bytes) {
      const mail = Buffer.from(bytes).toString('latin1')
      automatic.push(mail)
      relayed += 1
      const forgotten = mail
        .replace(/^(?:Auto-Submitted|X-Auto-Response-Suppress):.*\r\n/gim, '')
        .replace(/^Message-ID:(?:\r\n\s)?.*\r\n/im, `Message-ID: <relay-${relayed}@relay.example>\r\n`)
      return real.submit(envelope, isForgetful ? Buffer.from(forgotten, 'latin1') : bytes)
    },
    close: () => real.close(),
  }
}

let house: MailHouse
let here: string
let there: string
beforeAll(async () => {
  house = await openMailHouse({ submitterTo: toItself, overQuota: senderQuota() })
  here = await house.database.makeWorkspace('here')
  there = await house.database.makeWorkspace('there')
  for (const workspace of [here, there]) await publish(house.database.store, workspace, ALWAYS_OPEN)
  for (const name of ['one', 'two']) {
    await house.makeMailbox(here, `${name}@here.example`)
    await house.makeMailbox(there, `${name}@there.example`)
  }
})
afterAll(() => house.close())

/** Until nothing waits in either desk, for as long as they are watched. */
async function untilStill(): Promise<void> {
  const until = Date.now() + WATCHED
  do {
    for (let before = -1; before !== automatic.length; ) {
      before = automatic.length
      await house.settle()
    }
    if (Date.now() < until) await wait(1_000)
  } while (Date.now() < until)
}

const held = (workspace: string) =>
  transaction(house.database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('outbox')
      .select([DELIVERY_STATE.as('state'), 'held_for'])
      .where('workspace_id', '=', workspace)
      .where('held_for', 'is not', null)
      .execute(),
  )

describe('attack 26: two desks that answer by themselves write to one another', () => {
  it('attack 26: one automatic mail, and two where a relay forgets that machines wrote them', async () => {
    const start = async (name: string) => {
      automatic.length = 0
      await post(house, here, { from: `Two desks <${name}@there.example>`, to: [`${name}@here.example`] })
      await untilStill()
      return automatic.length
    }
    expect(await start('one')).toBe(1)
    isForgetful = true
    expect(await start('two')).toBeLessThanOrEqual(2)
    isForgetful = false
  })

  it('attack 26: whatever writes automatic mail, no address gets more than the limit, and what is held is seen', async () => {
    const mailbox = await house.makeMailbox(here, 'three@here.example')
    automatic.length = 0
    const many = (MAIL_LIMITS.address[0]?.most ?? 0) + 5
    await transaction(house.database.store, { workspace: here }, async (tx) => {
      for (let each = 0; each < many; each++)
        await sendMail(tx, {
          kind: 'rating',
          once: `${each}`,
          to: 'two@there.example',
          subject: 'How did we do?',
          text: 'Tell us.',
          language: 'en',
          mailbox,
        })
    })
    await untilStill()
    expect(automatic.length).toBeLessThanOrEqual(MAIL_LIMITS.address[0]?.most ?? 0)
    const back = await held(here)
    expect(back.length).toBeGreaterThanOrEqual(5)
    expect(new Set(back.map(({ state, held_for }) => `${state} ${held_for}`))).toEqual(new Set(['held address']))
    const attention = await transaction(house.database.store, { workspace: here }, ({ db }) =>
      db
        .selectFrom('attention')
        .select('code')
        .where('workspace_id', '=', here)
        .where('code', '=', 'automatic-mail-held')
        .execute(),
    )
    expect(attention).toHaveLength(1)
  })
})

describe('attack 27: a victim’s address in forged requests', () => {
  it(`attack 27: ${FORGED} of them send one mail of fixed words, with nothing of the attacker’s in it`, async () => {
    automatic.length = 0
    const words = ['Kwikprize', 'jackpotville', 'click-here-now']
    for (let each = 0; each < FORGED; each++)
      await post(house, here, {
        from: `"${words[0]} ${each}" <victim@nowhere.example>`,
        envelopeFrom: `robot-${each % 7}@evil.example`,
        to: ['one@here.example'],
        subject: `${words[1]} https://evil.example/${each}`,
        text: `${words[2]} https://evil.example/`,
      })
    await house.reading.idle()
    await house.outbox.runOnce()
    expect(automatic).toHaveLength(1)
    const [mail = ''] = automatic
    const decoded = mail + mail.replace(/=\r\n/g, '')
    for (const word of [...words, 'evil.example']) expect(decoded.toLowerCase()).not.toContain(word.toLowerCase())
  })
})

describe('attack 27: a victim’s address in the form of the public pages', () => {
  it(`attack 27: ${FORGED} requests by the form send one mail of fixed words, with nothing of the attacker’s in it; the others are held or refused`, async () => {
    const site = await openSite()
    try {
      const words = ['kwikprize', 'jackpotville', 'click-here-now', 'evil.example']
      const sent: string[] = []
      const submitter: Submitter = {
        async submit({ to }, bytes) {
          sent.push(Buffer.from(bytes).toString('latin1'))
          return { accepted: to, refused: [] }
        },
        close: async () => undefined,
      }
      const outbox = startOutbox({ ...site.app.desk, submitter, isFolder: false })
      const statuses: number[] = []
      for (let each = 0; each < FORGED; each++) {
        const { status } = await site.post('/requests/new', {
          name: `${words[0]} ${each}`,
          email: 'Victim-By-Form@nowhere.example',
          subject: `${words[1]} https://${words[3]}/${each}`,
          message: `${words[2]} https://${words[3]}/`,
          once: await site.onceOf('/requests/new'),
        })
        statuses.push(status)
      }
      await outbox.runOnce()
      await outbox.close()
      expect(statuses.filter((status) => status === 303)).toHaveLength(5)
      expect(new Set(statuses.slice(5))).toEqual(new Set([429]))
      expect(sent).toHaveLength(1)
      const [raw = ''] = sent
      const read = await readMail(new Uint8Array(Buffer.from(raw, 'latin1')))
      expect(read.to[0]?.address.toLowerCase()).toBe('victim-by-form@nowhere.example')
      const told = `${raw} ${read.subject} ${read.text} ${read.html} ${read.to[0]?.name}`.toLowerCase()
      for (const word of words) expect(told).not.toContain(word)
    } finally {
      await site.close()
    }
  })
})

describe('attack 28: a mail bomb', () => {
  it(`attack 28: ${BOMB} mails of one sender are all kept, beyond the limit set aside as such; other mail goes on`, async () => {
    const from = 'bomber@evil.example'
    const connections = await Promise.all(Array.from({ length: 4 }, () => rawSmtp(house.intake.port)))
    await Promise.all(connections.map((smtp) => smtp.say('EHLO evil.example')))
    let left = BOMB
    await Promise.all(
      connections.map(async (smtp) => {
        while (left > 0) {
          left -= 1
          const reply = await sendRaw(smtp, { from, to: ['one@here.example'], mail: letterOf({ from }) })
          expect(reply).toMatch(/^250 /)
        }
      }),
    )
    for (const smtp of connections) smtp.close()
    const good = 'carla@home.example'
    expect(await sendOne(house.intake.port, { from: good, to: ['two@here.example'], mail: letterOf({}) })).toMatch(
      /^250/,
    )
    await house.reading.idle()
    const rows = await transaction(house.database.store, { workspace: here }, ({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['envelope_from', 'outcome', 'reason'])
        .where('workspace_id', '=', here)
        .where('envelope_from', 'in', [from, good])
        .execute(),
    )
    const bomb = rows.filter(({ envelope_from }) => envelope_from === from)
    expect(bomb).toHaveLength(BOMB)
    const aside = bomb.filter(({ outcome, reason }) => outcome === 'quarantined' && reason === 'limit')
    const most = MAIL_LIMITS.sender[0]?.most ?? 0
    // Some connections may look at the same moment.
    expect(bomb.length - aside.length).toBeGreaterThanOrEqual(most)
    expect(bomb.length - aside.length).toBeLessThanOrEqual(most + connections.length)
    expect(rows.filter(({ envelope_from }) => envelope_from === good)).toEqual([
      { envelope_from: good, outcome: 'ticketed', reason: null },
    ])
  })
})
