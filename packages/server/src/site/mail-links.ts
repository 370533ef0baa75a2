import { type Html, html, theirId } from './html.ts'
import type { Tongue } from './tongue.ts'

/** One of several addresses to write to. */
export function mailLinks(addresses: readonly string[], tongue: Tongue): Html {
  return tongue.either(addresses.map((address) => html`<a href="mailto:${address}">${theirId(address)}</a>`))
}
