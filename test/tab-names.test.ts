/** What the README and the set-up call a place of the desk is what stands on it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../tools/run-command.ts'

const LANGUAGES = ['en', 'ar', 'it', 'pl', 'el']

/** A message of a catalogue, read as text: packages are entered by their names, and catalogues are not for others. */
function message(file: string, name: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const found = new RegExp(`'${name}':\\s*'([^']+)'`).exec(text)?.[1]
  if (found === undefined) throw new Error(`${file} has no message ${name}`)
  return found
}

/** `Mail → Outgoing` */
function placeIn(language: string): string {
  const file = `packages/web/src/messages/${language}/mail.ts`
  return `${message(file, 'mail.title')} → ${message(file, 'mail.out')}`
}

describe('mail that leaves', () => {
  it.each(LANGUAGES)('stands in %s where the set-up says', (language) => {
    const said = message(`packages/server/src/site/set-up/words/${language}.ts`, 'mail.folder')
    expect(said.replace('←', '→')).toContain(placeIn(language))
  })

  it.each(['README.md', 'docs/run-book.md'])('stands where %s says', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(placeIn('en'))
  })
})
