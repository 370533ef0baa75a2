import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeys } from './index.ts'

describe('the file of keys', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'avow-keys-'))
    file = join(folder, 'data', 'secret')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is made once, for its owner alone', () => {
    const mark = openKeys(file).mark('mail-token', 'ticket 41')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(openKeys(file).isMark('mail-token', 'ticket 41', mark)).toBe(true)
  })

  it('is one for all servers that make it at once', async () => {
    const work = `const { openKeys } = await import(${JSON.stringify(import.meta.resolve('./keys.ts'))})
      process.stdout.write(openKeys(${JSON.stringify(file)}).secretFor('session'))`
    const run = promisify(execFile)
    const runs = Array.from({ length: 6 }, () => run(process.execPath, ['--input-type=module', '--eval', work]))
    const secrets = (await Promise.all(runs)).map(({ stdout }) => stdout)
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(secrets).size).toBe(1)
    expect(readdirSync(join(folder, 'data'))).toEqual(['secret'])
  })

  it('marks by purpose and data, whole or cut to at least ten bytes', () => {
    const keys = openKeys(file)
    const mark = keys.mark('mail-token', 'ticket 41')
    expect(keys.isMark('mail-token', 'ticket 41', mark.subarray(0, 16))).toBe(true)
    expect(keys.isMark('mail-token', 'ticket 41', mark.subarray(0, 9))).toBe(false)
    expect(keys.isMark('mail-token', 'ticket 42', mark)).toBe(false)
    expect(keys.isMark('message-id', 'ticket 41', mark)).toBe(false)
  })

  it('seals what only it opens, in its place', () => {
    const keys = openKeys(file)
    const sealed = keys.seal('stored-password', 'mailbox 1', 'pass word')
    expect(sealed).not.toContain('pass')
    expect(keys.unseal('stored-password', 'mailbox 1', sealed)).toBe('pass word')
    expect(keys.unseal('stored-password', 'mailbox 2', sealed)).toBeUndefined()
    expect(keys.unseal('stored-password', 'mailbox 1', 'x')).toBeUndefined()
  })

  it('still reads what an older key wrote, and writes with the newest', () => {
    const old = openKeys(file)
    const mark = old.mark('mail-token', 'ticket 41')
    const sealed = old.seal('stored-password', 'a', 'secret')
    writeFileSync(file, `${'ab'.repeat(32)}\n${readFileSync(file, 'utf8')}`)
    const rotated = openKeys(file)
    expect(rotated.isMark('mail-token', 'ticket 41', mark)).toBe(true)
    expect(rotated.unseal('stored-password', 'a', sealed)).toBe('secret')
    expect(old.isMark('mail-token', 'ticket 41', rotated.mark('mail-token', 'ticket 41'))).toBe(false)
  })

  it('refuses a file that holds something else', () => {
    openKeys(file)
    writeFileSync(file, 'password\n')
    expect(() => openKeys(file)).toThrow('is not a file of keys')
  })
})
