import { pathToFileURL } from 'node:url'
import {
  type CalendarRules,
  compileCalendar,
  compileZone,
  due,
  elapsed,
  openZone,
  readCalendarsFile,
  type Zone,
} from '@avow/core'
import type { BenchRow } from './bench-row.ts'
import { DayLoop } from './day-loop.ts'

const FROM = Date.UTC(2021, 6, 1)
const UNTIL = Date.UTC(2046, 6, 1)
const FIRST = Date.UTC(2023, 0, 1)
const SIX_YEARS = 6 * 365 * 86_400_000
const TARGETS = [15, 30, 60, 120, 240, 480, 1440, 2400].map((minutes) => minutes * 60_000)
const COUNT = 1 << 19
const LOOP_COUNT = 1 << 16
// The system counts CPU time in steps of 4 ms, so a run has to last far longer.
const PASSES = 8

const HOLIDAYS = [2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) =>
  ['01-01', '01-06', '05-01', '11-01', '12-25', '12-26'].map((day) => `${year}-${day}`),
)
const CALENDARS = {
  office: { tz: 'Europe/Warsaw', week: weekdays([['09:00', '17:00']]), holidays: HOLIDAYS },
  lunch: {
    tz: 'Europe/Berlin',
    week: {
      ...weekdays([
        ['08:00', '12:00'],
        ['13:00', '18:30'],
      ]),
      sat: [['10:00', '14:00']],
    },
    holidays: HOLIDAYS,
  },
  nights: { tz: 'America/New_York', week: weekdays([['22:00', '06:00']]), holidays: HOLIDAYS },
  always: {
    tz: 'Asia/Kathmandu',
    week: { ...weekdays([['00:00', '24:00']]), sat: [['00:00', '24:00']], sun: [['00:00', '24:00']] },
  },
  island: {
    tz: 'Australia/Lord_Howe',
    week: { ...weekdays([['08:00', '20:00']]), sat: [['01:00', '02:15']], sun: [['01:00', '02:15']] },
  },
}

/** Questions in columns: a calendar's index, a start, a target and a second instant, drawn evenly over six years. */
interface Questions {
  readonly which: Uint8Array
  readonly starts: Float64Array
  readonly targets: Float64Array
  readonly others: Float64Array
}

/** What answers the questions: our calendars or the day loop. */
interface Clock {
  due(start: number, ms: number): number
  elapsed(from: number, to: number): number
}

/** `due` and `elapsed` per CPU-second on one core, beside a day loop over temporal-polyfill; medians of 5. */
export async function run(): Promise<BenchRow[]> {
  const rules = [...readCalendarsFile(CALENDARS).values()]
  const zones = rules.map((rule) => openZone(compileZone(rule.zone, FROM, UNTIL, 'bench')))
  const calendars = compileAll(rules, zones)
  const loops = rules.map((rule) => new DayLoop(rule))
  const asked = ask(calendars.length)
  const clocks = calendars.map((calendar) => ({
    due: (start: number, ms: number) => due(calendar, start, ms),
    elapsed: (from: number, to: number) => elapsed(calendar, from, to),
  }))
  refuseDifference(clocks, loops, asked)

  const dues = perSecond(COUNT, PASSES, () => {
    let sum = 0
    for (let at = 0; at < COUNT; at++)
      sum += due(pick(calendars, asked.which, at), asked.starts[at] as number, asked.targets[at] as number)
    return sum
  })
  const spans = perSecond(COUNT, PASSES, () => {
    let sum = 0
    for (let at = 0; at < COUNT; at++)
      sum += elapsed(pick(calendars, asked.which, at), asked.starts[at] as number, asked.others[at] as number)
    return sum
  })
  const [office] = calendars
  const officeDues = perSecond(COUNT, PASSES, () => {
    let sum = 0
    if (office === undefined) return Number.NaN
    for (let at = 0; at < COUNT; at++) sum += due(office, asked.starts[at] as number, asked.targets[at] as number)
    return sum
  })
  const officeSpans = perSecond(COUNT, PASSES, () => {
    let sum = 0
    if (office === undefined) return Number.NaN
    for (let at = 0; at < COUNT; at++) sum += elapsed(office, asked.starts[at] as number, asked.others[at] as number)
    return sum
  })
  const loopDues = perSecond(LOOP_COUNT, PASSES, () => {
    let sum = 0
    for (let at = 0; at < LOOP_COUNT; at++)
      sum += pick(loops, asked.which, at).due(asked.starts[at] as number, asked.targets[at] as number)
    return sum
  })
  const loopSpans = perSecond(LOOP_COUNT, PASSES, () => {
    let sum = 0
    for (let at = 0; at < LOOP_COUNT; at++)
      sum += pick(loops, asked.which, at).elapsed(asked.starts[at] as number, asked.others[at] as number)
    return sum
  })
  const compiles = perSecond(calendars.length, PASSES, () => compileAll(rules, zones).length)
  const zoneCompiles = perSecond(1, 4 * PASSES, () => compileZone('Europe/Warsaw', FROM, UNTIL, 'bench').changes.length)

  const unit = 'per CPU-second'
  const note = 'zone offsets cached per day, closed days skipped'
  return [
    {
      what: 'due, five calendars mixed',
      value: dues,
      unit,
      reach: '≥ 5,000,000',
      note: `${(dues / loopDues).toFixed(1)} × the day loop`,
    },
    { what: 'due, one calendar', value: officeDues, unit },
    { what: 'due, day loop over temporal-polyfill', value: loopDues, unit, note },
    {
      what: 'elapsed, five calendars mixed',
      value: spans,
      unit,
      reach: '≥ 15,000,000',
      note: `${(spans / loopSpans).toFixed(1)} × the day loop`,
    },
    { what: 'elapsed, one calendar', value: officeSpans, unit },
    { what: 'elapsed, day loop over temporal-polyfill', value: loopSpans, unit, note },
    { what: 'compile a calendar over 25 years', value: 1000 / compiles, unit: 'CPU-ms' },
    { what: 'compile a zone over 25 years', value: 1000 / zoneCompiles, unit: 'CPU-ms' },
  ]
}

