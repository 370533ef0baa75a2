import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { corpusFile, itOn } from './corpus.ts'
import { runBin } from './run-bin.ts'

const SETS = [
  { calendars: 'business-time-calendars.json', cases: 'business-time.jsonl', count: 6500 },
  { calendars: 'business-time-more-calendars.json', cases: 'business-time-more.jsonl', count: 450 },
]

describe('avow clock, against the answers of two independent implementations', () => {
  for (const { calendars, cases, count } of SETS) {
    itOn(`vectors/${cases}`, `${cases}: all ${count} lines without a difference`, async (file) => {
      const wanted = readFileSync(file, 'utf8').trimEnd().split('\n')
      const questions = wanted.map((line) => JSON.stringify({ ...JSON.parse(line), due: undefined, open_s: undefined }))
      const { code, stdout, stderr } = await runBin(
        ['clock', corpusFile(`vectors/${calendars}`)],
        `${questions.join('\n')}\n`,
      )
      expect([code, stderr]).toEqual([0, ''])
      const answers = stdout.trimEnd().split('\n')
      expect(answers).toHaveLength(count)
      expect(answers.filter((answer, index) => answer !== wanted[index])).toEqual([])
    })
  }
})
