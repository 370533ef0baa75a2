import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSubmitter, readMail, type Submitter } from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { EVENT_HANDLERS } from '../../packages/server/src/event-handlers.ts'
import { senderQuota } from '../../packages/server/src/features/mail/index.ts'
import { DELIVERY_STATE, sendMail } from '../../packages/server/src/features/outbox/index.ts'
import { startOutbox } from '../../packages/server/src/jobs/outbox/index.ts'
import { MAIL_LIMITS } from '../../packages/server/src/mail-limits.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { openTestDesk, type TestDesk } from '../../packages/server/test/desk.ts'
import { type MailHouse, makeMailbox, openMailHouse } from '../../packages/server/test/mail.ts'
import { letterOf, post } from '../../packages/server/test/mail-story.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { rawSmtp, sendOne, sendRaw } from '../../packages/server/test/raw-smtp.ts'
import { openSite } from '../../packages/server/test/site/site.ts'

const LONG = process.env['AVOW_LONG'] === '1'
/** How long two desks are watched, ms; how many requests are forged; how many mails a bomb has, of one sender and of many. */
const [WATCHED, FORGED, BOMB, CROWD] = LONG ? [600_000, 500, 10_000, 5_000] : [0, 12, 300, 200]

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

/** Until nothing waits in either desk, and for as long as they are watched, ms. */
async function untilStill(watched = 0): Promise<void> {
  const until = Date.now() + watched
  do {
    for (let before = -1; before !== automatic.length; ) {
      before = automatic.length
      await house.settle()
    }
    if (Date.now() < until) await wait(1_000)
  } while (Date.now() < until)
}

const held = (workspace: string, { store }: Pick<TestDesk, 'store'> = house.desk) =>
  transaction(store, { workspace }, ({ db }) =>
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
      await untilStill(WATCHED)
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

describe('attack 26: one automatic reply to an address in an hour', () => {
  const answeredAlready = (address: string) =>
    transaction(house.database.store, { workspace: here }, ({ db, now }) =>
      db
        .updateTable('person')
        .set({ answered_at: new Date(now) })
        .where('workspace_id', '=', here)
        .where('email', '=', address)
        .execute(),
    )
  const to = (address: string) => automatic.filter((mail) => mail.includes(`To: ${address}`))

  it('attack 26: also to somebody whom a person has answered, through any mailbox, one after the other or at once', async () => {
    automatic.length = 0
    const address = 'regular@nowhere.example'
    const write = (mailbox: string) => post(house, here, { from: address, to: [`${mailbox}@here.example`] })
    await write('one')
    await answeredAlready(address)
    await Promise.all([write('one'), write('two'), write('two')])
    await write('one')
    await untilStill()
    expect(to(address)).toHaveLength(1)
    const rows = await transaction(house.database.store, { workspace: here }, ({ db }) =>
      db
        .selectFrom('automatic_mail as a')
        .innerJoin('ticket as t', (join) =>
          join.on('t.workspace_id', '=', here).onRef('t.id', '=', 'a.ticket_id').on('a.workspace_id', '=', here),
        )
        .innerJoin('person as p', (join) =>
          join.on('p.workspace_id', '=', here).onRef('p.id', '=', 't.customer_id').on('p.email', '=', address),
        )
        .select('a.was_held')
        .orderBy('a.was_held')
        .execute(),
    )
    // None is lost: the others wait for the next one, which names them.
    expect(rows.map(({ was_held }) => was_held)).toEqual([false, true, true, true, true])
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
    expect(bomb.length - aside.length).toBe(most)
    expect(rows.filter(({ envelope_from }) => envelope_from === good)).toEqual([
      { envelope_from: good, outcome: 'ticketed', reason: null },
    ])
  })

  it(`attack 28: ${CROWD} mails of as many senders are all kept and on their tickets, and other mailboxes are less than a minute behind`, async () => {
    const connections = await Promise.all(Array.from({ length: 4 }, () => rawSmtp(house.intake.port)))
    await Promise.all(connections.map((smtp) => smtp.say('EHLO evil.example')))
    let left = CROWD
    await Promise.all(
      connections.map(async (smtp) => {
        while (left > 0) {
          left -= 1
          const number = left
          const from = `bomber-${number}@evil.example`
          expect(await sendRaw(smtp, { from, to: ['one@here.example'], mail: letterOf({ from }) })).toMatch(/^250 /)
          if (number % 10 > 0) continue
          const good = `dora-${number}@home.example`
          const mail = letterOf({ from: good })
          expect(await sendRaw(smtp, { from: good, to: ['two@here.example'], mail })).toMatch(/^250 /)
        }
      }),
    )
    for (const smtp of connections) smtp.close()
    await house.reading.idle()
    const rows = await transaction(house.database.store, { workspace: here }, ({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['envelope_from', 'outcome', 'received_at', 'settled_at'])
        .where('workspace_id', '=', here)
        .where((is) => is.or([is('envelope_from', 'like', 'bomber-%'), is('envelope_from', 'like', 'dora-%')]))
        .execute(),
    )
    const [bomb, good] = ['bomber-', 'dora-'].map((who) => rows.filter((row) => row.envelope_from.startsWith(who)))
    expect(bomb?.length).toBe(CROWD)
    expect(good?.length).toBe(CROWD / 10)
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['ticketed']))
    for (const { received_at, settled_at } of good ?? [])
      expect((settled_at?.getTime() ?? Number.NaN) - received_at.getTime()).toBeLessThan(60_000)
  })
})

