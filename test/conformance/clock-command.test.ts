import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CORPUS, runBin } from './run-bin.ts'

const SETS = [
  { calendars: 'business-time-calendars.json', cases: 'business-time.jsonl', count: 6500 },
  { calendars: 'business-time-more-calendars.json', cases: 'business-time-more.jsonl', count: 450 },
]

describe('avow clock, against the answers of two independent implementations', () => {
  for (const { calendars, cases, count } of SETS) {
    const file = resolve(CORPUS, 'vectors', cases)
    const present = existsSync(file)
    if (!present) console.log(`skipped: ${file} is absent (AVOW_CORPUS names its folder)`)
    it.skipIf(!present)(`${cases}: all ${count} lines without a difference`, async () => {
      const wanted = readFileSync(file, 'utf8').trimEnd().split('\n')
      const questions = wanted.map((line) => JSON.stringify({ ...JSON.parse(line), due: undefined, open_s: undefined }))
      const { code, stdout, stderr } = await runBin(
        ['clock', resolve(CORPUS, 'vectors', calendars)],
        `${questions.join('\n')}\n`,
      )
      expect([code, stderr]).toEqual([0, ''])
      const answers = stdout.trimEnd().split('\n')
      expect(answers).toHaveLength(count)
      expect(answers.filter((answer, index) => answer !== wanted[index])).toEqual([])
    })
  }
})
