import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MailQueue, type QueuedMail, type QueueLimits } from './mail-queue.ts'

const LIMITS: QueueLimits = { mails: 12, mailsOfOne: 4, bytes: 1_000, bytesOfOne: 300 }

interface Mail extends QueuedMail {
  readonly name: string
}

const mail = (mailbox: string, name: string, size = 1): Mail => ({ mailbox, name, size })
const queueOf = (mails: readonly Mail[], limits = LIMITS): MailQueue<Mail> => {
  const queue = new MailQueue<Mail>(limits)
  for (const each of mails) queue.add(each)
  return queue
}
const begunOf = (queue: MailQueue<Mail>): readonly string[] => {
  const begun: string[] = []
  for (let each = queue.begin(); each !== undefined; each = queue.begin()) begun.push(each.name)
  return begun
}

describe('mail that waits to be begun', () => {
  it('is begun the oldest first, and of one mailbox no more than its share', () => {
    const flood = Array.from({ length: 10 }, (_, n) => mail('a', `a${n}`))
    const queue = queueOf([...flood, mail('b', 'b0'), mail('c', 'c0')])
    expect(queue.ready).toBe(6)
    expect(begunOf(queue)).toEqual(['a0', 'a1', 'a2', 'a3', 'b0', 'c0'])
    expect([queue.size, queue.ready]).toEqual([6, 0])
  })

  it('is begun as others of its mailbox end', () => {
    const [first, ...more] = Array.from({ length: 6 }, (_, n) => mail('a', `a${n}`))
    const queue = queueOf([...(first ? [first] : []), ...more])
    begunOf(queue)
    if (first !== undefined) queue.end(first)
    expect(begunOf(queue)).toEqual(['a4'])
  })

  it('is held back where it is large and others of its mailbox are under way; a first one never for that', () => {
    const queue = queueOf([mail('a', 'a0', 200), mail('a', 'a1', 200), mail('b', 'b0', 900), mail('c', 'c0', 10)])
    expect(begunOf(queue)).toEqual(['a0', 'c0'])
    expect(begunOf(queueOf([mail('b', 'b0', 9_000)]))).toEqual(['b0'])
  })

  it('crowds its mailbox where much of it waits', () => {
    const queue = queueOf([mail('a', 'a0'), mail('a', 'a1'), mail('a', 'a2'), mail('b', 'b0')])
    expect(queue.crowded(3)).toEqual(['a'])
    begunOf(queue)
    expect(queue.crowded(3)).toEqual([])
  })

  it('is given out when the queue is cleared', () => {
    const queue = queueOf([mail('a', 'a0'), mail('b', 'b0'), mail('a', 'a1')])
    expect(queue.clear().map(({ name }) => name)).toEqual(['a0', 'a1', 'b0'])
    expect([queue.size, queue.begin()]).toEqual([0, undefined])
  })

  it('is all begun at last, within the limits, whatever comes and ends', () => {
    const step = fc.oneof(
      fc.record({ mailbox: fc.constantFrom('a', 'b', 'c', 'd', 'e'), size: fc.nat({ max: 700 }) }),
      fc.constant('begin' as const),
      fc.nat({ max: 20 }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const queue = queueOf([])
        const underWay: Mail[] = []
        let [added, begun] = [0, 0]
        const begin = (): void => {
          const next = queue.begin()
          if (next === undefined) return
          underWay.push(next)
          begun += 1
          expect(underWay.length).toBeLessThanOrEqual(LIMITS.mails)
          const own = underWay.filter(({ mailbox }) => mailbox === next.mailbox)
          expect(own.length).toBeLessThanOrEqual(LIMITS.mailsOfOne)
          const bytes = (mails: readonly Mail[]) => mails.reduce((sum, { size }) => sum + size, 0)
          if (own.length > 1) expect(bytes(own)).toBeLessThanOrEqual(LIMITS.bytesOfOne)
          if (underWay.length > 1) expect(bytes(underWay)).toBeLessThanOrEqual(LIMITS.bytes)
        }
        const end = (at: number): void => {
          const [ended] = underWay.splice(at % Math.max(1, underWay.length), 1)
          if (ended !== undefined) queue.end(ended)
        }
        for (const each of steps)
          if (each === 'begin') begin()
          else if (typeof each === 'number') end(each)
          else queue.add(mail(each.mailbox, `${added++}`, each.size))
        while (queue.size > 0 || underWay.length > 0) {
          const before = begun
          begin()
          if (begun === before) end(0)
        }
        expect([begun, queue.ready]).toEqual([added, 0])
      }),
    )
  })
})
