/** What others make of the mail that leaves: opendkim and its opendkim-testmsg, rspamd with the rules of its package, and mailauth. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LANGUAGES } from '@avow/contract'
import { authenticate } from 'mailauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  keyRecord,
  makeSigningKey,
  noteReferences,
  recordStrings,
} from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { acknowledge } from '../../packages/server/src/features/acknowledgements/index.ts'
import { keepKey } from '../../packages/server/src/features/mail-keys/index.ts'
import { addMailbox } from '../../packages/server/src/features/mailboxes/index.ts'
import { sendMail, writeOut } from '../../packages/server/src/features/outbox/index.ts'
import { findOrAddCustomer } from '../../packages/server/src/features/people/index.ts'
import { ratingFooter } from '../../packages/server/src/features/ratings/index.ts'
import { openRequest } from '../../packages/server/src/features/tickets/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { startDns } from '../../packages/server/test/dns-server.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { findPrograms } from './programs.ts'
import { verifyWithOpendkim } from './run-opendkim.ts'
import { verifyWithTestmsg, whyNoOwnNetwork } from './run-testmsg.ts'
import { type Rspamd, startRspamd } from './start-rspamd.ts'

const CARE = 'care@mill.example'
const CLIENT = { ip: '203.0.113.5', helo: 'mx.mill.example' }
const SUBJECTS = {
  en: 'The kettle leaks',
  it: 'Il bollitore perde',
  pl: 'Czajnik przecieka',
  el: 'Ο βραστήρας στάζει',
  ar: 'الغلاية تسرب',
}
const ANSWERS = {
  en: 'Hello Carla,\n\nPlease send the kettle back. We pay for the parcel.',
  it: 'Ciao Carla,\n\nRimandaci il bollitore. Paghiamo noi il pacco, così non ti costa nulla.',
  pl: 'Dzień dobry,\n\nProszę odesłać czajnik. Za paczkę płacimy my.',
  el: 'Γεια σας,\n\nΣτείλτε μας πίσω τον βραστήρα. Το δέμα το πληρώνουμε εμείς.',
  ar: 'مرحبًا كارلا،\n\nأعيدي الغلاية إلينا من فضلك. نحن ندفع أجرة الطرد.',
}

/**
 * rspamd counts each marked letter by the words of a text, until there are words enough for it to know a language that has
 * such letters. Two sentences in Polish are too few, whoever sends them: a mail of nothing else is looked at beside ours.
 */
const OF_WORDS = 'R_MIXED_CHARSET'
const TOO_SHORT = ['staff pl']
/** What makes it enough. */
const MORE_POLISH = ' Nowy wyślemy w środę, a kurier odbierze stary od Pani w domu.'

interface Sent {
  readonly name: string
  readonly raw: Buffer
  readonly envelopeFrom: string
  readonly to: string
}

/** How opendkim-testmsg ends where it verified nothing (EX_SOFTWARE). */
const REFUSED = 70

const judges = findPrograms('opendkim', 'rspamd')
const testmsg = findPrograms('opendkimTestmsg')
const folder = mkdtempSync(join(tmpdir(), 'avow-mail-judges-'))
const keys: Record<string, string> = {}
let app: TestApp
let dns: Awaited<ReturnType<typeof startDns>>
let rspamd: Rspamd
let mails: readonly Sent[]

