import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { DEFINITION_PROMPTS } from '../../charter/index.ts'
import { findingName } from '../words/finding-name.ts'
import { checkDefinition } from './check-definition.ts'

const PROMISE = 'promises: [ { id: P1, clock: resolution, table: [ { target: 9 days } ] } ]\n'
const charterWith = (lines: string) =>
  charterOf(`${FACTS}positions: [agent, lead]\n${PROMISE}${lines === '' ? '' : `definition:\n${lines}`}`).document
const findingsOf = (lines: string) =>
  checkDefinition(charterWith(lines)).map(({ says, severity, path }) => [severity, path, says?.form, says?.data])

const line = (id: string, prompt: string, more = '') =>
  `  - { id: ${id}, answers: ${prompt}, says: { en: So it is. }${more} }\n`
const ALL = DEFINITION_PROMPTS.map((prompt, index) =>
  line(`Q${index + 1}`, prompt, prompt === 'responsible' ? ', position: lead' : ''),
).join('')

describe('the definition of excellent service', () => {
  it('is not asked of a charter that has none', () => {
    expect(findingsOf('')).toEqual([])
  })

  it('has no finding when its six questions are answered, with further lines or without', () => {
    expect(findingsOf(ALL)).toEqual([])
    expect(findingsOf(`${ALL}  - { id: Q7, says: { en: And more. }, measured by: [P1] }\n`)).toEqual([])
  })

  it.each(DEFINITION_PROMPTS)('has a warning of its own where nothing answers %s', (prompt) => {
    const rest = ALL.split('\n')
      .filter((one) => !one.includes(`answers: ${prompt},`))
      .join('\n')
    expect(findingsOf(rest)).toEqual([
      ['warning', '/definition/0', 'definition-unanswered.nothing', { prompt, answers: prompt }],
    ])
  })

  it('is asked all six where there is a further line alone, each by a name of its own', () => {
    const document = charterWith('  - { id: Q7, says: { en: And more. } }\n')
    const findings = checkDefinition(document)
    expect(findings.map(({ says }) => says?.data['prompt'])).toEqual([...DEFINITION_PROMPTS])
    expect(new Set(findings.map((finding) => findingName(document, finding))).size).toBe(6)
  })

  it('wants a position of whoever is responsible, once', () => {
    const nobody = ALL.replace(', position: lead', '')
    expect(findingsOf(nobody)).toEqual([['warning', '/definition/4', 'definition-unanswered.nobody', { clause: 'Q5' }]])
    expect(findingsOf(nobody + line('Q8', 'responsible', ', position: agent'))).toEqual([])
  })
})
