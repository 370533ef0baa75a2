import { describe, expect, it } from 'vitest'
import { openLog } from './log.ts'

describe('the log', () => {
  it('strikes out secrets and what people wrote, and keeps an error’s stack but not what hangs on it', () => {
    const lines: string[] = []
    const log = openLog('info', { write: (line) => void lines.push(line) })
    log.info({ request: { headers: { authorization: 'Bearer abc', cookie: 'abc' } }, password: 'abc' }, 'one')
    log.error({ error: Object.assign(new Error('refused'), { parameters: ['abc'], code: '23505' }) }, 'two')
    log.debug('three')
    expect(lines).toHaveLength(2)
    expect(lines.join()).not.toContain('abc')
    expect(JSON.parse(lines[1] ?? '{}')).toMatchObject({ msg: 'two', error: { message: 'refused', code: '23505' } })
  })
})
