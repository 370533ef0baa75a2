/** Threading that is seen and put right by hand, in the browser: why a mail is where it is, merging, moving, splitting. */
import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const JULIA = { name: 'Julia Marsh', email: 'julia@example.org' }
const BORIS = { name: 'Boris Rivera', email: 'boris@example.org' }

let desk: DeskAtWork
let browser: Browser
let agent: TestPerson
beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 10 })
  agent = await desk.app.signInAs(['agent'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const open = (number: number, options: object = {}) =>
  openWindow(browser, `${desk.app.url}/desk/tickets/all/${number}`, { person: agent, ...options })
const shot = async (page: Page, name: string) => {
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` })
}
const conversation = (page: Page) => page.getByRole('list', { name: 'Conversation' })

const conversationOf = (page: Page) => page.locator('.conversation')

/** As though the first message of a ticket had come by mail. */
const cameByMail = (ticket: string) =>
  transaction(desk.app.desk.store, { workspace: desk.app.workspace }, async (tx) => {
    const { workspace: workspace_id, db } = tx
    const event = await db
      .selectFrom('event')
      .select(['id', 'at'])
      .where('workspace_id', '=', workspace_id)
      .where('ticket_id', '=', ticket)
      .where('type', '=', 'message.received')
      .executeTakeFirstOrThrow()
    const mailbox = await db
      .selectFrom('mailbox')
      .select(['id', 'address'])
      .where('workspace_id', '=', workspace_id)
      .executeTakeFirstOrThrow()
    const [key, sha256] = [tx.newId(), randomBytes(32)]
    await db.insertInto('blob').values({ workspace_id, key, sha256, size: 1 }).execute()
    const mail = { envelope_from: BORIS.email, envelope_to: mailbox.address, blob_key: key, sha256, size: 1 }
    await db
      .insertInto('inbound_mail')
      .values({
        ...mail,
        workspace_id,
        id: tx.newId(),
        mailbox_id: mailbox.id,
        acceptance_id: tx.newId(),
        received_at: event.at,
        outcome: 'ticketed',
        ticket_id: ticket,
        event_id: event.id,
        trace: JSON.stringify({
          code: 'forged-reference',
          ticket: 1,
          message_id: '<one@example.org>',
          is_stranger: false,
          merged: null,
        }),
      })
      .execute()
  })

describe('a ticket in the desk', () => {
  it('says at a mail why it is there', async () => {
    const { ticket, number } = await desk.receive({ ...BORIS, subject: 'About that order', text: 'As I wrote.' })
    await cameByMail(ticket)
    const { page, context, trouble } = await open(number)
    await page.getByText('Why it is on this ticket').click()
    await page.getByText(said('It opened a ticket: it names a mail on ticket 1')).waitFor()
    await page.getByText('<one@example.org>').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'trace-en')
    expect(trouble).toEqual([])
    await context.close()
  })

  it('is merged into another that is looked for by its number, and goes on there', async () => {
    const into = await desk.receive({ ...JULIA, subject: 'The blue teapot', text: 'Where is my teapot?' })
    const ticket = await desk.receive({ ...JULIA, subject: 'Teapot again', text: 'Still no teapot.' })
    const { page, context, trouble } = await open(ticket.number)
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('button', { name: 'Merge…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge into another ticket' })
    expect(await dialog.getByRole('button', { name: 'Merge' }).last().isDisabled()).toBe(true)
    await dialog.getByLabel('Number of the other ticket').fill(String(into.number))
    await dialog.getByText('The blue teapot').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'merge-en')
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await page.waitForURL(`**/${into.number}`)
    await conversation(page).getByText('Still no teapot.').waitFor()
    const link = page.getByRole('link', { name: said(`Ticket ${ticket.number} was merged into this one`) })
    await shot(page, 'merged-en')
    await link.click()
    await page.getByRole('link', { name: said(`Merged into ticket ${into.number}`) }).waitFor()
    expect(await page.getByRole('button', { name: 'Send' }).count()).toBe(0)
    expect(trouble).toEqual([])
    await context.close()
  })

  it('of another customer is merged only after a warning', async () => {
    const into = await desk.receive({ ...JULIA, subject: 'A saucer', text: 'It is chipped.' })
    const ticket = await desk.receive({ ...BORIS, subject: 'Her saucer', text: 'I ask for Julia.' })
    const { page, context } = await open(ticket.number)
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('button', { name: 'Merge…' }).click()
    await page.getByLabel('Number of the other ticket').fill(String(into.number))
    await page.getByText(said('Answers will go to Julia Marsh alone.')).waitFor()
    await page.getByRole('button', { name: 'Merge all the same' }).click()
    await page.waitForURL(`**/${into.number}`)
    await conversation(page).getByText('I ask for Julia.').waitFor()
    await context.close()
  })

  it('is of a customer who is another one, once a lead has said so of both', async () => {
    const home = { name: 'Rita Home', email: 'rita@home.example' }
    const work = { name: 'Rita Work', email: 'rita@work.example' }
    const first = await desk.receive({ ...home, subject: 'A kettle', text: 'It leaks.' })
    const second = await desk.receive({ ...work, subject: 'The kettle', text: 'It is me again.' })
    const agents = await open(second.number)
    await agents.page.getByText('It is me again.').last().waitFor()
    expect(await agents.page.getByRole('button', { name: 'Is the same as…' }).count()).toBe(0)
    await agents.context.close()
    const lead = await desk.app.signInAs(['lead'])
    const { page, context, trouble } = await open(second.number, { person: lead })
    await page.getByRole('button', { name: 'Is the same as…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Two customers who are one person' })
    await dialog.getByLabel('Number of the other ticket').fill(String(first.number))
    await dialog
      .getByText(said('Rita Work (rita@work.example) becomes Rita Home (rita@home.example): all their tickets'))
      .waitFor()
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'one-person-en')
    await page.keyboard.press('Enter')
    const card = page.locator('.card', { hasText: 'Customer' }).last()
    await card.getByText('Rita Home').waitFor()
    await card.getByText('rita@work.example').waitFor()
    await shot(page, 'one-person-done-en')
    expect(trouble).toEqual([])
    await context.close()
  })

  it('gives a message away to a new ticket, and says where it went', async () => {
    const ticket = await desk.receive({ ...JULIA, subject: 'A cup', text: 'The cup is fine.' })
    await desk.receiveMore(ticket.ticket, 'And my lamp is broken.')
    const { page, context, trouble } = await open(ticket.number)
    await page.getByRole('button', { name: 'Move…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Move messages' })
    await dialog.getByLabel('And my lamp is broken.').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'move-en')
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByRole('link', { name: said(`Follows ticket ${ticket.number}`) }).waitFor()
    await conversation(page).getByText('And my lamp is broken.').waitFor()
    await page.getByRole('link', { name: said(`Follows ticket ${ticket.number}`) }).click()
    await conversation(page)
      .getByRole('link', { name: said('A message was moved to ticket') })
      .waitFor()
    expect(await conversation(page).getByText('And my lamp is broken.').count()).toBe(0)
    await shot(page, 'moved-en')
    expect(trouble).toEqual([])
    await context.close()
  })

  it.each([400, 1440])('is merged and moved in Arabic too, dark, %i px wide', async (width) => {
    const { ticket, number } = await desk.receive({ ...JULIA, subject: 'A long subject about a teapot', text: 'One.' })
    const mate = await desk.receive({ ...BORIS, subject: 'Another', text: 'Two.' })
    await cameByMail(ticket)
    await desk.receiveMore(
      ticket,
      'A message that is long enough to be cut where there is no room for all of its words.',
    )
    const options = { locale: 'ar', colorScheme: 'dark', viewport: { width, height: 900 } }
    const { page, context } = await open(number, options)
    await page.getByText('لماذا هي في هذا الطلب').click()
    await page.getByRole('button', { name: 'نقل…' }).click()
    await page.getByText('إلى طلب آخر').click()
    await page.getByLabel('رقم الطلب الآخر').fill(String(mate.number))
    await page.getByRole('dialog').getByText('Another').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await shot(page, `move-ar-${width}`)
    await page.getByRole('button', { name: 'نقل', exact: true }).click()
    await page.getByText('من كتب هذا ليس عميل ذلك الطلب').waitFor()
    await page.getByRole('button', { name: 'نقل رغم ذلك' }).click()
    await page.waitForURL(`**/${mate.number}`)
    await conversationOf(page).getByText('A message that is long enough').waitFor()
    await shot(page, `moved-ar-${width}`)
    await context.close()
  })
})
