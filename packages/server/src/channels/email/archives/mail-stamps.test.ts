import { describe, expect, it } from 'vitest'
import { mailStamps } from './mail-stamps.ts'
import { deliveredAt, senderOf } from './separator-line.ts'

const AT = Date.UTC(2026, 0, 5, 10)
const stamps = (header: string) =>
  mailStamps(Buffer.from(`${header}\n\nReceived: in the body; Mon, 5 Jan 2026 10:00:00 +0000\n`))

describe('what a mail’s header says of how it came', () => {
  it('is when the last server took it in, never the Date of its author', () => {
    const received =
      'Date: Thu, 1 Jan 1998 00:00:00 +0000\nReceived: from a by b\n\tfor <c@d.example>; Mon, 5 Jan 2026 11:00:00 +0100 (CET)\nReceived: from x; Tue, 6 Jan 1998 00:00:00 +0000'
    expect(stamps(received).received).toBe(AT)
    expect(stamps('Date: Thu, 1 Jan 1998 00:00:00 +0000').received).toBeUndefined()
    expect(stamps('Received: from a by b; whenever').received).toBeUndefined()
    expect(stamps('Received: from a by b').received).toBeUndefined()
  })

  it('is the sender of its envelope, and whom it says it is from', () => {
    expect(stamps('Return-Path: <ada@home.example>\nFrom: "Ada, of Home" <ada@work.example>')).toMatchObject({
      returnPath: 'ada@home.example',
      from: 'ada@work.example',
    })
    expect(stamps('Return-Path: <>\nFrom: ada@work.example (Ada)')).toMatchObject({
      returnPath: '',
      from: 'ada@work.example',
    })
    expect(stamps('From: nobody')).toMatchObject({ returnPath: undefined, from: undefined })
  })
})

describe('the line that begins a mail in an mbox', () => {
  it('says when it was delivered, in UTC where it names no zone', () => {
    for (const line of [
      'From ada@home.example Mon Jan  5 10:00:00 2026',
      'From ada@home.example Mon Jan  5 11:00:00 2026 +0100',
      'From 1789@xxx Mon Jan 05 10:00:00 +0000 2026',
      'From - Mon, Jan 5 10:00 2026',
    ])
      expect(deliveredAt(line), line).toBe(AT)
    expect(deliveredAt('From - ')).toBeUndefined()
  })

  it('names the sender of the envelope where it is an address', () => {
    expect(senderOf('From ada@home.example Mon Jan  5 10:00:00 2026')).toBe('ada@home.example')
    expect(senderOf('From 1789@xxx Mon Jan 05 10:00:00 +0000 2026')).toBeUndefined()
    expect(senderOf('From - Mon Jan  5 10:00:00 2026')).toBeUndefined()
  })
})
