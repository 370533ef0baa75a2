import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Keys, openKeys } from '../../../secrets/index.ts'
import { base32, fromBase32 } from './base32.ts'
import { addressWithToken, isTokenOf, tokenIn, withoutToken } from './mail-token.ts'
import { isOurMessageId, ourMessageId } from './our-message-id.ts'

let folder: string
let keys: Keys
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-token-'))
  keys = openKeys(join(folder, 'secret'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ticket = { workspace: 'w1', ticket: 't1', number: 41 }

describe('the token in an address', () => {
  it('names the ticket, and is true for it alone', () => {
    const address = addressWithToken(keys, 'support@care.example', ticket)
    expect(address).toMatch(/^support\+41-[a-z2-7]{16}@care\.example$/)
    const token = tokenIn(address)
    expect(token?.number).toBe(41)
    const isOf = (workspace: string, id: string) => token !== undefined && isTokenOf(keys, token, workspace, id)
    expect([isOf('w1', 't1'), isOf('w1', 't2'), isOf('w2', 't1')]).toEqual([true, false, false])
  })

  it('survives mail programs that change the case of letters', () => {
    const token = tokenIn(addressWithToken(keys, 'Support@Care.example', ticket).toUpperCase())
    expect(token !== undefined && isTokenOf(keys, token, 'w1', 't1')).toBe(true)
  })

  it('is broken by any other letter', () => {
    const address = addressWithToken(keys, 'support@care.example', ticket)
    const start = address.indexOf('-') + 1
    for (let at = start; at < start + 16; at++) {
      const other = address[at] === 'a' ? 'b' : 'a'
      const token = tokenIn(`${address.slice(0, at)}${other}${address.slice(at + 1)}`)
      expect(token !== undefined && isTokenOf(keys, token, 'w1', 't1')).toBe(false)
    }
  })

  it.each([
    'support@care.example',
    'support+41@care.example',
    'support+41-short@care.example',
    '+41-@care.example',
    '',
  ])('is not in %s', (address) => expect(tokenIn(address)).toBeUndefined())

  it('is left out of the address by which a mailbox is found', () => {
    expect(withoutToken('Support+41-abc+d@Care.Example')).toBe('support@care.example')
    expect(withoutToken('support@care.example')).toBe('support@care.example')
    expect(withoutToken('postmaster')).toBe('postmaster')
  })
})

describe('a Message-ID of ours', () => {
  const outbox = '01a201ef-f8fd-7a24-8d07-21db85ddf0d8'
  it('is known again in its workspace, and cannot be made by others', () => {
    const id = ourMessageId(keys, 'w1', outbox, 'care.example')
    expect(isOurMessageId(keys, 'w1', id)).toBe(true)
    expect(isOurMessageId(keys, 'w2', id)).toBe(false)
    expect(isOurMessageId(keys, 'w1', id.replace('d8.', 'd9.'))).toBe(false)
    expect(isOurMessageId(keys, 'w1', `<${outbox}.aaaaaaaaaaaaaaaa@care.example>`)).toBe(false)
    expect(isOurMessageId(keys, 'w1', '<anything@home.example>')).toBe(false)
  })
})

it('base32 gives back what it was given, and refuses what it never writes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromBase32(base32(bytes))).toEqual(Buffer.from(bytes))
    }),
  )
  expect([fromBase32('a1'), fromBase32('ab'), fromBase32('A')]).toEqual([undefined, undefined, undefined])
})
