import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder } from '../../test/files.ts'
import { avow, avowIn } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())
const good = folder.write('good.yaml', CHARTER)
const mistyped = folder.write(
  'mistyped.yaml',
  CHARTER.replace('channel: email, tier: gold', 'channel: email, tire: gold'),
)
const gap = folder.write('gap.yaml', CHARTER.replace('      - { target: 8 h of office }\n', ''))

describe('avow check', () => {
  it('finds nothing in a sound charter', async () => {
    expect(await avow('check', good)).toEqual({
      code: 0,
      stdout: `${good}: no findings in 1 clause with 3 rows\n`,
      stderr: '',
    })
    expect(await avow('check', good, '--json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
  })

  it('places each finding as file:line:column  code  message', async () => {
    const { code, stdout } = await avow('check', mistyped)
    expect(code).toBe(1)
    expect(stdout).toBe(
      `${mistyped}:17:27  unknown-fact  there is no fact “tire”; did you mean “tier”?\n    error: see docs/findings/unknown-fact.md\n${mistyped}: 1 error\n`,
    )
  })

  it('shows a ticket for what is not covered', async () => {
    const { code, stdout } = await avow('check', gap)
    expect(code).toBe(1)
    expect(stdout).toContain('  uncovered-case  ')
    expect(stdout).toContain('\n    ticket: channel phone, tier ')
  })

  it('tells when a ticket is opened in the zone of the calendar that the finding is about, else in the charter’s', async () => {
    const closed = 'closed: [2026-01-12 .. 2026-01-30], holidays until: 2040-12-31'
    const hours = `{ open: { mon-fri: 09:00-17:00 }, ${closed}`
    const body = (zone: string) =>
      `avow: 1\ncharter: zones\nlanguages: [en]\nzone: Europe/Warsaw\ncalendars:\n  desk: ${hours}${zone} }\npromises: [ { id: P1, clock: resolution, table: [ { target: 2 h of desk } ] } ]\n`
    const opened = async (name: string, zone: string) => {
      const { stdout } = await avow('check', folder.write(name, body(zone)), '--at', '2026-01-05T10:00Z')
      return stdout.match(/ticket: .*/)?.[0]
    }
    expect(await opened('warsaw.yaml', '')).toBe('ticket: opened Fri 9 Jan 2026 17:00 (Europe/Warsaw)')
    expect(await opened('athens.yaml', ', zone: Europe/Athens')).toBe(
      'ticket: opened Fri 9 Jan 2026 17:00 (Europe/Athens)',
    )
  })

  it('tells translations that are older than their original, where the version before is named', async () => {
    const says = (en: string) =>
      CHARTER.replace(/^languages: .*$/m, 'languages: [en, it]').replace(
        /^promises:$/m,
        `contact: { en: ${en}, it: Ci chiami. }\npromises:`,
      )
    const [old, fresh] = [folder.write('old.yaml', says('Ring us.')), folder.write('new.yaml', says('Write to us.'))]
    const { stdout } = await avow('check', fresh, '--since', old)
    expect(stdout).toContain('  translation-older  ')
    expect(stdout).toContain('was changed in “en” and not in “it”')
    expect((await avow('check', fresh)).stdout).not.toContain('translation-older')
    expect((await avow('check', fresh, '--since', mistyped)).code).not.toBe(0)
  })

  it('gives programs the list that interfaces name', async () => {
    const { code, stdout } = await avow('check', gap, '--json')
    expect(code).toBe(1)
    const findings: unknown = JSON.parse(stdout)
    expect(findings).toEqual(
      expect.arrayContaining([
        {
          code: 'uncovered-case',
          severity: 'error',
          message: expect.any(String) as string,
          path: expect.stringMatching(/^\/promises\/0/) as string,
          line: expect.any(Number) as number,
          column: expect.any(Number) as number,
          witness: expect.objectContaining({ channel: 'phone' }) as object,
        },
      ]),
    )
  })

  it('--quick looks at structure and types only', async () => {
    expect(await avow('check', gap, '--quick')).toMatchObject({ code: 0 })
    expect(await avow('check', mistyped, '--quick')).toMatchObject({ code: 1 })
  })

  it('asks for the people where a file names them', async () => {
    const charter = CHARTER.replace('promises:\n', 'positions: [agent, lead]\npromises:\n')
    const led = folder.write('led.yaml', `${charter}authority: [ { id: A1, position: lead, may: [refund] } ]\n`)
    const codes = async (people: string) => {
      const { stdout } = await avow('check', led, '--people', folder.write('people.yaml', people))
      return stdout.match(/position-unheld.*/g)
    }
    expect((await avow('check', led)).stdout).not.toContain('position-unheld')
    expect(await codes('lead: [Lea]\n')).toBeNull()
    expect(await codes('agent: 3\n')).toEqual([
      'position-unheld  A1 says what lead may grant, and nobody holds that position. Give it to somebody, or take the clause out.',
      'position-unheld.md',
    ])
    const mistyped = folder.write('mistyped-people.yaml', 'laed: Lea\n')
    expect(await avow('check', led, '--people', mistyped)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        `${mistyped}:1:1  unknown-position  there is no position “laed”; did you mean`,
      ) as string,
    })
  })

  it('tells errors from warnings in words and by their place, without colours, and counts both', async () => {
    const both = folder.write(
      'both.yaml',
      `positions: [idle]\n${CHARTER.replace('      - { target: 8 h of office }\n', '')}`,
    )
    const { stdout } = await avow('check', both)
    expect(stdout.replaceAll(`${both}:`, 'FILE:')).toMatch(
      /^Errors: .*\nFILE:\d+:\d+ {2}uncovered-case {2}.*\n(?: {4}.*\n)+\nWarnings: .*\nFILE:1:13 {2}unused-part {2}.*\n {4}warning: see docs\/findings\/unused-part\.md\n\nFILE: 1 error, 1 warning\n$/,
    )
  })

  it('ends with 1 on warnings alone, unless they are allowed', async () => {
    const idle = folder.write('idle.yaml', `positions: [idle]\n${CHARTER}`)
    const alone = await avow('check', idle)
    expect(alone.code).toBe(1)
    expect(alone.stdout).toMatch(/^Warnings: /)
    expect(alone.stdout).not.toContain('Errors')
    expect(await avow('check', idle, '--allow-warnings')).toEqual({ ...alone, code: 0 })
    expect(await avow('check', gap, '--allow-warnings')).toMatchObject({ code: 1 })
    expect(await avow('check', mistyped, '--allow-warnings')).toMatchObject({ code: 1 })
    expect((await avow('help', 'check')).stdout).toContain('--allow-warnings')
  })

  it('names the page of each finding once', async () => {
    const { stdout } = await avow('check', gap)
    expect(stdout.match(/\bsee .*$/gm)).toEqual(['see docs/findings/uncovered-case.md'])
    expect(stdout).toMatch(
      / {2}uncovered-case {2}.*\n {4}ticket: .*\n {4}error: see docs\/findings\/uncovered-case\.md\n/,
    )
    expect((await avow('check', mistyped)).stdout.match(/\bsee .*$/gm)).toEqual(['see docs/findings/unknown-fact.md'])
  })

  it('checks as of an instant', async () => {
    const ending = folder.write(
      'ending.yaml',
      CHARTER.replace('holidays until: 2040-12-31', 'holidays until: 2026-12-31'),
    )
    expect((await avow('check', ending)).code).toBe(0)
    expect((await avowIn({ now: Date.UTC(2026, 11, 1) }, 'check', ending)).stdout).toContain('holidays-run-out')
    expect((await avow('check', ending, '--at', '2026-12-01T00:00Z')).stdout).toContain('holidays-run-out')
    expect((await avowIn({ now: Date.UTC(2026, 11, 1) }, 'check', ending, '--at', '2026-01-05T00:00:00Z')).code).toBe(0)
    expect(await avow('check', ending, '--at', 'tomorrow')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--at tomorrow is no instant') as string,
    })
  })

  it('reads JSON, and standard input', async () => {
    const { stdout } = await avow('convert', good)
    const json = folder.write('good.json', stdout)
    expect(await avow('check', json)).toMatchObject({ code: 0 })
    expect(await avowIn({ stdin: stdout }, 'check', '-')).toMatchObject({
      code: 0,
      stdout: 'standard input: no findings in 1 clause with 3 rows\n',
    })
    expect(await avowIn({ stdin: CHARTER.replace('tier: gold', 'tier: glod') }, 'check', '-')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^standard input:17:\d+ {2}unknown-value/) as string,
    })
  })

  it('says which file cannot be read, and why', async () => {
    expect(await avow('check', folder.at('none.yaml'))).toEqual({
      code: 2,
      stdout: '',
      stderr: `avow: ${folder.at('none.yaml')}: there is no such file\n`,
    })
    expect(await avow('check', folder.path)).toMatchObject({
      code: 2,
      stderr: `avow: ${folder.path}: this is a folder, not a file\n`,
    })
    const latin = folder.write('latin.yaml', Buffer.from('avow: 1 # gr\u00fc\u00df', 'latin1'))
    expect(await avow('check', latin)).toMatchObject({
      code: 2,
      stderr: `avow: ${latin} is not text in UTF-8; save it as UTF-8\n`,
    })
  })

  it('answers a hostile text with a placed finding', async () => {
    for (const text of ['__proto__: 1', '['.repeat(10_000), 'a: &a [*a]', 'a: "\u0000"', 'x: 1\u0000']) {
      const { code, stdout } = await avow('check', folder.write('hostile.yaml', text), '--json')
      expect(code).toBe(1)
      expect(JSON.parse(stdout)).toHaveProperty('0.line', 1)
    }
  })
})
