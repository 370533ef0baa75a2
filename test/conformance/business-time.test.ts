import { readFileSync } from 'node:fs'
import { compileCalendar, compileZone, due, elapsed, openZone, readCalendarsFile } from '@avow/core'
import { describe, expect } from 'vitest'
import { corpusFile, itOn } from './corpus.ts'

const SETS = [
  { calendars: 'business-time-calendars.json', cases: 'business-time.jsonl', count: 6500 },
  { calendars: 'business-time-more-calendars.json', cases: 'business-time-more.jsonl', count: 450 },
]
const FROM = Date.UTC(2022, 0, 1)
const UNTIL = Date.UTC(2030, 0, 1)

function calendarsIn(file: string) {
  const rules = readCalendarsFile(JSON.parse(readFileSync(file, 'utf8')))
  return new Map(
    [...rules].map(([name, rule]) => [
      name,
      compileCalendar(rule, openZone(compileZone(rule.zone, FROM, UNTIL, 'test'))),
    ]),
  )
}

function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

describe('business time, as agreed by two independent implementations', () => {
  for (const set of SETS) {
    itOn(`vectors/${set.cases}`, `${set.cases}: due and open time of all ${set.count} cases`, (file) => {
      const calendars = calendarsIn(corpusFile(`vectors/${set.calendars}`))
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
      const differences: string[] = []
      for (const line of lines) {
        const wanted = JSON.parse(line)
        const calendar = calendars.get(wanted.calendar)
        if (calendar === undefined) throw new Error(`no calendar ${wanted.calendar}`)
        const start = Date.parse(wanted.start)
        const answer = {
          due: iso(due(calendar, start, wanted.add_s * 1000)),
          open_s: elapsed(calendar, start, Date.parse(wanted.end)) / 1000,
        }
        if (answer.due !== wanted.due || answer.open_s !== wanted.open_s)
          differences.push(`${line} answered ${JSON.stringify(answer)}`)
      }
      expect(differences).toEqual([])
      expect(lines).toHaveLength(set.count)
    })
  }
})
