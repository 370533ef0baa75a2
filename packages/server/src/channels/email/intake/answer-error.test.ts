import { describe, expect, it } from 'vitest'
import { answerTo } from './answer-error.ts'
import { MailTooLarge } from './incoming-bytes.ts'

const failed = (code: string): Error => Object.assign(new Error('failed'), { code })

describe('a mail that was not kept is answered', () => {
  it.each([
    ['too large for us, for good', new MailTooLarge('large'), 552],
    ['no room on the disk of the blobs', failed('ENOSPC'), 452],
    ['no room in the quota of the blobs', failed('EDQUOT'), 452],
    ['no room on the disk of the database', failed('53100'), 452],
    ['the database is away', failed('ECONNREFUSED'), 451],
    ['the database is stopping', failed('57P01'), 451],
    ['anything else', new Error('unheard of'), 451],
  ])('%s', (_why, error, code) => {
    const answer = answerTo(error, 50 * 1024 * 1024)
    expect(answer.responseCode).toBe(code)
    expect(answer.message).not.toMatch(/unheard|failed|ENOSPC|ECONN/)
  })
})
