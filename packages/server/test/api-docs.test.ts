import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { PROBLEMS } from '@avow/contract'
import { describe, expect, it } from 'vitest'
import { openTestApp } from './app.ts'
import { ALWAYS_OPEN } from './charters.ts'
import { publish } from './publish.ts'

const run = promisify(execFile)
const page = (name: string) => readFileSync(resolve(import.meta.dirname, '../../../docs', name), 'utf8')
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)

describe('docs/api-errors.md', () => {
  it('is the catalogue, code by code and in its order', () => {
    const rows = [...page('api-errors.md').matchAll(/^\| `([\w-]+)` \| (\d+) \|/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ])
    expect(rows).toEqual(Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]))
  })
})

describe('docs/api.md', () => {
  const blocks = [...page('api.md').matchAll(/```sh\n([^`]*)```/g)].map(([, block = '']) => block)

  it.runIf(hasCurl)('has lines that run as they stand', async () => {
    const app = await openTestApp()
    try {
      await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
      const env = { ...process.env, AVOW: app.url, KEY: await app.keyFor(['admin']) }
      expect(blocks.length).toBeGreaterThan(7)
      for (const block of blocks) {
        // Whatever goes wrong is told by curl's own status.
        const { stdout } = await run('sh', ['-ec', block.replaceAll('curl -s', 'curl --fail-with-body -s')], { env })
        expect(stdout, block).not.toBe('')
      }
    } finally {
      await app.close()
    }
  })
})
