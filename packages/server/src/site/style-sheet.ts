import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The names of colours, sizes and spaces, which the desk’s pages have too; then the looks of the parts. */
const FILES = [
  '../../../web/src/ui/tokens.css',
  './style/base.css',
  './style/page.css',
  './style/charter.css',
  './style/handbook.css',
  './style/drawings.css',
  './style/forms.css',
  './style/request.css',
  './style/set-up.css',
  './style/print.css',
]

interface StyleSheet {
  readonly text: string
  readonly address: string
}

let read: StyleSheet | undefined

/** The one style sheet of the public pages; read once. */
export function styleSheet(): StyleSheet {
  if (read === undefined) {
    const text = FILES.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
    const name = createHash('sha256').update(text).digest('hex').slice(0, 16)
    read = { text, address: `/site/${name}.css` }
  }
  return read
}

/** Changes with its text, so that it may be kept for ever. */
export function styleAddress(): string {
  return styleSheet().address
}
