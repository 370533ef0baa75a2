import { describe, expect, it } from 'vitest'
import { memorySettings } from './memory-settings.ts'

const GB = 1024 ** 3

describe('memorySettings', () => {
  it.each([
    [0.5, '128MB', '512MB'],
    [4, '512MB', '2048MB'],
    [24, '2048MB', '12288MB'],
    [512, '2048MB', '65536MB'],
  ])('of %d GB of memory takes %s, and counts on %s', (total, buffers, cache) => {
    expect(memorySettings(total * GB)).toMatchObject({ shared_buffers: buffers, effective_cache_size: cache })
  })
})
