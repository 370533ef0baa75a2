import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadingTurns } from './reading-turns.ts'

interface Mail {
  readonly name: string
  readonly lane: string
  /** When it comes, and how long its reading takes, ms. */
  readonly at: number
  readonly takes: number
}

/** From when on a mail is slow; how long a process takes to be replaced; for how long a lane is slow, and doubted, ms. */
const [LONG, REPLACED, SLOW_FOR, DOUBTED_FOR] = [250, 150, 5_000, 20_000]

interface Read extends Mail {
  readonly begun: readonly number[]
  readonly ended: number
}

/** Reads mails with so many processes, as createMailReader does, but in a time of its own. */
function readAll(places: number, mails: readonly Mail[]): { readonly read: readonly Read[]; readonly most: number } {
  const turns = new ReadingTurns<Mail>({ places, slowForMs: SLOW_FOR, doubtedForMs: DOUBTED_FOR })
  const begun = new Map<Mail, number[]>(mails.map((mail) => [mail, []]))
  const read: Read[] = []
  const timers: { readonly at: number; readonly run: () => void; isOff: boolean }[] = []
  /** What ends each that is being read. */
  const ends = new Map<Mail, (typeof timers)[number]>()
  let now = 0
  let most = 0
  const after = (ms: number, run: () => void) => {
    const timer = { at: now + ms, run, isOff: false }
    timers.push(timer)
    return timer
  }
  const work = (): void => {
    for (let mail = turns.next(now); mail !== undefined; mail = turns.next(now)) begin(mail)
    most = Math.max(most, ends.size)
    const slow = turns.toBreakOff(now)
    const end = slow && ends.get(slow)
    if (slow === undefined || end === undefined) return
    end.isOff = true
    ends.set(
      slow,
      after(REPLACED, () => {
        ends.delete(slow)
        turns.brokenOff(slow, now)
      }),
    )
  }
  const begin = (mail: Mail): void => {
    begun.get(mail)?.push(now)
    const end = after(mail.takes, () => {
      ends.delete(mail)
      turns.ended(mail, now)
      read.push({ ...mail, begun: begun.get(mail) ?? [], ended: now })
    })
    ends.set(mail, end)
    after(LONG, () => {
      if (ends.get(mail) === end) turns.takesLong(mail)
    })
  }
  for (const mail of mails)
    timers.push({
      at: mail.at,
      isOff: false,
      run: () => {
        turns.add(mail)
      },
    })
  for (;;) {
    const due = timers.filter(({ isOff }) => !isOff).sort((a, b) => a.at - b.at)[0]
    if (due === undefined) break
    due.isOff = true
    now = due.at
    due.run()
    work()
    // A lane may be slow no more.
    for (const mail of mails) {
      const slowFor = turns.slowFor(mail, now)
      if (slowFor > 0 && !timers.some(({ at, isOff }) => !isOff && at === now + slowFor))
        after(slowFor, () => undefined)
    }
  }
  return { read, most }
}

const mail = (name: string, lane: string, at: number, takes: number): Mail => ({ name, lane, at, takes })
const endsOf = (places: number, mails: readonly Mail[]) =>
  Object.fromEntries(readAll(places, mails).read.map(({ name, ended }) => [name, ended]))

