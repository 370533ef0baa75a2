/** The browser that tests look into pages with. */
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../tools/debian-packages.mjs'

/** Starts Chromium without a sandbox (tests run as root too) and without anything that would ask a network. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
