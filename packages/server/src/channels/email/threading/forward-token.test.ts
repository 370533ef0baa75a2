import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openKeys } from '../../../secrets/index.ts'
import { addressOfForward, forwardTokenIn, isForwardTokenOf } from './forward-token.ts'
import { addressWithToken, tokenIn, withoutToken } from './mail-token.ts'
import { addressToAnswer, staffTokenIn } from './staff-token.ts'
import { withoutTokens } from './without-tokens.ts'

const folder = mkdtempSync(join(tmpdir(), 'avow-forward-token-'))
const keys = openKeys(join(folder, 'keys'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const workspace = '0190a3c0-0000-7000-8000-000000000001'
const outbox = '0190a3c0-0000-7000-8000-000000000002'
const ticket = '0190a3c0-0000-7000-8000-000000000003'
const address = addressOfForward(keys, 'care@acme.example', { workspace, number: 41, outbox })
const isOf = (text: string, of = outbox, inside = workspace) => {
  const token = forwardTokenIn(text)
  return token !== undefined && isForwardTokenOf(keys, token, inside, of)
}

describe('the address of a mail that was forwarded', () => {
  it('names its ticket, is true of that one mail alone, in whatever letter case', () => {
    expect(address).toMatch(/^care\+f41-[a-z2-7]{16}@acme\.example$/u)
    expect(withoutToken(address)).toBe('care@acme.example')
    expect(forwardTokenIn(address)?.number).toBe(41)
    expect(isOf(address)).toBe(true)
    expect(isOf(address.toUpperCase())).toBe(true)
    expect(isOf(address, ticket)).toBe(false)
    expect(isOf(address, outbox, ticket)).toBe(false)
    for (let place = address.indexOf('-') + 1; place < address.indexOf('@'); place++) {
      const other = address[place] === 'a' ? 'b' : 'a'
      expect(isOf(`${address.slice(0, place)}${other}${address.slice(place + 1)}`)).toBe(false)
    }
  })

  it('is no address of a customer or of a colleague, and neither of those is one', () => {
    const customers = addressWithToken(keys, 'care@acme.example', { workspace, ticket: outbox, number: 41 })
    const about = { workspace, ticket, person: outbox, seq: 3, day: 20_000, number: 41 }
    const colleagues = addressToAnswer(keys, 'care@acme.example', about)
    expect(tokenIn(address)).toBeUndefined()
    expect(staffTokenIn(address)).toBeUndefined()
    expect(forwardTokenIn(customers)).toBeUndefined()
    expect(forwardTokenIn(colleagues)).toBeUndefined()
    expect(isOf(customers.replace('+41', '+f41'))).toBe(false)
  })

  it('is cut down in a text to the plain mailbox, as all other tokens are', () => {
    const about = { workspace, ticket, person: outbox, seq: 3, day: 20_000, number: 41 }
    const all = [
      address,
      addressWithToken(keys, 'care@acme.example', { workspace, ticket, number: 41 }),
      addressToAnswer(keys, 'care@acme.example', about).toUpperCase(),
    ]
    expect(withoutTokens(`Write to ${all.join(', or ')}.`)).toBe(
      'Write to care@acme.example, or care@acme.example, or CARE@ACME.EXAMPLE.',
    )
    expect(withoutTokens('a+b@x.example, +41-2 @x')).toBe('a+b@x.example, +41-2 @x')
  })
})
