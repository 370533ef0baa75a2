import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { detectLanguage } from '../../packages/server/src/channels/email/reading/detect-language.ts'
import { itOn } from './corpus.ts'

const DESK = ['en', 'ar', 'it', 'pl', 'el'] as const

const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().split('\n').slice(1).filter(Boolean)

function tally(language: string, texts: readonly string[]) {
  const found = texts.map((text) => detectLanguage(text, DESK))
  const right = found.filter((each) => each === language).length
  const unsure = found.filter((each) => each === undefined).length
  return { all: texts.length, right, unsure, wrong: texts.length - right - unsure }
}

describe('the language of what customers write', () => {
  itOn('data/text/banking77-train.csv.gz', 'is found in short English questions, and never another', (file) => {
    const { all, right, wrong } = tally(
      'en',
      linesOf(file).map((line) => line.replace(/,[^,]*$/, '')),
    )
    expect(all).toBeGreaterThan(9_000)
    expect(wrong).toBe(0)
    expect(right / all).toBeGreaterThan(0.9)
  })

  itOn('data/text/arbanking77-val.csv.gz', 'is found in short Arabic questions, and never another', (file) => {
    const { all, right, wrong } = tally(
      'ar',
      linesOf(file).map((line) => line.replace(/^"[^"]*",/, '')),
    )
    expect(all).toBeGreaterThan(2_000)
    expect(wrong).toBe(0)
    expect(right / all).toBeGreaterThan(0.85)
  })

  // Some of these strings were never translated: those are found to be English, which they are.
  itOn('data/text/desk-strings.tsv.gz', 'is found in single sentences of each language', (file) => {
    const rows = linesOf(file).map((line) => line.split('\t'))
    for (const language of DESK) {
      const texts = rows.flatMap(([of, , text = '']) => (of === language ? [text] : []))
      const { all, right, wrong } = tally(language, texts)
      expect([language, all > 500, right / all > 0.95, wrong / all < 0.02]).toEqual([language, true, true, true])
    }
  })
})
