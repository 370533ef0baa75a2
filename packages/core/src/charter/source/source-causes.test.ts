import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCharter } from '../read-charter.ts'
import { SOURCE_CAUSES } from './source-causes.ts'

/** A text for each mistake; where it is found, and what is said to stand there. */
const WITNESSES: Readonly<Record<string, { text: string; at: string; typed?: string; like?: string }>> = {
  'not-readable.tab': { text: 'avow: 1\nfacts:\n\ttier: x\n', at: '3:1', typed: 'tier: x' },
  'not-readable.indentation': {
    text: 'facts:\n    tier: x\n  size: y\n',
    at: '3:1',
    typed: 'size: y',
  },
  'not-readable.indented-too-far': { text: 'avow: 1\n  charter: acme\n', at: '1:7', typed: '1' },
  'not-readable.no-colon': { text: 'avow: 1\ncharter acme\nzone: x\n', at: '2:1', typed: 'charter acme' },
  'not-readable.no-space': { text: 'avow: 1\ncharter:acme\n', at: '2:1', typed: 'charter:acme', like: 'charter: acme' },
  'not-readable.no-comma': { text: 'languages: ["en" "it"]\n', at: '1:18', typed: '"it"]' },
  'not-readable.no-dash': { text: 'facts:\n  - en\n  - x: 1\n   y: 2\n', at: '4:1', typed: 'y: 2' },
  'not-readable.nothing-between': { text: 'languages: [en,, it]\n', at: '1:16' },
  'not-readable.open-quote': { text: 'avow: 1\ntitle: "How we serve\n', at: '3:1' },
  'not-readable.open-bracket': { text: 'languages: [en, it\nzone: x\n', at: '2:1', typed: 'zone: x' },
  'not-readable.extra-bracket': { text: 'avow: 1\nlanguages: [en]]\n', at: '2:16', typed: ']' },
  'not-readable.needs-quotes': { text: 'avow: 1\ntitle: @home\n', at: '2:8', typed: '@home', like: '"@home"' },
  'not-readable.dash-in-brackets': {
    text: 'table: [ { tier: -, target: x } ]\n',
    at: '1:18',
    typed: '-, target: x } ]',
  },
  'not-readable.backslash': { text: 'title: "a\\qb"\n', at: '1:10', typed: '\\qb"' },
  'not-readable.comment-space': { text: 'title: "a"# mine\n', at: '1:11', typed: '# mine' },
  'not-readable.empty': { text: '# nothing\n', at: '1:1' },
  'not-used-in-charters.anchor': { text: 'avow: 1\noffice: &hours x\n', at: '2:9', typed: '&hours' },
  'not-used-in-charters.alias': { text: 'avow: 1\noffice: *hours\n', at: '2:9', typed: '*hours' },
  'not-used-in-charters.tag': { text: 'avow: !!int 1\n', at: '1:7', typed: '!!int' },
  'not-used-in-charters.merge': { text: 'office:\n  <<: x\n', at: '2:3', typed: '<<' },
  'not-used-in-charters.directive': { text: '%YAML 1.2\n---\navow: 1\n', at: '1:1', typed: '%YAML 1.2' },
  'not-used-in-charters.second-document': { text: 'avow: 1\n---\navow: 1\n', at: '2:1' },
}

const ALL = Object.entries(SOURCE_CAUSES).flatMap(([code, causes]) => causes.map((cause) => `${code}.${cause}`))

describe('what is wrong with YAML', () => {
  it('has a witness for each mistake of the list', () => {
    expect(Object.keys(WITNESSES).toSorted()).toEqual(ALL.toSorted())
  })

  it.each(Object.entries(WITNESSES))('%s is told at its place, with what stands there', (name, witness) => {
    const { text, at, ...known } = witness
    const [first] = readCharter(text, { format: 'yaml' }).findings
    const { cause, ...details } = first?.details ?? {}
    expect([`${first?.code}.${cause}`, `${first?.line}:${first?.column}`, details]).toEqual([name, at, known])
  })

  it('tells a key that stands twice with the line of the first', () => {
    const { findings } = readCharter('avow: 1\ncharter: x\navow: 1\n')
    expect(findings.find(({ code }) => code === 'named-twice')).toMatchObject({
      code: 'named-twice',
      line: 3,
      details: { typed: 'avow', line: 1 },
    })
  })

  it('is listed in docs/errors.md', () => {
    const page = readFileSync(new URL('../../../../../docs/errors.md', import.meta.url), 'utf8')
    const listed = [...page.matchAll(/^- `([a-z-]+)`: /gm)].map(([, cause]) => cause)
    expect(listed.toSorted()).toEqual(Object.values(SOURCE_CAUSES).flat().toSorted())
  })
})
