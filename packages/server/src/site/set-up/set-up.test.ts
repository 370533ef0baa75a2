import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../test/desk.ts'
import { transaction } from '../../db/index.ts'
import { addMember, readSetUp } from '../../features/installation/index.ts'
import { addSignIn, openSignIn } from '../../http/sign-in/index.ts'
import { registerSetUp } from './register-set-up.ts'

const CODE = 'code-for-test'
const COMPANY = {
  code: CODE,
  name: 'Łąka <b>& Sons',
  slug: '',
  zone: 'Europe/Warsaw',
  language: 'pl',
  languages: ['en', 'pl'],
  person: 'Ann Lee',
  email: 'Ann@laka.example',
  password: ' twelve or more',
}
type Fields = Readonly<Record<string, string | readonly string[]>>

describe('setting up', () => {
  let desk: TestDesk
  let app: FastifyInstance
  let workspace: string
  let cookie = ''
  beforeAll(async () => {
    desk = await openTestDesk()
    const { id } = await desk.store.control
      .insertInto('control.workspace')
      .values({ id: crypto.randomUUID(), slug: 'main', name: 'Avow', is_first: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    workspace = id
    app = fastify()
    const options = { workspace, code: CODE, smtpPort: 2525, isFolder: true }
    await registerSetUp(app, desk, openSignIn(desk, { triesPerMinute: 1000 }), options)
  })
  afterAll(async () => {
    await app.close()
    await desk.close()
  })

  const post = (path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}) => {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    )
    return app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers },
      payload: new URLSearchParams(pairs).toString(),
    })
  }
  const get = (path: string, withCookie = cookie) =>
    app.inject({ method: 'GET', url: path, headers: { cookie: withCookie } })
  const next = async () => (await readSetUp(desk, workspace)).next

  describe('by whoever has the code', () => {
    it('takes nothing without it, keeps what was typed, and shows no password again', async () => {
      const answer = await post('/setup/company', { ...COMPANY, code: 'guess' })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('This is not the code')
      expect(answer.body).toContain('Łąka &lt;b&gt;&amp; Sons')
      expect(answer.body).toMatch(/value="Europe\/Warsaw" selected/)
      expect(answer.body).not.toContain(COMPANY.password.trim())
      expect(await next()).toBe('company')
    })

    it.each(['ar', 'it', 'pl', 'el'])('names everything that is wrong, in %s', async (language) => {
      const answer = await post(`/${language}/setup/company`, { code: CODE, password: 'short', slug: 'No Good' })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain(`<html lang="${language}"`)
      expect(answer.body.match(/class="error"/g)).toHaveLength(7)
    })

    it('shows no other step, whatever is asked for', async () => {
      for (const step of ['people', 'charter', 'sign-in'])
        expect((await get(`/setup/${step}`)).body).toContain(CODE_FIELD)
      await post('/setup/people', { do: 'go' })
      expect(await next()).toBe('company')
    })

    it('makes the company and who administers it, who is signed in and goes on', async () => {
      const answer = await post('/setup/company', COMPANY)
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/setup'])
      cookie = cookieOf(answer.headers['set-cookie'])
      const { workspace: made } = await readSetUp(desk, workspace)
      expect(made).toMatchObject({
        name: 'Łąka <b>& Sons',
        slug: 'laka-b-sons',
        zone: 'Europe/Warsaw',
        languages: ['pl', 'en'],
      })
      expect((await get('/setup')).headers.location).toBe('/setup/people')
    })
  })

  describe('by who administers the desk', () => {
    it('asks others to sign in, and lets nobody go on who may not', async () => {
      expect((await get('/setup/people', '')).body).toContain('Sign in to go on')
      expect((await post('/setup/people', { do: 'go' }, { cookie: '' })).statusCode).toBe(403)
      const email = 'eve@laka.example'
      const user = await addSignIn(desk, { email, name: 'Eve', password: COMPANY.password })
      await addMember(desk.store, { workspace, user, email, name: 'Eve', roles: ['agent'] })
      const signedIn = await post('/setup/sign-in', { email, password: COMPANY.password }, { cookie: '' })
      const eve = cookieOf(signedIn.headers['set-cookie'])
      const refused = await post('/setup/people', { do: 'go' }, { cookie: eve })
      expect(refused.statusCode).toBe(403)
      expect(refused.body).toContain('only an administrator')
      expect(await next()).toBe('people')
    })

    it('takes nothing that a page of somebody else sends', async () => {
      await post('/setup/people', { do: 'go' }, { 'sec-fetch-site': 'cross-site' })
      await post('/setup/people', { do: 'go' }, { 'sec-fetch-site': 'same-site' })
      expect(await next()).toBe('people')
    })

    it('says who could approve, and shows a password that was made once', async () => {
      expect((await get('/setup/people')).body).toContain('approved by one person')
      const wrong = await post('/setup/people', { do: 'add', name: 'Bo Ray', email: 'bo', role: 'charter' })
      expect(wrong.statusCode).toBe(422)
      expect(wrong.body).toContain('value="Bo Ray"')
      const bo = { name: 'Bo Ray', email: 'bo@laka.example', role: 'charter', positions: ['agent', 'team-lead'] }
      const added = await post('/setup/people', { do: 'add', ...bo })
      const password = /<code><bdi dir="ltr">([\w-]{16})</.exec(added.body)?.[1] ?? ''
      expect(added.body).toContain('Able to approve')
      expect((await get('/setup/people')).body).not.toContain(password)
      const signedIn = await openSignIn(desk).handle(
        new Request(`${desk.publicUrl}/api/auth/sign-in/email`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: desk.publicUrl },
          body: JSON.stringify({ email: bo.email, password }),
        }),
      )
      expect(signedIn.status).toBe(200)
      expect((await post('/setup/people', { do: 'add', ...bo })).body).toContain('Somebody signs in with this address')
    })

    it('makes a lead of the charter one who can approve, and says what each may do', async () => {
      const di = { name: 'Di Fox', email: 'di@laka.example', role: 'charter', positions: 'agent' }
      const added = await post('/setup/people', { do: 'add', ...di, password: COMPANY.password })
      expect(roleIn(added.body, 'Di Fox')).toBe(
        'Lead of the charter: also writes and approves it · works as: agent, team lead',
      )
      expect(roleIn(added.body, 'Eve')).toBe('Agent: answers customers · no position')
      expect(added.body).toMatch(/Able to approve: .*Di Fox/)
    })

    it('adds somebody who was typed before it goes on, keeps what is wrong, and asks for the password again', async () => {
      const cy = { do: 'go', name: 'Cy', email: 'cy', role: 'viewer', password: COMPANY.password }
      const wrong = await post('/setup/people', cy)
      expect(wrong.statusCode).toBe(422)
      expect(wrong.body).toContain('value="Cy"')
      expect(wrong.body).toMatch(/id="password-error">.*type the password again/)
      expect(wrong.body).not.toContain(COMPANY.password.trim())
      expect(await next()).toBe('people')
      expect((await post('/setup/people', { ...cy, email: 'cy@laka.example' })).statusCode).toBe(303)
      expect((await get('/setup/people')).body).toContain('cy@laka.example')
      expect(await next()).toBe('mail')
    })

    it('does not go on over a password that was made and is shown once', async () => {
      const made = await post('/setup/people', { do: 'go', name: 'Fay', email: 'fay@laka.example', role: 'agent' })
      expect([made.statusCode, made.body.includes('shown only now')]).toEqual([200, true])
      expect((await post('/setup/people', { do: 'go' })).statusCode).toBe(303)
      expect((await get('/setup')).headers.location).toBe('/setup/mail')
    })

    it('sends a test mail from the address, and says what became of it', async () => {
      expect((await post('/setup/mail', { do: 'go', mailbox: 'here' })).statusCode).toBe(422)
      const tested = await post('/setup/mail', { do: 'test', mailbox: 'Help@laka.example' })
      expect(tested.body).toContain('on its way')
      const mails = await transaction(desk.store, { workspace }, ({ db }) =>
        db.selectFrom('outbox').select('payload').where('workspace_id', '=', workspace).execute(),
      )
      expect(mails).toMatchObject([{ payload: { to: 'ann@laka.example', subject: 'A test mail from Łąka <b>& Sons' } }])
      expect((await post('/setup/mail', { do: 'go', mailbox: 'Help@laka.example' })).statusCode).toBe(303)
      const addresses = await desk.store.control.selectFrom('control.mailbox_address').selectAll().execute()
      expect(addresses).toMatchObject([{ address: 'help@laka.example', is_default: true }])
    })

    it('takes another address in place of the one before, in the company’s name', async () => {
      expect((await post('/setup/mail', { do: 'go', mailbox: 'care@laka.example' })).statusCode).toBe(303)
      const inUse = await transaction(desk.store, { workspace }, ({ db }) =>
        db
          .selectFrom('mailbox')
          .select(['address', 'name', 'answers'])
          .where('workspace_id', '=', workspace)
          .where('removed_at', 'is', null)
          .execute(),
      )
      expect(inUse).toEqual([{ address: 'care@laka.example', name: 'Łąka <b>& Sons', answers: true }])
      const addresses = await desk.store.control.selectFrom('control.mailbox_address').selectAll().execute()
      expect(addresses).toMatchObject([{ address: 'care@laka.example', is_default: true }])
    })

    it('puts the holidays of a country in as dates, beside those that were typed', async () => {
      const year = new Date().getUTCFullYear()
      const hours = { ...WEEK, country: 'IT', dates: `${year}-12-31` }
      const inItaly = await post('/setup/hours', { do: 'fill', ...hours })
      expect(datesIn(inItaly.body)).toEqual(
        expect.arrayContaining([`${year}-06-02`, `${year}-12-31`, `${year + 1}-06-02`]),
      )
      expect(inItaly.body).toContain('value="13:00"')
      const dates = datesIn(inItaly.body).join('\n')
      const inPoland = await post('/setup/hours', { do: 'fill', ...hours, country: 'PL', filled: 'IT', dates })
      expect(datesIn(inPoland.body)).toContain(`${year}-11-11`)
      expect(datesIn(inPoland.body)).toContain(`${year}-12-31`)
      expect(datesIn(inPoland.body)).not.toContain(`${year}-06-02`)
      expect(await next()).toBe('hours')
    })

    it('says what is wrong with hours beside them, and keeps them', async () => {
      const answer = await post('/setup/hours', { do: 'go', ...WEEK, 'until-1': '08:00', dates: 'Christmas' })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('the second after the first')
      expect(answer.body).toContain('This is no date')
      expect(answer.body).toContain('>\nChristmas</textarea>')
      const good = await post('/setup/hours', { do: 'go', ...WEEK, dates: '2027-05-03 Constitution\n2026-12-25' })
      expect(good.statusCode).toBe(303)
      const { hours } = await readSetUp(desk, workspace)
      expect(hours?.week).toEqual(['09:00-12:00, 13:00-17:00', ...Array(4).fill('09:00-12:00, 13:00-17:00'), '', ''])
      expect(hours?.closed).toEqual(['2026-12-25', '2027-05-03'])
    })

    it('lets one go back and change what was done, and holds what comes later', async () => {
      expect((await get('/setup/hours')).body).toContain('value="12:00"')
      const { code: _, ...company } = COMPANY
      await desk.store.control
        .insertInto('control.workspace')
        .values({ id: crypto.randomUUID(), slug: 'brook', name: 'Brook' })
        .execute()
      const taken = await post('/setup/company', { ...company, name: 'Meadow', slug: 'brook' })
      expect(taken.body).toContain('This short name is taken')
      expect((await post('/setup/company', { ...company, name: 'Meadow', slug: 'meadow' })).headers.location).toBe(
        '/setup',
      )
      expect((await readSetUp(desk, workspace)).workspace).toMatchObject({ name: 'Meadow', slug: 'meadow' })
      expect(await next()).toBe('charter')
    })

    it('begins from scratch as well: one promise, in the company’s own hours and languages', async () => {
      const shown = await post('/setup/charter', { do: 'show', way: 'scratch' })
      expect(shown.statusCode).toBe(200)
      expect(shown.body).toContain('A person answers you within')
      expect(shown.body).not.toContain('When you write again')
      expect(shown.body).toContain('<input type="hidden" name="shown" value="scratch">')
      expect(await next()).toBe('charter')
    })

    it('looks at a charter that there is already: what is wrong, what it lacks, and publishes nothing unseen', async () => {
      const own = (source: string, more: Fields = { do: 'show' }) =>
        post('/setup/charter', { way: 'own', source, ...more })
      const nothing = await own(' \n')
      expect([nothing.statusCode, nothing.body.includes('Please put your charter in')]).toEqual([422, true])
      const slip = await own('avow: 1\r\ncharter: mine\r\nlanguages: [en]\r\nzone: Mars/Base\r\n')
      expect(slip.body).toMatch(/Line 4: <bdi lang="en" dir="ltr">[^<]*Mars/)
      expect(slip.body).not.toContain('Publish version 1')
      const bad = `avow: 1
charter: mine
languages: [en]
zone: UTC
title: Ours & <b>yours
positions: [clerk]
calendars: { always: { open: always, holidays until: 2099-12-31 } }
promises: [{ id: P1, audience: public, clock: resolution, says: "Within {target}.", table: [{ target: 1 day }] }]
authority: [{ id: A1, position: clerk, may: [apology] }]
remedies: [{ id: R1, table: [{ allow: [apology] }] }]
`
      const looked = await own(bad)
      for (const gap of [
        '6 questions of the definition are open',
        'A promise has no figure',
        'Nothing says where to complain',
        'Nothing says what cannot be done',
        'There is no objective',
      ])
        expect(looked.body).toContain(gap)
      expect(looked.body).toContain('Its health: 7 of 12 checks passed')
      expect(looked.body).toContain('Ours &amp; &lt;b&gt;yours')
      const hash = /name="shown" value="([0-9a-f]{64})"/.exec(looked.body)?.[1] ?? ''
      const other = await own(bad.replace('1 day', '2 days'), { do: 'publish', shown: hash })
      expect([other.statusCode, other.body.includes(hash)]).toEqual([200, false])
      expect(await next()).toBe('charter')
      const long = await own(`${bad}${`# ${'ω'.repeat(60)}\n`.repeat(1000)}`)
      expect([long.statusCode, long.body.includes('7 of 12 checks passed')]).toEqual([200, true])
    })

    it('shows a charter in sentences, publishes it as version 1, and then is gone', async () => {
      expect((await post('/setup/charter', { do: 'show' })).statusCode).toBe(422)
      const unseen = await post('/setup/charter', { do: 'publish', kind: 'shop', shown: 'software' })
      expect(unseen.statusCode).toBe(200)
      const shown = await post('/setup/charter', { do: 'show', kind: 'public-office' })
      expect(shown.body).toContain('2 working days')
      expect(shown.body).not.toContain('undefined')
      const shop = await post('/setup/charter', { do: 'show', kind: 'shop' })
      expect(shop.body).toContain('<option value="PLN" selected')
      const inFrancs = await post('/setup/charter', { do: 'show', kind: 'shop', currency: 'CHF' })
      expect(inFrancs.body).toContain('<input type="hidden" name="currency" value="CHF">')
      const answer = await post('/setup/charter', { do: 'publish', kind: 'public-office', shown: 'public-office' })
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/setup'])
      expect((await get('/setup')).headers.location).toBe('/desk')
      expect((await get('/setup/people')).headers.location).toBe('/desk')
      expect((await post('/setup/company', COMPANY)).headers.location).toBe('/desk')
      const { versions, held } = await transaction(desk.store, { workspace }, async ({ db }) => ({
        versions: await db
          .selectFrom('charter_version')
          .select(['version', 'source', 'published_by'])
          .where('workspace_id', '=', workspace)
          .execute(),
        held: await db.selectFrom('position_holder').select('position').where('workspace_id', '=', workspace).execute(),
      }))
      expect(versions).toMatchObject([{ version: 1, published_by: expect.any(String) }])
      expect(versions[0]?.source).toContain('zone: Europe/Warsaw')
      expect(held.map(({ position }) => position)).toEqual(
        expect.arrayContaining(['agent', 'team-lead', 'head-of-service']),
      )
    })
  })
})

const CODE_FIELD = 'name="code"'
const DAYS = [0, 1, 2, 3, 4]
const WEEK = {
  ...Object.fromEntries(
    DAYS.flatMap((day) => [
      [`from-${day}`, '09:00'],
      [`until-${day}`, '17:00'],
    ]),
  ),
  'break-from': '12:00',
  'break-until': '13:00',
}

function cookieOf(headers: string | readonly string[] | undefined): string {
  return [headers ?? []]
    .flat()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
}

/** What the list of people says of one. */
function roleIn(body: string, name: string): string | undefined {
  const line = body.split('<li>').find((each) => each.startsWith(`<bdi>${name}<`))
  return /<br>(.*?)<\/li>/.exec(line ?? '')?.[1]?.replaceAll(/<[^>]*>/g, '')
}

function datesIn(body: string): readonly string[] {
  return (/<textarea[^>]*>([^<]*)</.exec(body)?.[1] ?? '').trim().split('\n')
}
