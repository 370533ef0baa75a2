import { expect, it } from 'vitest'
import { mailboxesOf, senderOf } from './mailboxes.ts'

const from = (...values: string[]) => senderOf(values.map((value) => ({ name: 'from', value })))

it.each([
  'ada@example.com',
  'Ada <ada@example.com>',
  '"Lovelace, Ada" <ada@example.com>',
  '=?utf-8?Q?Zo=C3=AB?= <ada@example.com>',
  'ada@example.com (Ada)',
  '<ada@example.com>',
])('trusts the form of %s', (value) => {
  expect(from(value)).toMatchObject({ from: { address: 'ada@example.com' }, fromIsDoubtful: null })
})

it.each([
  ['missing', ['']],
  ['missing', []],
  ['several-headers', ['a@example.com', 'b@example.com']],
  ['several-headers', ['a@example.com', 'a@example.com']],
  ['several-addresses', ['a@example.com, b@example.com']],
  ['several-addresses', ['CEO <a@example.com>, b@example.com']],
  ['group', ['Board: a@example.com;']],
  ['group', ['Undisclosed:;']],
  ['encoded-address', ['=?utf-8?Q?a=40example=2Ecom?=']],
  ['encoded-address', ['=?utf-8?Q?Ada_=3Ca=40example=2Ecom=3E?=']],
  ['encoded-address', ['Ada <=?utf-8?Q?a?=@example.com>']],
  ['malformed', ['Ada']],
  ['malformed', ['<>']],
  ['malformed', ['Ada <a@b@example.com>']],
  ['malformed', ['Ada <a@example.com\u0000.evil.example>']],
  ['malformed', ['"a b"@example.com']],
  ['malformed', ['a@[127.0.0.1]']],
  ['malformed', [`${'a'.repeat(65)}@example.com`]],
])('doubts a From that is %s: %j', (reason, values) => {
  expect(from(...values).fromIsDoubtful).toBe(reason)
})

it('counts a From that only some readers would see', () => {
  const headers = [
    { name: '\u00a0from', value: 'boss@example.com' },
    { name: 'from', value: 'a@example.com' },
  ]
  expect(senderOf(headers).fromIsDoubtful).toBe('several-headers')
})

it('shows a name in one line without turned direction', () => {
  expect(from('"a\u202eb\u0007" <a@example.com>').from?.name).toBe('ab')
})

it('opens groups and leaves out what is no address', () => {
  const headers = [
    { name: 'to', value: 'Team: a@example.com, "b" <b@example.com>; nobody, c@example.com' },
    { name: 'to', value: 'd@example.com' },
  ]
  expect(mailboxesOf(headers, 'to').map(({ address }) => address)).toEqual([
    'a@example.com',
    'b@example.com',
    'c@example.com',
    'd@example.com',
  ])
})
