import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { LAW_ROWS } from '../../law/index.ts'
import { checkDisputeBody } from './check-dispute-body.ts'

const findingsOf = (law: string) => checkDisputeBody(charterOf(`law: { ${law} }\n`).document)
const rowsOf = (law: string) => findingsOf(law).map(({ says }) => says?.data['laws'])

const BODIES = LAW_ROWS.filter(({ consequence }) => consequence?.kind === 'dispute-body')

describe('a law that opens the way to a dispute body', () => {
  it('is asked of rows with a limit and without one', () => {
    expect(BODIES.map(({ id, limit }) => [id, limit !== undefined])).toEqual([
      ['SA-1', true],
      ['UK-F1', true],
      ['UK-T1', false],
    ])
  })

  it.each(BODIES.map((row) => [row.id, row] as const))('wants it named: %s', (id, { jurisdiction, sectors }) => {
    const law = `jurisdictions: [${jurisdiction}], sectors: [${sectors[0] ?? ''}]`
    expect(findingsOf(law).map(({ code, severity }) => [code, severity])).toEqual([['dispute-body-missing', 'warning']])
    expect(rowsOf(law)).toEqual([[id]])
    expect(rowsOf(`${law}, dispute body: { en: "The ombudsman, ring 0800 1." }`)).toEqual([])
    expect(rowsOf(`${law}, off: [ { row: ${id}, because: { en: Not us. } } ]`)).toEqual([])
  })

  it('names all rows at once, and none where none binds', () => {
    expect(rowsOf('jurisdictions: [UK], sectors: [finance, telecom]')).toEqual([['UK-F1', 'UK-T1']])
    expect(rowsOf('jurisdictions: [UK], sectors: [payments]')).toEqual([])
    expect(checkDisputeBody(charterOf('').document)).toEqual([])
  })
})
