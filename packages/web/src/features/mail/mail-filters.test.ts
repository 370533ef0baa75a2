import { expect, test } from 'vitest'
import { readInboundFilters, readOutgoingFilters } from './mail-filters.ts'

test('filters are read from an address, and what is none is left out', () => {
  expect(readInboundFilters({ mailbox: 'care@acme.example', outcome: 'to-look-at' })).toEqual({
    mailbox: 'care@acme.example',
    outcome: 'to-look-at',
  })
  expect(readInboundFilters({ mailbox: '', outcome: 'nonsense', more: 1 })).toEqual({})
  expect(readOutgoingFilters({ mailbox: 'care@acme.example', state: 'given-up' })).toEqual({
    mailbox: 'care@acme.example',
    state: 'given-up',
  })
  expect(readOutgoingFilters({ mailbox: 7, state: 'to-look-at' })).toEqual({})
})
