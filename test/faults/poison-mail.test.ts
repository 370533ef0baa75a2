/** Mail that was spoiled on its way, or on purpose: real mail with bytes cut, changed, doubled and mixed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { type MailHouse, openMailHouse } from '../../packages/server/test/mail.ts'
import { post } from '../../packages/server/test/mail-story.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { sendOne } from '../../packages/server/test/raw-smtp.ts'
import { itOn } from '../conformance/corpus.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const MAILS = LONG ? 320 : 40
/** How many are sent before a person writes in between. */
const EACH = 10

let house: MailHouse
let care: string

beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  await publish(house.database.store, care, ALWAYS_OPEN)
  await house.makeMailbox(care, 'support@care.example')
})

afterAll(() => house?.close())

/** The same numbers each time (mulberry32), from 0 to below 1. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Chance = ReturnType<typeof chances>

const SPOILINGS: readonly ((mail: Buffer, chance: Chance, other: Buffer) => Buffer)[] = [
  // Cut off.
  (mail, chance) => mail.subarray(0, Math.floor(chance() * mail.length)),
  // Bytes changed.
  (mail, chance) => {
    const spoiled = Buffer.from(mail)
    for (let each = 0; each < 1 + mail.length / 100; each++)
      spoiled[Math.floor(chance() * mail.length)] = Math.floor(chance() * 256)
    return spoiled
  },
  // A piece taken out.
  (mail, chance) => {
    const at = Math.floor(chance() * mail.length)
    return Buffer.concat([mail.subarray(0, at), mail.subarray(at + Math.floor(chance() * 500))])
  },
  // A piece doubled, many times.
  (mail, chance) => {
    const at = Math.floor(chance() * mail.length)
    const piece = mail.subarray(at, at + 200)
    return Buffer.concat([mail.subarray(0, at), ...Array.from({ length: 200 }, () => piece), mail.subarray(at)])
  },
  // Half of another mail behind half of it.
  (mail, chance, other) =>
    Buffer.concat([
      mail.subarray(0, Math.floor(chance() * mail.length)),
      other.subarray(Math.floor(chance() * other.length)),
    ]),
  // Another encoding, character set or boundary than it says.
  (mail, chance) => {
    const names = ['base64', 'quoted-printable', 'utf-7', 'iso-2022-jp', 'x-none']
    const name = names[Math.floor(chance() * names.length)] ?? ''
    return Buffer.from(mail.toString('latin1').replaceAll(/(encoding: |charset=)"?[\w-]+"?/giu, `$1${name}`), 'latin1')
  },
  // Its header lines in the wrong order, and twice.
  (mail, chance) => {
    const lines = mail.toString('latin1').split('\n')
    const at = Math.floor(chance() * lines.length)
    return Buffer.from([...lines.slice(at), ...lines].join('\n'), 'latin1')
  },
]

function spoil(mails: readonly Buffer[], place: number): Buffer {
  const chance = chances(place)
  const any = (): Buffer => mails[Math.floor(chance() * mails.length)] ?? Buffer.alloc(0)
  const spoiling = SPOILINGS[place % SPOILINGS.length]
  return spoiling === undefined ? any() : spoiling(any(), chance, any())
}

itOn(
  'data/mail',
  `F4: of ${MAILS} poisoned mails each is kept to the byte, and on a ticket, told why not, or set aside and asked for`,
  async (folder) => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
    const mails = files.map((file) => readFileSync(file))
    const sent: Buffer[] = []
    let slowest = 0
    for (let place = 0; place < MAILS; place++) {
      const mail = spoil(mails, place)
      expect(
        await sendOne(house.intake.port, { from: 'eve@evil.example', to: ['support@care.example'], mail }),
      ).toMatch(/^250/)
      sent.push(mail)
      if (place % EACH < EACH - 1) continue
      const start = performance.now()
      expect(await post(house, care, { from: `carla-${place}@home.example` })).toMatchObject([{ outcome: 'ticketed' }])
      slowest = Math.max(slowest, performance.now() - start)
    }
    // Whoever writes after all of these waits for none of them. Where the machine is busy with other tests, for longer.
    expect(slowest).toBeLessThan(LONG ? 5_000 : 120_000)
    await expect
      .poll(async () => (await rows()).filter(({ outcome }) => outcome === null), { timeout: 120_000 })
      .toEqual([])
    const settled = await rows()
    expect(settled).toHaveLength(MAILS)
    const asked = await transaction(house.desk.store, { workspace: care }, ({ db }) =>
      db.selectFrom('attention').select('once').where('workspace_id', '=', care).execute(),
    )
    for (const { id, outcome, reason, ticket_id } of settled) {
      if (outcome === 'quarantined') expect(asked.map(({ once }) => once)).toContain(`mail-quarantined ${id}`)
      else if (outcome === 'suppressed') expect(['bounce', 'automatic', 'duplicate', 'loop', 'own']).toContain(reason)
      else expect([outcome, ticket_id]).toEqual([expect.stringMatching(/^(?:ticketed|appended)$/), expect.any(String)])
    }
    const kept = await Promise.all(settled.map(({ blob_key }) => bytesOf(blob_key)))
    for (const mail of sent) {
      const whole = mail.toString('latin1')
      expect(kept.some((each) => each === whole || each === `${whole}\r\n`)).toBe(true)
    }
  },
)

function rows() {
  return transaction(house.desk.store, { workspace: care }, ({ db }) =>
    db
      .selectFrom('inbound_mail')
      .select(['id', 'outcome', 'reason', 'ticket_id', 'blob_key'])
      .where('workspace_id', '=', care)
      .where('envelope_from', '=', 'eve@evil.example')
      .execute(),
  )
}

async function bytesOf(blob: string): Promise<string> {
  const parts: Buffer[] = []
  for await (const bytes of await house.desk.blobs.open(care, blob)) parts.push(bytes)
  return Buffer.concat(parts).toString('latin1')
}
