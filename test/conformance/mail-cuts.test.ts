/** What authors wrote, cut from what their programs added: by cuts that were written by hand, before the cutter. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMailReader, type MailReader, newPart } from '@avow/server/mail-reading'
import { afterAll, beforeAll, expect } from 'vitest'
import { itOn } from './corpus.ts'
import expected from './mail-cuts.json' with { type: 'json' }

let reader: MailReader

beforeAll(() => {
  reader = createMailReader({ workers: 1, deadlineMs: 60_000 })
})

afterAll(() => reader.close())

itOn('data/mail/talon', 'the new part of mails of many programs is cut as a person cuts it', async (folder) => {
  const missed: string[] = []
  const look = (file: string, text: string, wanted: string): void => {
    const { fresh } = newPart(text)
    if (wordsOf(fresh) !== wordsOf(wanted)) missed.push(file)
    // A sentence of the author is never folded, whatever else is.
    for (const line of wanted.split('\n')) expect([file, wordsOf(fresh)]).toEqual([file, containing(wordsOf(line))])
  }
  for (const [file, ranges] of Object.entries(expected.lines)) {
    const text = await textOf(join(folder, '..', file))
    const lines = text.split('\n')
    look(file, text, ranges.flatMap(([from = 1, to = 1]) => lines.slice(from - 1, to)).join('\n'))
  }
  for (const [file, wanted] of Object.entries(expected.words))
    look(file, await textOf(join(folder, '..', file)), wanted)
  // Up to a tenth may be missed, each by name and with its reason. None is.
  expect(missed).toEqual([])
})

const containing = (words: string): unknown => expect.stringContaining(words)

function wordsOf(text: string): string {
  return text.replace(/[\s\u200e]+/gu, ' ').trim()
}

/** The plain text of a mail, of a page that was its body, or of a body that stands alone. */
async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path)
  if (!/\.(?:eml|html)$/u.test(path)) return bytes.toString('utf8').replaceAll('\r\n', '\n')
  const head = 'From: a@home.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
  const mail = await reader.read(path.endsWith('.eml') ? bytes : Buffer.concat([Buffer.from(head), bytes]))
  if ('unreadable' in mail) throw new Error(`${path}: ${mail.unreadable}`)
  return mail.text
}
