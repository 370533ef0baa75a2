import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUpWhereDue } from './nightly-backup.ts'

describe('the nightly backup', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'avow-nightly-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const at = (now: string, keep = 7) =>
    backUpWhereDue({
      folder,
      keep,
      log: pino({ enabled: false }),
      clock: () => Date.parse(now),
      write: async (file) => writeFileSync(file, 'a backup'),
    })

  it('is made once a night, and by day only when the newest is old', async () => {
    expect(await at('2026-11-22T14:00:00Z')).toBeUndefined()
    expect(await at('2026-11-23T01:10:00Z')).toContain('avow-2026-11-23T0110Z.tar.gz')
    expect(await at('2026-11-23T03:00:00Z')).toBeUndefined()
    expect(await at('2026-11-23T14:00:00Z')).toBeUndefined()
    expect(await at('2026-11-24T02:00:00Z')).toContain('2026-11-24')
    expect(await at('2026-11-25T12:00:00Z')).toContain('2026-11-25')
  })

  it('keeps the last seven, and touches no file of another name', async () => {
    writeFileSync(join(folder, 'before-the-move.tar.gz'), '')
    for (let day = 1; day <= 9; day++) await at(`2026-12-0${day}T02:00:00Z`)
    expect(readdirSync(folder).sort()).toEqual([
      ...Array.from({ length: 7 }, (_, index) => `avow-2026-12-0${index + 3}T0200Z.tar.gz`),
      'before-the-move.tar.gz',
    ])
  })

  it('is never made where none shall be kept', async () => {
    expect(await at('2026-11-23T02:00:00Z', 0)).toBeUndefined()
  })
})
