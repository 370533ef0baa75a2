import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, PASSWORD, type TestPerson } from '../../../test/app.ts'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { readOutgoingMail, writeOut } from '../outbox/index.ts'

let site: TestSite
let admin: TestPerson
beforeAll(async () => {
  site = await openSite({ name: 'Old Mill' })
  admin = await site.app.signInAs(['admin'], site.workspace)
})
afterAll(() => site?.close())

async function call(method: string, path: string, body?: unknown, person = admin) {
  const answer = await site.app.ask(method, `/api/v1${path}`, {
    cookie: person.cookie,
    ...(method === 'POST' ? { headers: { 'idempotency-key': randomUUID() } } : {}),
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}
const audit = async () => (await call('GET', '/audit?limit=1')).body.items[0]

/** Writes by the form, and answers the head of the acknowledgement that leaves. */
async function acknowledgementTo(email: string, message: string): Promise<{ from: string; language: string }> {
  const once = await site.onceOf('/en/requests/new')
  const sent = await site.post('/en/requests/new', { once, name: 'Carla', email, subject: 'Hello', message })
  expect(sent.status, sent.text).toBe(303)
  return site.run(async (tx) => {
    const rows = await tx.db
      .selectFrom('outbox')
      .select(['id', 'kind', 'ticket_id', 'payload'])
      .where('workspace_id', '=', tx.workspace)
      .where('kind', '=', 'acknowledgement')
      .execute()
    const row = rows.find(({ payload }) => payload['to'] === email)
    if (row === undefined) throw new Error('nothing was acknowledged')
    const written = await writeOut(tx, site.app.desk.keys, row)
    const from = (await written?.bytes(site.app.desk.blobs))?.toString().match(/^From: (.*)\r$/m)?.[1] ?? ''
    return { from, language: readOutgoingMail(row.payload).language }
  })
}

describe('the company', () => {
  it('is renamed at once on its pages and in its mails, and on the audit log with before and after', async () => {
    const { body } = await call('GET', '/mail/addresses')
    await call('PATCH', `/mail/addresses/${body.items[0].id}`, { address: 'care@mill.example', name: 'Old Mill' })
    await call('POST', '/mail/addresses', { address: 'press@mill.example', name: 'The press office' })
    expect((await site.get('/')).text).toContain('Old Mill')
    expect(await acknowledgementTo('a@customer.example', 'Where is it?')).toMatchObject({
      from: 'Old Mill <care@mill.example>',
    })

    const renamed = await call('PATCH', '/company', { name: ' New <Mill> ' })
    expect(renamed).toMatchObject({ status: 200, body: { name: 'New <Mill>' } })
    expect(await audit()).toMatchObject({
      action: 'company.changed',
      person: { id: admin.person },
      data: { before: { name: 'Old Mill' }, after: { name: 'New <Mill>' } },
    })
    for (const path of ['/', '/charter', '/requests/new']) {
      const { text } = await site.get(path)
      expect(text).toContain('New &lt;Mill&gt;')
      expect(text).not.toContain('Old Mill')
    }
    const { from } = await acknowledgementTo('b@customer.example', 'Where is it?')
    expect(from).toBe('"New <Mill>" <care@mill.example>')
    expect((await call('GET', '/mail/addresses')).body.items.map(({ name }: { name: string }) => name)).toEqual([
      'New <Mill>',
      'The press office',
    ])
  })

  it('answers from a changed address at once, and its page names that', async () => {
    const { body } = await call('GET', '/mail/addresses')
    await call('PATCH', `/mail/addresses/${body.items[0].id}`, { address: 'hello@mill.example' })
    expect((await site.get('/')).text).toContain('hello@mill.example')
    expect((await site.get('/')).text).not.toContain('care@mill.example')
    const { from } = await acknowledgementTo('c@customer.example', 'Where is it?')
    expect(from).toBe('"New <Mill>" <hello@mill.example>')
  })

  it('has the languages of its charter until it chooses others, the default first', async () => {
    const { body } = await call('GET', '/company')
    expect(body).toMatchObject({
      languages_chosen: false,
      languages: body.charter.languages,
      charter: { zone: 'Europe/Warsaw' },
    })
    expect(body.languages.length).toBeGreaterThan(2)
    const hebrew = { 'accept-language': 'he' }
    expect((await site.get('/', hebrew)).text).toContain('<html lang="en"')

    const chosen = await call('PATCH', '/company', { languages: ['pl', 'en'] })
    expect(chosen.body).toMatchObject({ languages: ['pl', 'en'], languages_chosen: true, name: 'New <Mill>' })
    const page = (await site.get('/', hebrew)).text
    expect(page).toContain('<html lang="pl"')
    expect(page).not.toContain('hreflang="it"')
    expect((await site.get('/', { 'accept-language': 'it' })).text).toContain('<html lang="pl"')
    expect(await audit()).toMatchObject({
      data: { before: { languages_chosen: false }, after: { languages: ['pl', 'en'] } },
    })

    const again = await call('PATCH', '/company', { languages: null })
    expect(again.body).toEqual({ ...body, name: 'New <Mill>' })
    expect((await site.get('/', hebrew)).text).toContain('<html lang="en"')
  })

  it('lets its people answer by mail once somebody says so, and the audit log tells who', async () => {
    expect((await call('GET', '/company')).body).toMatchObject({ answers_by_mail: false })
    const changed = await call('PATCH', '/company', { answers_by_mail: true })
    expect(changed.body).toMatchObject({ answers_by_mail: true, name: 'New <Mill>' })
    expect(await audit()).toMatchObject({
      action: 'company.changed',
      data: { before: { answers_by_mail: false }, after: { answers_by_mail: true } },
    })
    expect((await call('PATCH', '/company', { answers_by_mail: 'yes' })).status).toBe(400)
    expect((await call('PATCH', '/company', { answers_by_mail: false })).body).toMatchObject({ answers_by_mail: false })
  })

  it('is refused what set-up refuses, and is changed by administrators alone', async () => {
    const { at } = await audit()
    for (const wrong of [{ name: '  ' }, { name: 'x'.repeat(201) }, { languages: [] }, { languages: ['en', 'en'] }])
      expect(await call('PATCH', '/company', wrong)).toMatchObject({ status: 400, body: { code: 'bad-request' } })
    expect(await call('PATCH', '/company', { languages: ['xx'] })).toMatchObject({ status: 400 })
    const lead = await site.app.signInAs(['lead', 'author', 'approver'], site.workspace)
    expect(await call('PATCH', '/company', { name: 'Mine' }, lead)).toMatchObject({ status: 403 })
    expect(await call('GET', '/company', undefined, lead)).toMatchObject({ status: 403 })
    await call('PATCH', '/company', {})
    expect((await audit()).at).toBe(at)
  })
})

describe('somebody of the desk', () => {
  it('is mailed what customers write on their tickets only after asking for it, which they alone are told', async () => {
    const ada = await site.app.signInAs(['agent'], site.workspace)
    expect((await call('GET', '/me', undefined, ada)).body.person).toMatchObject({ is_mailed_messages: false })
    const changed = await call('PATCH', '/me', { is_mailed_messages: true }, ada)
    expect(changed).toMatchObject({ status: 200, body: { is_mailed_messages: true } })
    expect((await call('GET', '/me', undefined, ada)).body.person).toMatchObject({ is_mailed_messages: true })
    expect((await call('PATCH', '/me', { language: 'it' }, ada)).body).toMatchObject({ is_mailed_messages: true })
    expect(JSON.stringify((await call('GET', '/staff')).body)).not.toContain('is_mailed_messages')
    expect((await call('GET', '/me')).body.person).toMatchObject({ is_mailed_messages: false })
  })

  it('changes their own name and language, and nobody else’s', async () => {
    const [ada, bo] = [
      await site.app.signInAs(['viewer'], site.workspace),
      await site.app.signInAs(['viewer'], site.workspace),
    ]
    const changed = await call('PATCH', '/me', { name: 'Ada Lovelace', language: 'el' }, ada)
    expect(changed).toMatchObject({ status: 200, body: { id: ada.person, name: 'Ada Lovelace', language: 'el' } })
    expect((await call('GET', '/me', undefined, ada)).body.person).toMatchObject({
      name: 'Ada Lovelace',
      language: 'el',
    })
    expect((await call('GET', '/me', undefined, bo)).body.person).toMatchObject({ name: 'Ada Agent', language: null })
    const users = await site.app.desk.store.control.selectFrom('control.user').select(['id', 'name']).execute()
    expect(users.filter(({ name }) => name === 'Ada Lovelace').map(({ id }) => id)).toEqual([ada.user])
    expect((await call('PATCH', '/me', { language: null }, ada)).body).toMatchObject({
      name: 'Ada Lovelace',
      language: null,
    })
    expect(await call('PATCH', '/me', { name: '' }, ada)).toMatchObject({ status: 400 })
    expect(await call('PATCH', '/me', { language: 'tlh' }, ada)).toMatchObject({ status: 400 })
    expect(await call('PATCH', '/me', { roles: ['admin'] }, ada)).not.toMatchObject({ body: { roles: ['admin'] } })
  })

  it('changes their password with the one they have, and signs in with the new one alone', async () => {
    const { email, cookie } = await site.app.signInAs(['viewer'], site.workspace)
    const change = (currentPassword: string, newPassword: string, by: string) =>
      site.app.ask('POST', '/api/auth/change-password', { cookie: by, body: { currentPassword, newPassword } })
    const signIn = (password: string) => site.app.ask('POST', '/api/auth/sign-in/email', { body: { email, password } })
    expect((await change('not the one I have', 'an entirely new one', cookie)).status).toBe(400)
    expect((await change(PASSWORD, 'short', cookie)).status).toBe(400)
    const answer = await change(PASSWORD, 'an entirely new one', cookie)
    expect(answer.status).toBe(200)
    expect((await call('GET', '/me', undefined, { ...admin, cookie: cookieOf(answer) })).status).toBe(200)
    expect([(await signIn(PASSWORD)).status, (await signIn('an entirely new one')).status]).toEqual([401, 200])
  })
})
