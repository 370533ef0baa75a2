import { describe, expect, it } from 'vitest'
import { isUuid, uuidV7 } from './uuid-v7.ts'

describe('a UUID of version 7', () => {
  it('begins with its instant, and says its version and variant (the example of RFC 9562, A.6)', () => {
    const id = uuidV7(0x017f22e279b0)
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(isUuid(id)).toBe(true)
  })

  it('sorts by its instant, and is another each time', () => {
    expect(uuidV7(1_000) < uuidV7(1_001)).toBe(true)
    expect(new Set(Array.from({ length: 1000 }, () => uuidV7(5))).size).toBe(1000)
  })

  it.each(["' or true", '', '017F22E2-79B0-7CC3-98C4-DC0C0C07398F', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n'])(
    'is not “%s”',
    (text) => {
      expect(isUuid(text)).toBe(false)
    },
  )
})
