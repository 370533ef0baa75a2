import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPurity, ZONE_COMPILER } from './purity.ts'
import { ROOT, runPackageBin } from './run-command.ts'

const FILE = 'packages/core/src/decide/x.ts'

describe('the purity of core', () => {
  it.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'new Date(2026, 0, 1)',
    'Math.random()',
    'process.env',
    'performance.now()',
    'globalThis.x',
    'fetch("x")',
    'Intl.DateTimeFormat()',
    'new Intl.DateTimeFormat()',
    '"a".localeCompare("b")',
    'x.toLocaleString()',
    'x.getHours()',
    'x.setDate(1)',
    'x.getTimezoneOffset()',
    'eval("1")',
    'const f = () => ({ a: [Date.now()] })',
    'const f = (now = Date.now()) => now',
    'class A { b = [...c, Math.random()] }',
    'call(Date["now"]())',
  ])('refuses %s and gives its line', (text) => {
    const findings = checkPurity(FILE, `// é: a comment before it\n\n${text}\n`)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatch(/^packages\/core\/src\/decide\/x\.ts:3 {2}/)
  })

  it.each([
    'new Date(0).toISOString()',
    'Date.UTC(2026, 0, 1)',
    'x.getUTCHours()',
    'Math.max(1, 2)',
    'ticket.process',
    'const a = { performance: 1, process: 2 }',
    'interface A { process: string; fetch(): void }',
    '// Date.now() in a comment',
    'const said = "Date.now()"',
  ])('lets %s through', (text) => {
    expect(checkPurity(FILE, text)).toEqual([])
  })

  it('lets the compiler of zones ask Intl', () => {
    expect(checkPurity(ZONE_COMPILER, 'new Intl.DateTimeFormat()')).toEqual([])
  })

  it.each([
    'process.env',
    'console.log(1)',
    'document.title',
    'setTimeout(() => 1, 1)',
    'fetch("x")',
    'performance.now()',
  ])('is held by the compiler too: %s', async (text) => {
    mkdirSync(join(ROOT, 'out'), { recursive: true })
    const folder = mkdtempSync(join(ROOT, 'out', 'purity-'))
    try {
      writeFileSync(join(folder, 'x.ts'), `import { parse } from 'yaml'\nexport const x = () => [parse, ${text}]\n`)
      writeFileSync(
        join(folder, 'tsconfig.json'),
        '{ "extends": "../../packages/core/tsconfig.json", "include": ["x.ts"] }',
      )
      const { output } = await runPackageBin('typescript', 'tsc', ['-p', folder])
      expect(output).toMatch(/x\.ts\(2,\d+\): error TS2\d+: Cannot find name/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
