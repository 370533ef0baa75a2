import type { Template } from '@avow/contract'
import { expect, it } from 'vitest'
import { fittingTemplates } from './fitting-templates.ts'

const template = (name: string, ...sectors: Template['sectors']): Template => ({
  name,
  title: {},
  languages: ['en'],
  sectors,
  jurisdictions: ['EU'],
  clauses: [],
})
const ALL = [
  template('shop', 'consumer', 'e-commerce'),
  template('telecom', 'consumer', 'telecom'),
  template('hotel', 'consumer'),
  template('office', 'public-service'),
  template('scratch'),
]
const names = (...sectors: readonly string[]) => fittingTemplates(ALL, sectors).map(({ name }) => name)

it('are those of a sector, the most alike first, in their order where they are as alike', () => {
  expect(names('consumer')).toEqual(['hotel', 'shop', 'telecom'])
  expect(names('telecom', 'consumer')).toEqual(['telecom', 'hotel', 'shop'])
  expect(names('public-service')).toEqual(['office'])
})

it('are none where no template is of the sector, or none is named', () => {
  expect(names('banking')).toEqual([])
  expect(names()).toEqual([])
})
