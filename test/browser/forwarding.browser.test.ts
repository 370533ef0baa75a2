/** Forwarding in the browser: by the keyboard alone, and what the desk shows of it and of what comes back. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ourMessageId } from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { findForward, receiveForwardAnswer } from '../../packages/server/src/features/forwards/index.ts'
import { markUnreachable } from '../../packages/server/src/features/outbox/index.ts'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const JULIA = { name: 'Julia Marsh', email: 'julia@example.org' }
const SUPPLIER = 'parts@supplier.example'

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
const conversation = (page: Page) => page.locator('.conversation')
const run = <T>(work: Parameters<typeof transaction<T>>[2]) =>
  transaction(desk.app.desk.store, { workspace: desk.app.workspace }, work)

/** The recipient of what was forwarded from a ticket answers. */
async function answer(ticket: string, text: string): Promise<void> {
  const { keys } = desk.app.desk
  await run(async (tx) => {
    const { id } = await tx.db
      .selectFrom('outbox')
      .select('id')
      .where('workspace_id', '=', tx.workspace)
      .where('ticket_id', '=', ticket)
      .where('kind', '=', 'forward')
      .executeTakeFirstOrThrow()
    const messageId = ourMessageId(keys, tx.workspace, id, 'bramble.example')
    const signs = { recipients: [], references: [messageId], from: SUPPLIER, isMachine: false }
    const forward = await findForward(tx, keys, signs)
    if (forward === undefined) throw new Error('no forward')
    await receiveForwardAnswer(tx, forward, {
      subject: 'Re: Fwd',
      text,
      from: { name: 'Pat Parts', address: SUPPLIER },
    })
  })
}