beforeAll(async () => {
  if (typeof judges === 'string') return
  app = await openTestApp({ publicUrl: 'https://care.mill.example' })
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  mails = await sendEveryKind()
  dns = await startDns({
    'TXT mill.example': [{ strings: ['v=spf1 ip4:203.0.113.5 -all'] }],
    'TXT _dmarc.mill.example': [{ strings: ['v=DMARC1; p=reject; adkim=s; aspf=s'] }],
    'MX mill.example': [{ priority: 10, target: CLIENT.helo }],
    [`A ${CLIENT.helo}`]: [{ address: CLIENT.ip }],
    'PTR 5.113.0.203.in-addr.arpa': [{ target: CLIENT.helo }],
    ...Object.fromEntries(
      Object.entries(keys).map(([name, value]) => [`TXT ${name}`, [{ strings: recordStrings(value) }]]),
    ),
  })
  rspamd = await startRspamd(judges.rspamd, join(folder, 'rspamd'), dns.port)
})
afterAll(async () => {
  await rspamd?.stop()
  await dns?.close()
  await app?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A desk's mails of every kind, in every language, as they leave. */
function sendEveryKind(): Promise<readonly Sent[]> {
  const { store, keys: ofDesk } = app.desk
  const { workspace } = app
  return transaction(store, { workspace }, async (tx) => {
    const mailbox = await addMailbox(tx, { address: CARE, name: 'The mill' })
    for (const kind of ['rsa', 'ed25519'] as const) {
      const made = await makeSigningKey(kind)
      const selector = (await keepKey(tx, ofDesk, { domain: 'mill.example', kind, made })) ?? ''
      const { name, value } = keyRecord({ domain: 'mill.example', selector, kind, publicKey: made.publicKey })
      keys[name] = value
    }
    await tx.db
      .updateTable('mail_key')
      .where('workspace_id', '=', workspace)
      .set({ signs_since: new Date(tx.now) })
      .execute()
    for (const language of LANGUAGES) {
      const email = `carla.${language}@home.example`
      const customer = await findOrAddCustomer(tx, { email, name: 'Carla Customer' })
      const subject = SUBJECTS[language]
      const { ticket, number } = await openRequest(tx, {
        channel: 'email',
        by: 'customer',
        mailbox,
        customer,
        language,
        customerSays: { name: 'Carla Customer', address: email },
        message: { subject, text: subject },
      })
      await noteReferences(tx, [{ messageId: `<${randomUUID()}@home.example>`, ticket, seq: 2 }])
      await acknowledge(tx, { ticket, number, keys: ofDesk, publicUrl: app.desk.publicUrl, mailboxAddress: CARE })
      const words = {
        to: email,
        toName: 'Carla Customer',
        subject: `Re: ${subject}`,
        text: ANSWERS[language],
        language,
        mailbox,
      }
      const footer = await ratingFooter(tx, { ticket, publicUrl: app.desk.publicUrl, language })
      await sendMail(tx, { kind: 'answer', once: randomUUID(), ticket, ...words, footer })
      await sendMail(tx, {
        kind: 'staff',
        once: randomUUID(),
        ...words,
        to: 'anna@mill.example',
        toName: 'Anna',
        subject,
      })
    }
    const rows = await tx.db
      .selectFrom('outbox')
      .select(['id', 'kind', 'ticket_id', 'payload'])
      .where('workspace_id', '=', workspace)
      .orderBy('id')
      .execute()
    const written: Sent[] = []
    for (const row of rows) {
      const out = await writeOut(tx, ofDesk, row)
      if (out === undefined) throw new Error('a mail could not be written')
      const { language, to } = out.mail
      written.push({
        name: `${row.kind} ${language}`,
        raw: await out.bytes(app.desk.blobs),
        envelopeFrom: out.envelope.from,
        to,
      })
    }
    return written
  })
}

/** As little of a mail as can be, with these words. */
const bareMail = (words: string): Buffer =>
  Buffer.from(
    [
      `From: ${CARE}`,
      'To: carla@home.example',
      'Subject: Re: kettle',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      ...words.split('\n'),
      '',
    ].join('\r\n'),
  )

/** A word more: in its subject, or behind its text. */
function changed(raw: Buffer, where: string): Buffer {
  if (where === 'text') return Buffer.concat([raw, Buffer.from('Never.\r\n')])
  return Buffer.from(raw.toString('latin1').replace(/^Subject: /mu, 'Subject: Not '), 'latin1')
}

/** Other keys under the names of ours. */
async function keysOfStrangers(): Promise<Record<string, string>> {
  const made = Object.entries(keys).map(async ([name, value]) => {
    const kind = value.includes('k=rsa') ? 'rsa' : 'ed25519'
    const { publicKey } = await makeSigningKey(kind)
    const [selector = ''] = name.split('.')
    return [name, keyRecord({ domain: 'mill.example', selector, kind, publicKey }).value] as const
  })
  return Object.fromEntries(await Promise.all(made))
}

const whereThere = (name: string, test: (found: Exclude<typeof judges, string>) => Promise<void>) =>
  it(name, async ({ skip }) => {
    if (typeof judges === 'string') return skip(judges)
    await test(judges)
  })

describe('mail of every kind and language, as it leaves', () => {
  whereThere('is there', async () => {
    const names = ['acknowledgement', 'answer', 'staff'].flatMap((kind) =>
      LANGUAGES.map((language) => `${kind} ${language}`),
    )
    expect(mails.map(({ name }) => name).sort()).toEqual(names.sort())
  })

  whereThere('is verified by opendkim, by either key, and not once a word was changed', async ({ opendkim }) => {
    const selectors = Object.keys(keys)
      .map((name) => name.split('.')[0])
      .sort()
    for (const { name, raw } of mails)
      expect([...verifyWithOpendkim(opendkim, folder, { raw, keys })].sort(), name).toEqual(
        selectors.map((each) => `pass ${each}`),
      )
    const [first] = mails
    if (first === undefined) throw new Error('no mail')
    const raw = changed(first.raw, 'head')
    expect(verifyWithOpendkim(opendkim, folder, { raw, keys }).join()).not.toContain('pass')
  })

  it('is accepted by opendkim-testmsg, by either key alone, and refused once a word was changed or the key is another', async ({
    skip,
  }) => {
    if (typeof judges === 'string') return skip(judges)
    if (typeof testmsg === 'string') return skip(testmsg)
    const noNetwork = whyNoOwnNetwork()
    if (noNetwork !== undefined) return skip(noNetwork)
    const strangers = await keysOfStrangers()
    const sets = [keys, ...Object.entries(keys).map(([name, value]) => ({ [name]: value }))]
    const refusals = [{}, strangers, ...Object.entries(strangers).map(([name, value]) => ({ [name]: value }))]
    const asked = mails.flatMap(({ name, raw }) => [
      ...sets.map((known) => ({ name, raw, keys: known, accepted: true })),
      ...refusals.map((known) => ({ name, raw, keys: known, accepted: false })),
      ...['head', 'text'].flatMap((where) =>
        sets.map((known) => ({
          name: `${name}, ${where} changed`,
          raw: changed(raw, where),
          keys: known,
          accepted: false,
        })),
      ),
    ])
    const verdicts = verifyWithTestmsg(testmsg.opendkimTestmsg, folder, asked)
    expect(verdicts).toHaveLength(asked.length)
    for (const [nr, { name, accepted }] of asked.entries()) {
      const { status, said } = verdicts[nr] ?? {}
      if (accepted) expect([status, said], name).toEqual([0, ''])
      else
        expect([status, said], name).toEqual([
          REFUSED,
          expect.stringMatching(/dkim_eom\(\): (?:Bad signature|Key retrieval failed)$/u),
        ])
    }
  })

  whereThere('is from whom it says for a receiver that asks SPF, DKIM and DMARC', async () => {
    for (const { name, raw, envelopeFrom } of mails) {
      const found = await authenticate(raw, {
        ip: CLIENT.ip,
        helo: CLIENT.helo,
        sender: envelopeFrom,
        mta: 'home.example',
        resolver: async (at, type) => (await dns.resolver.resolve(at, type)) as string[],
      })
      expect(
        found.dkim.results.map(({ status }) => [status.result, status.aligned]),
        name,
      ).toEqual([
        ['pass', 'mill.example'],
        ['pass', 'mill.example'],
      ])
      expect(found.dmarc !== false && found.dmarc.status.result, name).toBe('pass')
    }
  })

  whereThere('is let through by rspamd, and nothing in it weighs against it', async () => {
    for (const { name, raw, envelopeFrom: from, to } of mails) {
      const { action, score, symbols } = await rspamd.judge({ raw, from, to, ...CLIENT })
      const against = Object.entries(symbols).filter(([, weight]) => weight > 0)
      const expected = TOO_SHORT.includes(name) ? [[OF_WORDS, expect.any(Number)]] : []
      expect([action, against], name).toEqual(['no action', expected])
      expect(score, name).toBeLessThan(4)
      for (const symbol of ['R_DKIM_ALLOW', 'R_SPF_ALLOW', 'DMARC_POLICY_ALLOW'])
        expect(symbols, name).toHaveProperty(symbol)
    }
  })

  whereThere(
    'is marked as of mixed letters by rspamd for short words alone, as anybody’s mail with them is',
    async () => {
      const weighed = async (raw: Buffer): Promise<number | undefined> => {
        const { symbols } = await rspamd.judge({ raw, from: CARE, to: 'carla@home.example', ...CLIENT })
        return symbols[OF_WORDS]
      }
      const ofAnybody = await weighed(bareMail(ANSWERS.pl))
      expect(ofAnybody).toBeGreaterThan(0)
      for (const { name, raw } of mails) if (TOO_SHORT.includes(name)) expect(await weighed(raw), name).toBe(ofAnybody)
      expect(await weighed(bareMail(ANSWERS.pl + MORE_POLISH))).toBeUndefined()
    },
  )
})
