import { readFileSync } from 'node:fs'
import { termWords } from '@avow/contract'
import { readCharter } from '@avow/core'
import { expect, it } from 'vitest'
import { charterTongue } from './index.ts'

const { document } = readCharter(
  readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8'),
)

it.each([
  ['en', 'phone', 'phone'],
  ['en', 'email', 'e-mail'],
  ['ar', 'phone', 'الهاتف'],
  ['ar', 'pigeon', 'pigeon'],
])('in %s a channel %s is called as the charter calls it: %s', (language, channel, name) => {
  if (document === undefined) throw new Error('the charter cannot be read')
  expect(termWords('channel', channel, charterTongue(document, language))).toBe(name)
})