describe('turns of mails to be read', () => {
  it('gives one lane all places while nothing of it takes long', () => {
    const mails = Array.from({ length: 10 }, (_, n) => mail(`a${n}`, 'a', 0, 10))
    expect(Math.max(...Object.values(endsOf(2, mails)))).toBe(50)
  })

  it('gives lanes their turns, however many mails of one came before', () => {
    const many = Array.from({ length: 100 }, (_, n) => mail(`a${n}`, 'a', 0, 10))
    expect(endsOf(2, [...many, mail('b', 'b', 1, 10)])).toMatchObject({ b: 20 })
  })

  it('breaks off what was begun last when all is slow and somebody quick waits, and reads it once there is room', () => {
    const mails = [mail('a1', 'a', 0, 9_000), mail('a2', 'a', 1, 9_000), mail('b', 'b', 10, 5)]
    expect(endsOf(2, mails)).toEqual({ b: 1 + LONG + REPLACED + 5, a1: 9_000, a2: 18_000 })
  })

  it('breaks nothing off while nobody quick waits', () => {
    const mails = [mail('a1', 'a', 0, 9_000), mail('a2', 'a', 1, 9_000)]
    expect(endsOf(2, mails)).toEqual({ a1: 9_000, a2: 9_001 })
  })

  it('lets a lane that was slow not have the last place for a while, and then again', () => {
    const slow = [mail('a1', 'a', 0, 1_000), mail('a2', 'a', 1_000, 100), mail('a3', 'a', 1_000, 100)]
    const after = (ms: number) => slow.map((each) => (each.at === 0 ? each : { ...each, at: 1_000 + ms }))
    expect(endsOf(2, slow)).toEqual({ a1: 1_000, a2: 1_100, a3: 1_200 })
    expect(endsOf(2, after(SLOW_FOR))).toEqual({ a1: 1_000, a2: 6_100, a3: 6_200 })
    expect(endsOf(2, after(DOUBTED_FOR))).toEqual({ a1: 1_000, a2: 21_100, a3: 21_100 })
  })

  it('lets lanes that are slow share what is left to them, and a doubted one be read beside them', () => {
    const [slow, doubted] = [mail('a1', 'a', 0, 300), mail('b1', 'b', 0, 300)]
    const held = [mail('a2', 'a', SLOW_FOR + 300, 9_000), mail('b2', 'b', SLOW_FOR + 301, 10)]
    expect(endsOf(2, [slow, doubted, ...held])).toMatchObject({ b2: SLOW_FOR + 311 })
    const sooner = held.map((each) => ({ ...each, at: each.at - 1_000 }))
    expect(endsOf(2, [slow, doubted, ...sooner])).toMatchObject({ b2: SLOW_FOR + 310 })
  })

  it('with one place reads one after the other, whatever it takes', () => {
    const mails = [mail('a1', 'a', 0, 9_000), mail('a2', 'a', 0, 10), mail('b', 'b', 10, 5)]
    expect(endsOf(1, mails)).toEqual({ a1: 9_000, b: 9_005, a2: 9_015 })
  })

  it('however many lanes are attacked: every mail is read, none begun more than twice, and quiet lanes wait for a moment', () => {
    const attacked = fc.array(
      fc.record({ lane: fc.nat({ max: 4 }), at: fc.nat({ max: 20_000 }), takes: fc.integer({ min: 1, max: 30_000 }) }),
      { maxLength: 25 },
    )
    const quiet = fc.array(fc.record({ lane: fc.nat({ max: 2 }), takes: fc.integer({ min: 1, max: 20 }) }), {
      minLength: 1,
      maxLength: 15,
    })
    const lanes = 5 + 3
    // For each lane before it, until that is seen as slow and its process replaced.
    const bound = lanes * (LONG + REPLACED)
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }), attacked, quiet, (places, hostile, normal) => {
        const mails = [
          ...hostile.map(({ lane, at, takes }, n) => mail(`hostile ${n}`, `attacked ${lane}`, at, takes)),
          ...normal.map(({ lane, takes }, n) => mail(`normal ${n}`, `quiet ${lane}`, n * 2 * bound, takes)),
        ]
        const { read, most } = readAll(places, mails)
        expect(read).toHaveLength(mails.length)
        expect(most).toBeLessThanOrEqual(places)
        for (const { name, at, takes, begun, ended } of read) {
          expect(begun.length).toBeLessThanOrEqual(2)
          if (name.startsWith('normal')) expect(ended - takes - at).toBeLessThanOrEqual(bound)
        }
      }),
    )
  })
})