describe('a ticket in the desk', () => {
  it('is forwarded by the keyboard alone; the answer stands beside it, marked as for staff', async () => {
    const { ticket, number } = await desk.receive({ ...JULIA, subject: 'The teapot', text: 'Its lid is broken.' })
    const { page, context, trouble } = await open(number)
    await conversation(page).getByText('Its lid is broken.').waitFor()
    await page.keyboard.press('f')
    const dialog = page.getByRole('dialog', { name: 'Forward' })
    await dialog.getByText('The whole conversation: 1 message').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('inputmode'))).toBe('email')
    await page.keyboard.type('parts at supplier')
    await page.keyboard.press('Tab')
    await dialog.getByText(said('This is no address: parts at supplier')).waitFor()
    expect(await dialog.getByRole('button', { name: 'Forward', exact: true }).isDisabled()).toBe(true)
    await shot(page, 'forward-wrong-en')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(`Pat Parts <${SUPPLIER}>`)
    await dialog.getByLabel('Your text').focus()
    await page.keyboard.type('Have you such a lid?')
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'forward-en')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    const forwarded = conversation(page).getByRole('listitem').filter({ hasText: 'Forwarded, for staff only' })
    await forwarded.getByText(SUPPLIER).waitFor()
    await forwarded.getByText('Have you such a lid?').waitFor()
    await answer(ticket, 'Yes, at four pounds.')
    const outside = conversation(page).getByRole('listitem').filter({ hasText: 'From outside, for staff only' })
    await outside.getByText('Yes, at four pounds.').waitFor()
    await outside.getByText('Pat Parts').waitFor()
    expect(await outside.getByRole('button', { name: 'Forward…' }).count()).toBe(0)
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'forwarded-en')
    expect(trouble).toEqual([])
    await context.close()
  })

  it('is forwarded as the messages and files that are ticked, in another language, by the keyboard alone', async () => {
    const { ticket, number } = await desk.receive({
      ...JULIA,
      subject: 'The jug',
      text: 'Its handle broke off.',
      files: [
        { name: 'handle.png', type: 'image/png', bytes: 'a picture' },
        { name: 'bill.pdf', type: 'application/pdf', bytes: 'a bill' },
        { name: 'setup.exe', type: 'application/octet-stream', bytes: 'a program' },
      ],
    })
    await desk.receiveMore(ticket, 'Never mind the bill.')
    await desk.receiveMore(ticket, 'And the spout is chipped.')
    const { page, context, trouble } = await open(number)
    await conversation(page).getByText('And the spout is chipped.').waitFor()
    await page.keyboard.press('f')
    const dialog = page.getByRole('dialog', { name: 'Forward' })
    await dialog.getByText('The whole conversation: 3 messages').waitFor()
    expect(await dialog.getByText('handle.png').count()).toBe(0)
    await page.keyboard.type(SUPPLIER)
    for (const _ of ['copy to', 'what']) await page.keyboard.press('Tab')
    for (const _ of ['the whole', 'some']) await page.keyboard.press('ArrowDown')
    // Of three messages the last is ticked at first.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await dialog.getByText('setup.exe').waitFor()
    expect(await dialog.getByLabel('setup.exe').isDisabled()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await barriersIn(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await dialog.getByLabel('bill.pdf').isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await dialog.getByLabel('All of them').isChecked()).toBe(false)
    expect([
      await dialog.getByLabel('handle.png').isChecked(),
      await dialog.getByLabel('bill.pdf').isChecked(),
    ]).toEqual([true, false])
    await dialog.getByLabel('Language of the words around them').focus()
    await page.keyboard.type('Po')
    await shot(page, 'forward-chosen-en')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    const forwarded = conversation(page).getByRole('listitem').filter({ hasText: 'Forwarded, for staff only' })
    await forwarded.getByRole('link', { name: 'handle.png' }).waitFor()
    const row = await run(({ db, workspace }) =>
      db
        .selectFrom('outbox')
        .select('payload')
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .where('kind', '=', 'forward')
        .executeTakeFirstOrThrow(),
    )
    const { text, language, files } = row.payload
    expect([language, Array.isArray(files) ? files.length : 0]).toEqual(['pl', 1])
    expect(text).toContain('---------- Przekazane wiadomości ----------')
    expect(text).toContain('> Its handle broke off.')
    expect(text).toContain('> And the spout is chipped.')
    expect(text).not.toContain('Never mind')
    expect(trouble).toEqual([])
    await context.close()
  })

  it('keeps the text of what is refused, and tells of an address from which mail comes back', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'A cup', text: 'It is chipped.' })
    const { page, context } = await open(number)
    const dialog = page.getByRole('dialog', { name: 'Forward' })
    const to = dialog.getByLabel('To', { exact: false }).first()
    await conversation(page).getByRole('button', { name: 'Forward…' }).click()
    await to.fill(JULIA.email)
    await dialog.getByLabel('Your text').fill('Kept all the same.')
    await dialog.getByRole('button', { name: 'Forward', exact: true }).click()
    await dialog.getByRole('alert').getByText('This is an address of the customer').waitFor()
    await shot(page, 'forward-refused-en')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('f')
    expect(await dialog.getByLabel('Your text').inputValue()).toBe('Kept all the same.')
    await to.fill('gone@supplier.example')
    await dialog.getByRole('button', { name: 'Forward', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await run((tx) => markUnreachable(tx, 'gone@supplier.example', '5.1.1'))
    await page.keyboard.press('f')
    await to.fill('gone@supplier.example')
    await page.keyboard.press('Tab')
    await dialog.getByText(said('Mail to gone@supplier.example comes back since')).waitFor()
    await context.close()
  })

  it('names the key among the others', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'A plate', text: 'It is fine.' })
    const { page, context } = await open(number)
    await conversation(page).getByText('It is fine.').waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Forward', { exact: true }).waitFor()
    await context.close()
  })

  it.each([
    [400, 'dark'],
    [1440, 'dark'],
    [1440, 'light'],
  ] as const)('is forwarded in Arabic, %i px wide, %s', async (width, colorScheme) => {
    const { ticket, number } = await desk.receive({
      ...JULIA,
      subject: 'غطاء الإبريق',
      text: 'الغطاء مكسور، وأحتاج إلى غطاء آخر قبل يوم الجمعة.',
      language: 'ar',
      files: [
        { name: 'غطاء.png', type: 'image/png', bytes: 'صورة' },
        { name: 'فاتورة.pdf', type: 'application/pdf', bytes: 'فاتورة' },
      ],
    })
    await desk.receiveMore(ticket, 'وهل عندكم إبريق آخر؟')
    const { page, context } = await open(number, { locale: 'ar', colorScheme, viewport: { width, height: 900 } })
    await conversation(page).getByRole('button', { name: 'تحويل…' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'تحويل' })
    await dialog.getByLabel('إلى', { exact: false }).first().fill(SUPPLIER)
    await dialog.getByLabel('نصك').fill('هل عندكم غطاء كهذا؟')
    await dialog.getByText('رسائل أختارها').click()
    await dialog.getByLabel('الغطاء مكسور', { exact: false }).last().check()
    await dialog.getByLabel('غطاء.png').check()
    expect(await barriersIn(page)).toEqual([])
    await shot(page, `forward-ar-${width}-${colorScheme}`)
    await dialog.getByRole('button', { name: 'تحويل', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await answer(ticket, 'نعم، لدينا واحد.')
    await conversation(page).getByText('نعم، لدينا واحد.').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await shot(page, `forwarded-ar-${width}-${colorScheme}`)
    await context.close()
  })
})
