import { expect, it } from 'vitest'
import { readAddresses } from './read-addresses.ts'

it('addresses are parted by commas, semicolons, spaces and line breaks, also the Arabic ones', () => {
  expect(readAddresses(' a@x.example,b@x.example; c@x.example d@x.example\ne@x.example، f@x.example ')).toEqual({
    addresses: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@x.example`),
    wrong: [],
  })
})

it('a name before an address in brackets is left out; each address counts once', () => {
  expect(readAddresses('Pat Parts <pat@x.example>, PAT@x.example')).toEqual({
    addresses: ['PAT@x.example'],
    wrong: [],
  })
})

it('what is no address is told as it was typed', () => {
  expect(readAddresses('pat, pat@x, a b@x.example, <>, a@b@c.example')).toEqual({
    addresses: [],
    wrong: ['pat', 'pat@x', 'a b@x.example', 'a@b@c.example'],
  })
  expect(readAddresses('  ,; ')).toEqual({ addresses: [], wrong: [] })
})
