/** How each mailbox fares, and what is done with mail that was set aside, in Chromium. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepBlob } from '../../packages/server/src/blobs/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { setMailAccount } from '../../packages/server/src/features/mail-accounts/index.ts'
import { addMailbox, answerFrom } from '../../packages/server/src/features/mailboxes/index.ts'
import { sendMail } from '../../packages/server/src/features/outbox/index.ts'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'
import { LOOKS, looksInTurn } from './looks.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const HOUR = 3_600_000

let app: TestApp
let browser: Browser
let lead: TestPerson

beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale() })
  lead = await app.signInAs(['lead'])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (path: string, options: object = {}) =>
  openWindow(browser, `${app.url}${path}`, { person: lead, ...options })

/** One that is well, one that fails and has much behind it. */
async function fill(): Promise<void> {
  const { workspace, desk } = app
  await publish(desk.store, workspace, ALWAYS_OPEN)
  const mails = [
    {
      raw: 'From: Carla <carla@home.example>\r\nSubject: Re: The kettle\r\n\r\nI am away until May.\r\n',
      why: 'automatic',
    },
    {
      raw: 'Content-Type: text/html\r\n\r\n<p>Hello <b>there</b><script>document.title="ran"</script></p>',
      why: 'failed',
    },
    { raw: 'Subject: x\r\n\r\n<img src=x onerror="document.title=\'ran\'">', why: 'limits' },
  ] as const
  await transaction(desk.store, { workspace }, async (tx) => {
    const good = await addMailbox(tx, { address: 'care@mill.example', name: 'Mill' })
    await answerFrom(tx, good)
    const long = 'orders.and.returns.of.the.northern.region@averylongdomainname.averylongdomainname.example'
    const bad = await addMailbox(tx, { address: long, name: 'Mill' })
    await setMailAccount(tx, desk.keys, bad, {
      host: 'imap.averylongdomainname.averylongdomainname.example',
      port: 993,
      security: 'tls',
      username: 'orders',
      password: 'hush',
      folders: ['INBOX'],
      since: undefined,
    })
    const at = (ago: number) => new Date(tx.now - ago)
    await tx.db
      .updateTable('mail_account')
      .set({
        failure: 'sign-in',
        said: '[AUTHENTICATIONFAILED] Authentication failed.',
        failures: 7,
        failed_at: at(HOUR / 10),
        failing_since: at(3 * HOUR),
        fetched_at: at(3 * HOUR),
        next_try: new Date(tx.now + HOUR / 20),
      })
      .where('workspace_id', '=', workspace)
      .execute()
    await tx.db
      .updateTable('mail_folder')
      .set({
        reconciled_at: at(5 * HOUR),
        reconciliation: JSON.stringify({ there: 1204, known: 1200, fetched: 3, failed: 1, gone: 2 }),
      })
      .where('workspace_id', '=', workspace)
      .execute()
    await tx.db
      .updateTable('mailbox')
      .set({
        checked_at: at(4 * HOUR),
        checked: JSON.stringify({ mails: 340, whole: 340, missing: 0, damaged: 0 }),
      })
      .where('workspace_id', '=', workspace)
      .execute()
    for (const [index, { raw, why }] of mails.entries()) {
      const blob = await desk.blobs.put(workspace, [Buffer.from(raw)])
      const { sha256, size } = blob
      await tx.db
        .insertInto('inbound_mail')
        .values({
          workspace_id: workspace,
          id: tx.newId(),
          mailbox_id: bad,
          acceptance_id: randomUUID(),
          received_at: at((index + 1) * 20 * 60_000),
          envelope_from: 'carla@home.example',
          envelope_to: long,
          blob_key: await keepBlob(tx, blob),
          sha256,
          size,
          from_address: 'carla@home.example',
          subject: why === 'automatic' ? 'Re: The kettle' : null,
          outcome: why === 'automatic' ? 'suppressed' : 'quarantined',
          reason: why,
        })
        .execute()
    }
    await tx.db
      .insertInto('inbound_mail')
      .columns([
        'workspace_id',
        'id',
        'mailbox_id',
        'acceptance_id',
        'received_at',
        'envelope_from',
        'envelope_to',
        'blob_key',
        'sha256',
        'size',
        'lease_until',
      ])
      .expression((eb) =>
        eb
          .selectFrom('inbound_mail')
          .select(({ val }) => [
            'workspace_id',
            val(tx.newId()).as('id'),
            'mailbox_id',
            val(randomUUID()).as('acceptance_id'),
            'received_at',
            'envelope_from',
            'envelope_to',
            'blob_key',
            'sha256',
            'size',
            val(new Date(tx.now + HOUR)).as('lease_until'),
          ])
          .where('workspace_id', '=', workspace)
          .limit(1),
      )
      .execute()
    const write = (subject: string) =>
      sendMail(tx, {
        kind: 'answer',
        once: randomUUID(),
        to: 'carla@home.example',
        subject,
        text: 'It is on its way.',
        language: 'en',
        mailbox: good,
      })
    await write('Your other kettle')
    await tx.db
      .updateTable('outbox')
      .set({ given_up_at: at(HOUR), attempts: 12, last_error: '550 5.1.1 No such user' })
      .where('workspace_id', '=', workspace)
      .where('id', '=', await write('Your kettle'))
      .execute()
  })
}

