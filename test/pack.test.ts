import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { npmCommand } from '../tools/install.mjs'
import { ROOT, run, runPackageBin } from '../tools/run-command.ts'
import { pack } from '../tools/run-pack.ts'

describe('the published packages, installed in an empty folder', () => {
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'avow pack '))
    const tarballs = await pack(join(folder, 'out'))
    writeFileSync(join(folder, 'package.json'), '{ "name": "someone-elses", "private": true, "type": "module" }')
    const [npm, first] = npmCommand()
    const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
    const { code, output } = await run(npm, [...first, 'install', ...quiet, ...tarballs], { cwd: folder })
    expect(output).not.toContain('npm error')
    expect(code).toBe(0)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const versionOf = (manifest: string): unknown => JSON.parse(readFileSync(manifest, 'utf8')).version

  it('run the command avow by its name', async () => {
    const { code, output } = await run(join(folder, 'node_modules/.bin/avow'), ['--version'], { cwd: folder })
    expect(output).toContain(String(versionOf(join(ROOT, 'packages/cli/package.json'))))
    expect(code).toBe(0)
  })

  it('judge a charter that came with them', async () => {
    const args = ['check', '--quick', 'node_modules/@avow/cli/charters/retailer.yaml']
    const { code, output } = await run(join(folder, 'node_modules/.bin/avow'), args, { cwd: folder })
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('retailer') })
  })

  it('give core to a program of JavaScript', async () => {
    const program = `import * as core from '@avow/core'; console.log(Object.keys(core).length)`
    const { code, output } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder })
    expect(Number(output)).toBeGreaterThan(0)
    expect(code).toBe(0)
  })

  it('give core with its types to a program of TypeScript', async () => {
    writeFileSync(
      join(folder, 'uses-core.ts'),
      `import * as core from '@avow/core'
       type IsAny<T> = 0 extends 1 & T ? true : false
       // Declarations that could not be followed would make everything \`any\`.
       type Names = keyof typeof core
       const anyNames: { [K in Names]: IsAny<(typeof core)[K]> extends true ? K : never }[Names][] = []
       const none: never[] = anyNames
       console.log(none)`,
    )
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2024',
          lib: ['es2024', 'dom'],
          strict: true,
          noEmit: true,
          types: [],
        },
        files: ['uses-core.ts'],
      }),
    )
    const { code, output } = await runPackageBin('typescript', 'tsc', ['-p', folder])
    expect(output).toBe('')
    expect(code).toBe(0)
  })
})