function compileAll(rules: readonly CalendarRules[], zones: readonly Zone[]) {
  return rules.map((rule, at) => compileCalendar(rule, pick(zones, Uint8Array.of(at), 0)))
}

function weekdays(periods: string[][]) {
  return { mon: periods, tue: periods, wed: periods, thu: periods, fri: periods }
}

function ask(calendars: number): Questions {
  const random = generator(20_260_101)
  const asked = {
    which: new Uint8Array(COUNT),
    starts: new Float64Array(COUNT),
    targets: new Float64Array(COUNT),
    others: new Float64Array(COUNT),
  }
  for (let at = 0; at < COUNT; at++) {
    const start = FIRST + Math.floor(random() * SIX_YEARS)
    asked.which[at] = Math.floor(random() * calendars)
    asked.starts[at] = start
    asked.targets[at] = TARGETS[Math.floor(random() * TARGETS.length)] ?? 0
    asked.others[at] = start + Math.floor(random() * 14 * 86_400_000)
  }
  return asked
}

/** mulberry32: the same questions in every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Figures of two things that answer differently would say nothing. */
function refuseDifference(ours: readonly Clock[], theirs: readonly Clock[], asked: Questions): void {
  for (let at = 0; at < LOOP_COUNT; at++) {
    const [start, target, other] = [asked.starts[at] as number, asked.targets[at] as number, asked.others[at] as number]
    const [one, two] = [pick(ours, asked.which, at), pick(theirs, asked.which, at)]
    if (one.due(start, target) !== two.due(start, target) || one.elapsed(start, other) !== two.elapsed(start, other)) {
      throw new Error(
        `calendar ${asked.which[at]}: the day loop answers differently from ${new Date(start).toISOString()}`,
      )
    }
  }
}

function pick<T>(from: readonly T[], which: Uint8Array, at: number): T {
  const found = from[which[at] as number]
  if (found === undefined) throw new Error('no such calendar')
  return found
}

/** Median of 5 runs, after one to warm up, in things done per second of this thread's CPU time. */
function perSecond(count: number, passes: number, work: () => number): number {
  const rates: number[] = []
  for (let round = -1; round < 5; round++) {
    const before = process.threadCpuUsage()
    for (let pass = 0; pass < passes; pass++)
      if (!Number.isFinite(work())) throw new Error('a measured run gave no number')
    const used = process.threadCpuUsage(before)
    if (round >= 0) rates.push((count * passes * 1e6) / Math.max(1, used.user + used.system))
  }
  return rates.sort((a, b) => a - b)[2] ?? 0
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { what, value, unit, reach = '', note = '' } of await run()) {
    const figure = value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 })
    console.log(`${what.padEnd(42)} ${figure.padStart(14)} ${unit.padEnd(15)} ${reach.padEnd(14)} ${note}`)
  }
}
