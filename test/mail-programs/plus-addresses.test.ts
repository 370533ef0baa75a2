/** Providers that take mail to addresses with a plus, and those that send it back, as they are. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { allOf } from '../running/desk-api.ts'
import { letter, send } from '../running/letters.ts'
import { removeDesks } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { startCompanyDesk } from './company-desk.ts'
import { findPrograms } from './programs.ts'
import { CARE, type CompanyMail, startCompany } from './start-company.ts'
import { whyNoPostfix } from './start-postfix.ts'

const CARLA = 'carla@home.example'
const programs = findPrograms('postfix', 'dovecot', 'dovecotLmtp')
const reason = whyNoPostfix() ?? (typeof programs === 'string' ? programs : undefined)
const folders: string[] = []
const companies: CompanyMail[] = []

afterAll(async () => {
  await removeDesks()
  for (const company of companies) await company.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

it.for([
  ['taken', /^care\+\d+-[a-z2-7]{16}@company\.example$/],
  ['refused', /^care@company\.example$/],
] as const)(
  'where mail to care+…@ is %s, the desk finds out by itself, gives customers an address that works, and has their answers',
  async ([plus, address], { skip }) => {
    skip(reason !== undefined, reason)
    if (typeof programs === 'string') return
    const folder = mkdtempSync(join(tmpdir(), 'avow-plus-'))
    folders.push(folder)
    const company = await startCompany(programs, folder, { takesPlus: plus === 'taken' })
    companies.push(company)
    const { api, connect } = await startCompanyDesk(company, folder)
    const allMail = () => allOf((query) => api.call('listMail', { query }))
    const known = async () =>
      (await api.call('readMailHealth')).items.find((each) => each.address === CARE)?.account?.plus

    await connect()
    await until(async () => (await known()) === plus)
    // Neither the mail that tried it nor a report on it is anybody's ticket.
    expect((await allMail()).map(({ outcome, reason: why }) => [outcome, why])).toEqual([
      ['suppressed', plus === 'taken' ? 'plus-trial' : 'bounce'],
    ])

    await send(company.postfix.port, letter({ from: CARLA, to: CARE, subject: 'The lid', text: 'Does it fit?' }))
    const row = await until(async () => (await allMail()).find((mail) => mail.from === CARLA && mail.ticket !== null))
    const params = { number: row.ticket ?? 0 }
    const { seq } = await api.call('readTicket', { params })
    await api.call('replyToTicket', { params, body: { text: 'It does.', seen: seq } })
    const answer = await until(async () =>
      (await company.postfix.mails()).find(({ to, isAutomatic }) => to === CARLA && !isAutomatic),
    )
    expect(answer.replyTo).toMatch(address)
    const [bytes = ''] = company.postfix
      .bytes()
      .map(String)
      .filter((mail) => mail.includes('It does.'))
    expect(/^Return-Path: <([^>]*)>/m.exec(bytes)?.[1]).toMatch(address)
    const reply = { from: CARLA, to: answer.replyTo, subject: 'Re: The lid', inReplyTo: answer.messageId }
    await send(company.postfix.port, letter(reply))
    await until(async () => (await allMail()).find((mail) => mail.from === CARLA && mail.outcome === 'appended'))
  },
)
