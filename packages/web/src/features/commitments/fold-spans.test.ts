import type { Reason } from '@avow/contract'
import { expect, test } from 'vitest'
import { foldSpans } from './fold-spans.ts'

const span = (counted: number, code = 'counted', spans = 0): Reason => ({
  code,
  text: '',
  from: null,
  to: null,
  counted_ms: counted,
  data: code === 'more' ? { spans } : {},
})

test('few spans are all shown', () => {
  const lines = Array.from({ length: 11 }, (_, at) => span(at))
  expect(foldSpans(lines)).toEqual(lines)
})

test('of many the middle is one line, which loses no time and no span', () => {
  const lines = [
    ...Array.from({ length: 8 }, () => span(10)),
    span(100, 'more', 30),
    ...Array.from({ length: 8 }, () => span(1)),
  ]
  const shown = foldSpans(lines)
  expect(shown).toHaveLength(11)
  expect(shown[5]).toEqual({ folded: 3 + 30 + 3, counted: 30 + 100 + 3 })
})
