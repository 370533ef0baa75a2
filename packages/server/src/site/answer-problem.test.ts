import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/site/site.ts'
import { answerNotFound } from './index.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('a page that cannot be shown', () => {
  it('says so in the reader’s language, and nothing of what went wrong inside', async () => {
    const client = await site.app.database.connect('postgres')
    await client.query('alter table control.workspace rename to workspace_away')
    try {
      const page = await site.get('/ar/charter')
      expect([page.status, page.text.includes('حدث خطأ من جهتنا')]).toEqual([500, true])
      expect(page.text).toContain('<html lang="ar" dir="rtl">')
      expect(page.text).not.toMatch(/workspace_away|relation|select/)
      expect(page.headers.get('cache-control')).toBe('no-store')
    } finally {
      await client.query('alter table control.workspace_away rename to workspace')
    }
  })

  it('asks to come back where the database does not answer', async () => {
    const client = await site.app.database.connect('postgres')
    await client.query('begin; lock table control.workspace')
    const waiting = site.get('/charter')
    const blocked = 'select pid from pg_stat_activity where datname = current_database() and wait_event_type = $1'
    for (let found = 0; found === 0; found = (await client.query(blocked, ['Lock'])).rows.length);
    await client.query(`select pg_terminate_backend(pid) from (${blocked}) b`, ['Lock'])
    await client.query('rollback')
    const page = await waiting
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10'])
    expect(page.text).toContain('We cannot be reached just now')
  })

  it('does not tell the log the address, which may be a key', async () => {
    const client = await site.app.database.connect('postgres')
    await client.query('alter table access_link rename to access_link_away')
    try {
      expect((await site.get('/requests/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(500)
    } finally {
      await client.query('alter table access_link_away rename to access_link')
    }
    expect(site.app.desk.logged.join('\n')).toContain('a public page failed')
    expect(site.app.desk.logged.join('\n')).not.toContain('AAAAAAAAAAAAAAAA')
  })

  it('is a page too where nothing serves the address', async () => {
    const { app } = site
    expect(typeof answerNotFound).toBe('function')
    expect((await fetch(`${app.url}/requests/x/y/z`)).status).toBe(404)
  })
})
