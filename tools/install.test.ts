import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reasonToInstall } from './install.mjs'

describe('what is installed', () => {
  let root: string
  const lock = {
    '': { name: 'x' },
    'packages/core': { name: '@avow/core' },
    'node_modules/yaml': { version: '2.0.0', integrity: 'sha512-a' },
    'node_modules/of-another-machine': { version: '1.0.0', optional: true, os: ['plan9'] },
    'node_modules/node-of-this-machine': { version: '24.0.0', optional: true, os: process.platform, cpu: process.arch },
    'node_modules/node-of-another': { version: '24.0.0', optional: true, os: 'plan9', cpu: process.arch },
  }

  const write = (path: string, packages: object): void => writeFileSync(join(root, path), JSON.stringify({ packages }))

  const install = (packages: object): void => {
    for (const path of Object.keys(packages)) mkdirSync(join(root, path), { recursive: true })
    write('node_modules/.package-lock.json', packages)
  }

  const installed = {
    'node_modules/yaml': lock['node_modules/yaml'],
    'node_modules/node-of-this-machine': lock['node_modules/node-of-this-machine'],
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'avow-install-'))
    write('package-lock.json', lock)
  })

  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('is enough when it is what the lock asks of this machine', () => {
    install(installed)
    expect(reasonToInstall(root)).toBeUndefined()
  })

  it('is not enough on a fresh clone, or after an installation that broke off', () => {
    expect(reasonToInstall(root)).toBe('nothing is installed yet')
    mkdirSync(join(root, 'node_modules/yaml'), { recursive: true })
    expect(reasonToInstall(root)).toBe('nothing is installed yet')
  })

  it('is not enough when the lock has moved on', () => {
    install({ ...installed, 'node_modules/yaml': { version: '1.0.0', integrity: 'sha512-b' } })
    expect(reasonToInstall(root)).toBe('node_modules/yaml is not as package-lock.json says')
  })

  it('is not enough when the Node of this machine is missing', () => {
    install({ 'node_modules/yaml': lock['node_modules/yaml'] })
    expect(reasonToInstall(root)).toBe('node_modules/node-of-this-machine is not as package-lock.json says')
  })

  it('is not enough when a folder was removed by hand', () => {
    install(installed)
    rmSync(join(root, 'node_modules/yaml'), { recursive: true })
    expect(reasonToInstall(root)).toBe('node_modules/yaml has gone')
  })
})
