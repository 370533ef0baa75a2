import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT, run } from './run-command.ts'

/** A small repository of the same form, in which an arrow can be crossed. */
describe('the boundaries', () => {
  let root: string

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'avow-boundaries-'))
    copyFileSync(join(ROOT, '.dependency-cruiser.cjs'), join(root, '.dependency-cruiser.cjs'))
    write('package.json', '{ "type": "module", "workspaces": ["packages/*"] }')
    mkdirSync(join(root, 'node_modules/@avow'), { recursive: true })
    for (const name of ['core', 'contract', 'server', 'web', 'cli']) {
      write(
        `packages/${name}/package.json`,
        `{ "name": "@avow/${name}", "type": "module", "exports": "./src/index.ts" }`,
      )
      write(`packages/${name}/src/index.ts`, 'export const here = 1\n')
      symlinkSync(join(root, 'packages', name), join(root, 'node_modules/@avow', name), 'dir')
    }
  })

  afterEach(() => rmSync(root, { recursive: true, force: true }))

  async function broken(): Promise<string[]> {
    const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const { output } = await run(process.execPath, [program, '-T', 'json', 'packages'], { cwd: root })
    const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string } }[] } }
    return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort()
  }

  it('let through what follows the arrows', async () => {
    write('packages/cli/src/index.ts', `import { here } from '@avow/core'\nexport const there = here\n`)
    write(
      'packages/core/src/charter/terms.ts',
      `import type { Day } from '../calendar/day.ts'\nexport type Term = Day\n`,
    )
    write('packages/core/src/calendar/day.ts', 'export type Day = number\n')
    expect(await broken()).toEqual([])
  })

  it.each([
    ['core that knows another package', 'core', `import { here } from '@avow/cli'`, ['package-core']],
    ['core that knows a type of another package', 'core', `import type { here } from '@avow/server'`, ['package-core']],
    ['the wire format that knows the server', 'contract', `import { here } from '@avow/server'`, ['package-contract']],
    ['the desk that knows the server', 'web', `import { here } from '@avow/server'`, ['package-web']],
    ['the command that knows the server', 'cli', `import { here } from '@avow/server'`, ['package-cli']],
    ['a package entered by a path', 'cli', `import { here } from '../../core/src/index.ts'`, ['by-name']],
    ['Node in core', 'core', `import { readFileSync } from 'node:fs'`, ['core-no-node']],
    ['an import that leads nowhere', 'cli', `import { gone } from './gone.ts'`, ['not-resolvable']],
  ])('refuse %s', async (_what, name, line, rules) => {
    write(`packages/${name}/src/bad.ts`, `${line}\nexport const bad = 1\n`)
    expect(await broken()).toEqual(rules)
  })

  it.each([
    ['calendar', 'charter'],
    ['charter', 'ticket'],
    ['ticket', 'decide'],
    ['decide', 'backtest'],
    ['decide', 'check'],
    ['decide', 'measure'],
  ])('refuse %s that knows %s, though only by a type', async (from, to) => {
    write(`packages/core/src/${from}/one.ts`, `import type { Two } from '../${to}/two.ts'\nexport type One = Two\n`)
    write(`packages/core/src/${to}/two.ts`, 'export type Two = 2\n')
    expect(await broken()).toEqual([`core-order-${from}`])
  })

  it.each(['../../src/index.ts', '@avow/core', 'node:fs'])(
    'refuse a brute-force judge that reaches %s',
    async (used) => {
      write('packages/core/test/oracle/clock.ts', `import * as used from '${used}'\nexport const clock = used\n`)
      write('packages/core/test/oracle/brute-force-judge.ts', `export { clock } from './clock.ts'\n`)
      write('packages/core/test/oracle/generate.ts', `export { here } from '../../src/index.ts'\n`)
      expect(await broken()).toEqual(['oracle-alone'])
    },
  )

  it('refuse a circle', async () => {
    write('packages/cli/src/one.ts', `import { two } from './two.ts'\nexport const one = (): unknown => two\n`)
    write('packages/cli/src/two.ts', `import { one } from './one.ts'\nexport const two = (): unknown => one\n`)
    expect(await broken()).toEqual(['no-circular'])
  })
})
