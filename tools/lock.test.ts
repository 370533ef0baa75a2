import { describe, expect, it } from 'vitest'
import { checkLock } from './lock.ts'

describe('the lock', () => {
  it('is refused when it lacks an optional package that it names', () => {
    const lock = (packages: object): string => JSON.stringify({ packages })
    const tool = { optionalDependencies: { 'tool-mac': '1.0.0' } }
    expect(checkLock(lock({ 'node_modules/tool': tool }))[0]).toContain('tool-mac')
    expect(checkLock(lock({ 'node_modules/tool': tool, 'node_modules/tool-mac': {} }))).toEqual([])
  })
})
