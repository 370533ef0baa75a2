/** Windows of the desk in the browser, and what is looked at in them. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { violationsIn } from './barriers.ts'

export interface DeskWindow {
  readonly page: Page
  readonly context: BrowserContext
  /** Whatever the page complained of. */
  readonly trouble: readonly string[]
}

interface WindowOptions extends BrowserContextOptions {
  readonly person?: TestPerson | undefined
  /** The one that was chosen in this browser before. */
  readonly language?: string
}

/** Opens an address of the desk, as somebody who is signed in where `person` is given. */
export async function openWindow(
  browser: Browser,
  address: string,
  { person, language, ...options }: WindowOptions,
): Promise<DeskWindow> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  // A guard against a test that hangs: a slow machine must not turn it red.
  context.setDefaultTimeout(120_000)
  if (person !== undefined) {
    const { hostname } = new URL(address)
    const cookies = person.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), domain: hostname, path: '/' }
    })
    await context.addCookies(cookies)
  }
  if (language !== undefined)
    // A frame that is kept apart has no store.
    await context.addInitScript({
      content: `if (location.origin !== 'null') localStorage.setItem('avow.language', ${JSON.stringify(language)})`,
    })
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text())
  })
  page.on('pageerror', (error) => trouble.push(String(error)))
  await page.goto(address)
  return { page, context, trouble }
}

/** What axe finds that keeps somebody from using the page. */
export async function barriersIn(page: Page): Promise<string[]> {
  const violations = await violationsIn(page)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    )
}

/** A text as the desk says it: values in it are fenced in by signs that nobody sees. */
export function said(text: string): RegExp {
  const letters = [...text].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'))
  return new RegExp(letters.join('[\u2066-\u2069]*'))
}
