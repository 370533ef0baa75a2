import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findPinnedNode, PINNED_MAJOR } from './pinned-node.mjs'
import { run } from './run-command.ts'

const here = pathToFileURL(`${import.meta.dirname}/pinned-node.mjs`).href

/** Starts a process that hands over to Node with `program`, as a script does on an older Node. */
function handOverTo(program: string) {
  const outer = `
    const { runToItsEnd } = await import(${JSON.stringify(here)})
    process.exitCode = await runToItsEnd(process.execPath, ['--input-type=module', '--eval', ${JSON.stringify(program)}])`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', outer], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.on('exit', (code, signal) => done({ code, signal }))
  })
  return { child, ended }
}

describe('the pinned Node', () => {
  it('is installed by npm and runs', async ({ skip }) => {
    skip(process.platform === 'darwin', 'npm brings no Node for a Mac')
    const binary = findPinnedNode()
    expect(binary !== undefined && existsSync(binary)).toBe(true)
    const { output } = await run(binary ?? '', ['--version'])
    expect(output).toMatch(new RegExp(`^v${PINNED_MAJOR}\\.`))
  })

  it('gives its exit code back', async () => {
    expect(await handOverTo('process.exit(7)').ended).toEqual({ code: 7, signal: null })
  })

  it('passes its death by a signal on', async () => {
    expect(await handOverTo(`process.kill(process.pid, 'SIGKILL')`).ended).toEqual({ code: null, signal: 'SIGKILL' })
  })

  it('receives the signal that its starter was sent, and ends in its own way', async () => {
    const { child, ended } = handOverTo(`
      process.on('SIGTERM', () => process.exit(9))
      console.log('ready')
      setInterval(() => {}, 1000)`)
    child.stdout.once('data', () => child.kill('SIGTERM'))
    expect(await ended).toEqual({ code: 9, signal: null })
  })
})
