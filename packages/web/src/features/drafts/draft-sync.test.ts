import { areApart, editText, movedOver, patched, patchesOf, type SourceEdit, splicesOf } from '@avow/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answered,
  type Change,
  changed,
  heard,
  isSaved,
  openSync,
  refused,
  type Sync,
  sending,
  settled,
  stepped,
} from './draft-sync.ts'
import { patchBetween } from './patch-between.ts'

const TEXT =
  'promises:\n  - id: P1\n    table:\n      - { tier: gold, target: 1 h of office }\n      - { target: 4 h of office }\n'
const target = (row: number, value: string): SourceEdit => ({
  kind: 'set',
  path: ['promises', 'P1', 'table', row, 'target'],
  value,
})

function field(sync: Sync, edit: SourceEdit): Change {
  return { splices: editText(sync.text, [edit])?.splices ?? [], edits: [edit], key: JSON.stringify(edit) }
}

function edit(sync: Sync, one: SourceEdit): Sync {
  return changed(sync, field(sync, one))
}

/** A server that joins as the real one does. */
class Server {
  text = TEXT
  readonly edits: { seq: number; splices: Change['splices'] }[] = []

  take(
    base: number,
    splices: Change['splices'],
  ): { seq: number; edits: { seq: number; splices: Change['splices'] }[] } | 'moved' {
    const texts = this.textOf(base)
    const others = this.edits.filter(({ seq }) => seq > base)
    const theirs = patchesOf(others.flatMap((other) => other.splices))
    const mine = patchesOf(splices)
    if (!areApart(texts, mine, theirs)) return 'moved'
    const joined = splicesOf(movedOver(mine, theirs, 'others first'))
    const seq = this.edits.length + 1
    this.edits.push({ seq, splices: joined })
    this.text = patched(this.text, patchesOf(joined))
    return { seq, edits: this.after(base) }
  }

  after(seq: number) {
    return this.edits.filter((one) => one.seq > seq)
  }

  private textOf(seq: number): string {
    return this.edits.filter((one) => one.seq <= seq).reduce((text, one) => patched(text, patchesOf(one.splices)), TEXT)
  }
}

function exchange(server: Server, sync: Sync, id: string): Sync {
  const out = sending(sync, id)
  if (out === undefined) return heard(sync, server.after(sync.seq))
  const answer = server.take(out.sent.base, out.sent.splices)
  return answer === 'moved' ? refused(out, server.after(out.seq)) : answered(out, answer.seq, answer.edits)
}

describe('two people', () => {
  it('in two rows lose nothing', () => {
    const server = new Server()
    let [ada, ben] = [openSync(0, TEXT), openSync(0, TEXT)]
    ada = edit(ada, target(0, '2 h of office'))
    ben = edit(ben, target(1, '8 h of office'))
    ada = exchange(server, ada, 'a1')
    ben = exchange(server, ben, 'b1')
    ada = exchange(server, ada, 'a2')
    expect([ada.text, ben.text]).toEqual([server.text, server.text])
    expect(server.text).toContain('2 h of office')
    expect(server.text).toContain('8 h of office')
    expect([isSaved(ada), isSaved(ben)]).toEqual([true, true])
  })

  it('in one field: the later one is made again on the newer text', () => {
    const server = new Server()
    let [ada, ben] = [openSync(0, TEXT), openSync(0, TEXT)]
    ada = edit(ada, target(0, '2 h of office'))
    ben = edit(ben, target(0, '30 min of office'))
    ada = exchange(server, ada, 'a1')
    ben = exchange(server, ben, 'b1')
    ben = exchange(server, ben, 'b2')
    expect(server.text).toContain('30 min of office')
    expect(ben.text).toBe(server.text)
  })

  it('in one line of the text: both are shown, and one decides', () => {
    const server = new Server()
    const first = edit(openSync(0, TEXT), target(0, '2 h of office'))
    exchange(server, first, 'a1')
    const typed = TEXT.replace('1 h', '1 day')
    let ben = changed(openSync(0, TEXT), { splices: splicesOf(patchBetween(TEXT, typed)) })
    ben = exchange(server, ben, 'b1')
    expect(ben.clash).toEqual({ mine: typed, theirs: server.text })
    ben = exchange(server, settled(ben, typed), 'b2')
    expect(server.text).toBe(typed)
  })

  it('a change of what another took away is said to be lost', () => {
    const server = new Server()
    exchange(server, edit(openSync(0, TEXT), { kind: 'remove', path: ['promises', 'P1', 'table', 1] }), 'a1')
    const ben = exchange(server, edit(openSync(0, TEXT), target(1, '9 h of office')), 'b1')
    expect(ben.lost).toHaveLength(1)
    expect(ben.text).toBe(server.text)
  })
})

