import { describe, expect, it } from 'vitest'
import { trustedProof } from './trusted-proof.ts'

const read = (...values: string[]) =>
  trustedProof(
    values.map((value) => ({ name: 'authentication-results', value })),
    { authservId: 'mx.care.example', from: 'home.example' },
  )

describe('what the server before a mailbox found out', () => {
  it('is read', () => {
    const said =
      'mx.care.example 1; dkim=pass (2048-bit; unprotected) header.d=home.example header.s=k1; spf=softfail smtp.mailfrom=carla@news.example; dmarc=pass (p=reject) header.from=home.example'
    expect(read(said)).toEqual({
      spf: { result: 'fail', domain: 'news.example' },
      dkim: { result: 'pass', domain: 'home.example' },
      dmarc: { result: 'pass', domain: 'home.example' },
      sender: 'verified',
    })
  })

  it('is believed of the topmost header alone, and of that server alone', () => {
    expect(read('mx.evil.example; dmarc=pass header.from=home.example')).toBeUndefined()
    expect(read('mx.evil.example; none', 'mx.care.example; dmarc=pass header.from=home.example')).toBeUndefined()
    expect(read()).toBeUndefined()
  })

  it('says nothing of another author, and is not led astray by comments and quotes', () => {
    expect(read('mx.care.example; dmarc=pass header.from=evil.example')?.sender).toBe('unknown')
    expect(
      read('mx.care.example; dmarc=fail (; dmarc=pass header.from=home.example) header.from=home.example')?.sender,
    ).toBe('failed')
    expect(
      read('mx.care.example; spf=fail reason="a(" smtp.mailfrom=home.example; dmarc=fail header.from=home.example')
        ?.sender,
    ).toBe('failed')
    expect(read('mx.care.example; none')?.sender).toBe('unknown')
  })
})