describe('the state of mail', () => {
  it('says what will stand there, before there is an address', async () => {
    const { page, context } = await open('/desk/settings')
    await page.getByRole('link', { name: 'Mail health' }).click()
    await page.getByText('No address yet').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await context.close()
    await fill()
  })

  it('leads from a figure to its mails, which are read safely, left, read again and made tickets', async () => {
    const { page, context, trouble } = await open('/desk/settings/mail')
    const bad = page.getByRole('region', { name: /^orders/ })
    await bad.getByText('Fetching fails', { exact: true }).waitFor()
    await bad.getByText('The server does not accept this user name').waitFor()
    await bad.getByRole('button', { name: /^Fetch mail of/ }).click()
    await bad.getByText('Asked. What lies there').waitFor()
    expect(await page.getByRole('region', { name: 'care@mill.example' }).getByText('Fetch now').count()).toBe(0)

    await bad.getByRole('link', { name: said('2 mails to look at') }).click()
    const rows = page.locator('.table:not(.intake) tbody tr:not(.opened)')
    await expect.poll(() => page.getByLabel('What became of it').inputValue()).toBe('to-look-at')
    await expect.poll(() => rows.count()).toBe(2)
    await rows.nth(0).getByRole('button', { name: 'Read it' }).click()
    await page.frameLocator('iframe').getByText('there').waitFor()
    await page.getByRole('button', { name: 'Leave it here' }).click()
    await expect.poll(() => rows.count()).toBe(1)
    await rows.nth(0).getByRole('button', { name: 'Read it' }).click()
    await page.locator('.mail-content').getByText('<img src=x').waitFor()
    expect(await barriersIn(page)).toEqual([])
    if (SCREENSHOTS !== undefined) {
      mkdirSync(SCREENSHOTS, { recursive: true })
      await page.screenshot({ path: join(SCREENSHOTS, 'mail-set-aside.png') })
    }
    await page.getByRole('button', { name: 'Try to read it again' }).click()
    await page.getByText('No mail here').waitFor()

    await page.getByLabel('What became of it').selectOption('suppressed')
    await rows.nth(0).getByRole('button', { name: 'Read it' }).click()
    await page.locator('.mail-content').getByText('I am away until May.').waitFor()
    await page.getByRole('button', { name: 'Make a ticket of it' }).click()
    await page.getByText(said('Ticket 1 was made.')).waitFor()
    expect(await page.title()).not.toBe('ran')
    expect(trouble).toEqual([])
    await context.close()
  })

  it('leads to mail of ours that was given up, which is sent at once', async () => {
    const { page, context, trouble } = await open('/desk/settings/mail')
    const good = page.getByRole('region', { name: 'care@mill.example' })
    await good.getByText('Mail could not be delivered').waitFor()
    await good
      .getByRole('table', { name: /^.*Left/ })
      .getByRole('link', { name: '1' })
      .last()
      .click()
    await page.getByText('550 5.1.1 No such user').waitFor()
    const rows = page.locator('tbody tr')
    expect(await rows.count()).toBe(1)
    await page.getByRole('button', { name: 'Send now' }).click()
    await page.getByText('Nothing was written yet').waitFor()
    await page.getByLabel('State').selectOption('waiting')
    await page.getByText('Your kettle').waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(trouble).toEqual([])
    await context.close()
  })

  it('is shown to whoever reads mail, without what they may not do', async () => {
    const agent = await app.signInAs(['agent'])
    const { page, context } = await openWindow(browser, `${app.url}/desk/settings/mail`, { person: agent })
    await page.getByRole('region', { name: 'care@mill.example' }).waitFor()
    expect(await page.getByRole('button', { name: /^Fetch mail of/ }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Company' }).count()).toBe(0)
    await context.close()
  })

  it('says what went wrong, and asks again', async () => {
    const { page, context } = await open('/desk/tickets/all')
    await page.route('**/api/v1/mail/health', (route) => route.abort())
    await page.goto(`${app.url}/desk/settings/mail`)
    const again = page.getByRole('alert').getByRole('button')
    await again.waitFor()
    await page.unroute('**/api/v1/mail/health')
    await again.click()
    await page.getByRole('region', { name: 'care@mill.example' }).waitFor()
    await context.close()
  })
})

describe.each(looksInTurn(LOOKS, 1))('in %s, %s, %d px wide', (language, colorScheme, width) => {
  it('the state of mail can be used by everybody', async () => {
    const { page, context } = await open('/desk/settings/mail', {
      language,
      colorScheme,
      viewport: { width, height: 900 },
    })
    await page.locator('.mailbox .table').first().waitFor()
    if (SCREENSHOTS !== undefined) {
      mkdirSync(SCREENSHOTS, { recursive: true })
      const path = join(SCREENSHOTS, `mail-health-${language}-${colorScheme}-${width}.png`)
      await page.screenshot({ path, fullPage: true })
    }
    expect(await barriersIn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await context.close()
  })
})
