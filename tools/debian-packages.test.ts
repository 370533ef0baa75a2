import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { find, findBrowser, findOrInstall } from './debian-packages.mjs'

describe('a program that tests need', () => {
  let folder: string
  const needed = { debianPackage: 'a-browser', programs: ['a-browser'], elsewhere: [], variable: 'AVOW_A_BROWSER' }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'avow-programs-'))
    writeFileSync(join(folder, 'a-browser'), '#!/bin/sh\n')
  })

  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is found on the path', () => {
    chmodSync(join(folder, 'a-browser'), 0o755)
    vi.stubEnv('PATH', `/nowhere:${folder}`)
    expect(findOrInstall(needed)).toBe(join(folder, 'a-browser'))
  })

  it('is the one that its variable names', () => {
    chmodSync(join(folder, 'a-browser'), 0o755)
    vi.stubEnv('AVOW_A_BROWSER', join(folder, 'a-browser'))
    expect(findOrInstall({ ...needed, programs: ['sh'] })).toBe(join(folder, 'a-browser'))
  })

  it('is refused with its path where the variable names what cannot be run', () => {
    vi.stubEnv('AVOW_A_BROWSER', join(folder, 'gone'))
    expect(() => findOrInstall(needed)).toThrow(`AVOW_A_BROWSER names ${join(folder, 'gone')}, which is not a program`)
  })

  it('is not there without what it needs beside itself', () => {
    chmodSync(join(folder, 'a-browser'), 0o755)
    vi.stubEnv('PATH', folder)
    expect(find({ ...needed, isWhole: () => false })).toBeUndefined()
    expect(find({ ...needed, isWhole: () => true })).toBe(join(folder, 'a-browser'))
  })
})

describe('the browser of the tests', () => {
  let folder: string
  const put = (name: string) => writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'avow-browsers-'))
    vi.stubEnv('PATH', folder)
    vi.stubEnv('AVOW_CHROMIUM', '')
  })

  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is the headless shell where there is a whole Chromium too', () => {
    put('chromium')
    put('chromium-headless-shell')
    expect(findBrowser()).toBe(join(folder, 'chromium-headless-shell'))
  })

  it('is whatever Chromium there is where nothing can be installed', () => {
    put('chromium')
    expect(findBrowser()).toBe(join(folder, 'chromium'))
  })

  it('is the one that is named', () => {
    put('chromium-headless-shell')
    put('another')
    vi.stubEnv('AVOW_CHROMIUM', join(folder, 'another'))
    expect(findBrowser()).toBe(join(folder, 'another'))
  })
})
