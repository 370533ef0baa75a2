import { readFileSync } from 'node:fs'
import { markRules } from './promise-line.ts'

/** In layers, so that what comes later wins whatever the selectors. */
const LAYERS = {
  tokens: ['tokens'],
  base: ['base'],
  parts: ['head', 'promise', 'drawings', 'tables', 'ledger', 'public-page', 'method'],
  surroundings: ['surroundings'],
  hidden: ['hidden'],
} as const

/** The page's style as one text. */
export function styleSheet(): string {
  const marks = `@media (min-width: 720px) {\n${markRules()}\n}`
  const layers = Object.entries(LAYERS).map(([layer, files]) => {
    const texts = files.map((file) => readFileSync(new URL(`./style/${file}.css`, import.meta.url), 'utf8'))
    return `@layer ${layer} {\n${texts.join('')}${layer === 'parts' ? marks : ''}\n}`
  })
  return `@layer ${Object.keys(LAYERS).join(', ')};\n${layers.join('\n')}\n`
}
