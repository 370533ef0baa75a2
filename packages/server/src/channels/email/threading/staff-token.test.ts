import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Keys, openKeys } from '../../../secrets/index.ts'
import { addressWithToken, isTokenOf, tokenIn } from './mail-token.ts'
import { addressToAnswer, isStaffTokenOf, lastDayOf, staffTokenIn } from './staff-token.ts'

let folder: string
let keys: Keys
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-staff-token-'))
  keys = openKeys(join(folder, 'secret'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NOW = Date.UTC(2026, 10, 23, 12)
const about = { workspace: 'w1', ticket: 't1', person: 'p1' }
const made = () =>
  addressToAnswer(keys, 'support@care.example', { ...about, number: 41, seq: 40, day: lastDayOf(NOW, 14) })

it('names ticket, event and day, and is true for one person and ticket alone', () => {
  expect(made()).toMatch(/^support\+s41-14-g1m-[a-z2-7]{16}@care\.example$/)
  const token = staffTokenIn(made().toUpperCase())
  expect(token).toMatchObject({ number: 41, seq: 40, day: 20794 })
  const isOf = (change: Partial<typeof about>) =>
    token !== undefined && isStaffTokenOf(keys, token, { ...about, ...change })
  expect(isOf({})).toBe(true)
  for (const change of [{ workspace: 'w2' }, { ticket: 't2' }, { person: 'p2' }]) expect(isOf(change)).toBe(false)
})

it('is broken by another seq, another day and any other letter', () => {
  const address = made()
  const others = [address.replace('-14-', '-15-'), address.replace('-g1m-', '-g1n-')]
  for (let at = address.indexOf('-g1m-') + 5; at < address.indexOf('@'); at++)
    others.push(`${address.slice(0, at)}${address[at] === 'a' ? 'b' : 'a'}${address.slice(at + 1)}`)
  for (const other of others) {
    const token = staffTokenIn(other)
    expect(token !== undefined && isStaffTokenOf(keys, token, about), other).toBe(false)
  }
})

it('is no token of a customer, and theirs is none of it, even with the same mark', () => {
  const customers = addressWithToken(keys, 'support@care.example', { workspace: 'w1', ticket: 't1', number: 41 })
  expect(tokenIn(made())).toBeUndefined()
  expect(staffTokenIn(customers)).toBeUndefined()
  const letters = /[a-z2-7]{16}(?=@)/.exec(customers)?.[0] ?? ''
  const swapped = staffTokenIn(made().replace(/[a-z2-7]{16}(?=@)/, letters))
  expect(swapped !== undefined && isStaffTokenOf(keys, swapped, about)).toBe(false)
  const back = tokenIn(customers.replace(letters, /[a-z2-7]{16}(?=@)/.exec(made())?.[0] ?? ''))
  expect(back !== undefined && isTokenOf(keys, back, 'w1', 't1')).toBe(false)
})

it.each(['support@care.example', 'support+s41@care.example', 'support+s41-1-2-short@care.example', '+s41-@x', ''])(
  'is not in %s',
  (address) => expect(staffTokenIn(address)).toBeUndefined(),
)