describe('a row that another person moved', () => {
  it('is found by what it says', () => {
    const server = new Server()
    let ada = edit(openSync(0, TEXT), {
      kind: 'insert',
      path: ['promises', 'P1', 'table'],
      at: 0,
      value: { tier: 'free', target: '3 h of office' },
    })
    ada = edit(ada, target(1, '2 h of office'))
    exchange(server, ada, 'a1')
    let ben = exchange(server, edit(openSync(0, TEXT), target(0, '30 min of office')), 'b1')
    ben = exchange(server, ben, 'b2')
    expect(server.text).toContain('{ tier: gold, target: 30 min of office }')
    expect(server.text).toContain('{ tier: free, target: 3 h of office }')
    expect(ben.lost).toEqual([])
  })
})

describe('taking back', () => {
  it('goes step by step, typing as one, and forward again', () => {
    let sync = openSync(0, TEXT)
    for (const value of ['2', '2 h', '2 h of office'])
      sync = changed(sync, { ...field(sync, target(0, value)), key: 'row 0' })
    sync = edit(sync, target(1, '8 h of office'))
    const full = sync.text
    sync = stepped(sync, 'undo')
    expect(sync.text).toContain('4 h of office')
    sync = stepped(sync, 'undo')
    expect(sync.text).toBe(TEXT)
    expect(stepped(stepped(sync, 'redo'), 'redo').text).toBe(full)
  })

  it('takes back one’s own change alone after others wrote', () => {
    const server = new Server()
    exchange(server, edit(openSync(0, TEXT), target(0, '2 h of office')), 'a1')
    let ben = edit(openSync(0, TEXT), target(1, '8 h of office'))
    ben = exchange(server, ben, 'b1')
    ben = stepped(ben, 'undo')
    expect(ben.text).toBe(TEXT.replace('1 h', '2 h'))
  })
})

const value = fc.constantFrom('2 h of office', '30 min of office', '3 working days of office', '14 days')
const anyEdit: fc.Arbitrary<SourceEdit> = fc.oneof(
  fc.tuple(fc.nat({ max: 3 }), value).map(([row, given]) => target(row, given)),
  fc.tuple(fc.nat({ max: 3 }), value).map(
    ([at, given]): SourceEdit => ({
      kind: 'insert',
      path: ['promises', 'P1', 'table'],
      at,
      value: { tier: 'free', target: given },
    }),
  ),
  fc
    .nat({ max: 3 })
    .map((row): SourceEdit => ({ kind: 'set', path: ['promises', 'P1', 'table', row, 'channel'], value: 'email' })),
  fc.constantFrom<SourceEdit>({ kind: 'set', path: ['promises', 'P1', 'because', 'en'], value: 'We care.' }),
)

describe('any two people, whoever comes first', () => {
  it('end on one text, which is the server’s', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.option(anyEdit)), { maxLength: 14 }), (steps) => {
        const server = new Server()
        const people = [openSync(0, TEXT), openSync(0, TEXT)]
        let id = 0
        for (const [who, made] of steps) {
          const at = who ? 1 : 0
          const sync = people[at] ?? openSync(0, TEXT)
          people[at] = made === null ? exchange(server, sync, `${id++}`) : edit(sync, made)
        }
        for (let round = 0; round < 4; round++)
          for (const at of [0, 1]) people[at] = exchange(server, people[at] ?? openSync(0, TEXT), `${id++}`)
        for (const sync of people) {
          expect(sync.text).toBe(server.text)
          expect(isSaved(sync)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