describe('attack 27: many addresses in forged requests', () => {
  it('attack 27: beyond what a domain and a whole workspace may be sent, automatic mail is held, seen, and let go by a person alone', async () => {
    const sent: string[] = []
    const submitter: Submitter = {
      async submit({ to }) {
        sent.push(...to)
        return { accepted: to, refused: [] }
      },
      close: async () => undefined,
    }
    // A desk of its own: that of the house sends by other limits, and has much to send.
    const desk = await openTestDesk(EVENT_HANDLERS)
    const workspace = await desk.database.makeWorkspace('capped')
    const mailbox = await makeMailbox(desk, workspace, 'care@capped.example')
    const day = { ms: 86_400_000 }
    const limits = { ...MAIL_LIMITS, domain: [{ most: 3, ...day }], workspace: [{ most: 5, ...day }] }
    const outbox = startOutbox({ ...desk, submitter, isFolder: false, limits, everyMs: 3_600_000 })
    const sendTo = async (addresses: readonly string[]): Promise<void> => {
      await transaction(desk.store, { workspace }, async (tx) => {
        for (const to of addresses)
          await sendMail(tx, {
            ...{ kind: 'rating', once: to, to, subject: 'How did we do?', text: 'Tell us.', language: 'en', mailbox },
          })
      })
      await outbox.runOnce()
    }
    const reasons = async () => (await held(workspace, desk)).map(({ held_for }) => held_for).sort()
    await sendTo(Array.from({ length: 5 }, (_, each) => `victim-${each}@one.example`))
    expect(sent).toHaveLength(3)
    expect(await reasons()).toEqual(['domain', 'domain'])
    await sendTo(Array.from({ length: 5 }, (_, each) => `victim@domain-${each}.example`))
    await outbox.close()
    expect(sent).toHaveLength(5)
    expect(await reasons()).toEqual(['domain', 'domain', 'workspace', 'workspace', 'workspace'])
    const attention = await transaction(desk.store, { workspace }, ({ db }) =>
      db.selectFrom('attention').select('code').where('workspace_id', '=', workspace).execute(),
    )
    expect(new Set(attention.map(({ code }) => code))).toEqual(new Set(['automatic-mail-held']))
    await desk.close()
  })
})
