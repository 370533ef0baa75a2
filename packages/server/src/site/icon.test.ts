import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/site/site.ts'
import { ICON_ADDRESS } from './icon.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('every page names the icon, which is where browsers look for one too', async () => {
  expect((await site.get('/en/requests/new')).text).toContain(`<link rel="icon" href="${ICON_ADDRESS}"`)
  for (const address of [ICON_ADDRESS, '/favicon.ico']) {
    const icon = await site.get(address)
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect(icon.text).toMatch(/^<svg /)
  }
})
