import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder, HISTORY } from './files.ts'

const BIN = resolve(import.meta.dirname, '../bin/avow.mjs')
const folder = new Folder()
afterAll(() => folder.remove())
const charter = folder.write('small.yaml', CHARTER)

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as its own process, its streams being pipes. */
function run(
  args: readonly string[],
  options: { readonly stdin?: string; readonly readsOnly?: number } = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [BIN, ...args])
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      if (options.readsOnly !== undefined && stdout.length >= options.readsOnly) child.stdout.destroy()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.on('error', fail)
    child.stdin.on('error', () => undefined)
    child.on('close', (code) => done({ code, stdout, stderr }))
    child.stdin.end(options.stdin ?? '')
  })
}

describe('the process avow', () => {
  it('ends with 0, 1 or 2', async () => {
    expect(await run(['check', charter])).toEqual({
      code: 0,
      stdout: `${charter}: no findings in 1 clause with 3 rows\n`,
      stderr: '',
    })
    expect((await run(['check', '-'], { stdin: 'avow: 1' })).code).toBe(1)
    expect(await run(['check'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'avow: CHARTER is missing\nTry: avow help check\n',
    })
  })

  it('writes no colours and no bars into a pipe', async () => {
    const { stdout, stderr } = await run(['backtest', charter, '--history', '-'], { stdin: HISTORY })
    expect(stdout).toContain('P1          1       1        1       0          0      50.0 %')
    expect(stdout + stderr).not.toContain('\x1b')
    expect(stderr).toBe('')
  })

  it('ends quietly when its reader has seen enough', async () => {
    const lines = Array.from(
      { length: 30_000 },
      () => '{"calendar":"office","start":"2026-01-05T15:00:00Z","add_s":60}\n',
    ).join('')
    const { code, stderr } = await run(['clock', charter], { stdin: lines, readsOnly: 1000 })
    expect([code, stderr]).toEqual([0, ''])
  })
})
