import { expect, it } from 'vitest'
import { ProgressBar } from './progress-bar.ts'

it('draws how much is done where somebody looks, and wipes it away', () => {
  const written: string[] = []
  const bar = new ProgressBar({ isTTY: true, write: (text) => written.push(text) })
  bar.update(25, 100)
  bar.end()
  expect(written).toEqual([`\r\u001b[K${'█'.repeat(6)}${'░'.repeat(18)} 25 %`, '\r\u001b[K'])
})

it('never says more than all, and is silent where nobody looks or nothing is to be done', () => {
  const written: string[] = []
  new ProgressBar({ isTTY: true, write: (text) => written.push(text) }).update(7, 5)
  expect(written.at(-1)).toContain(' 100 %')
  for (const [isTTY, total] of [
    [false, 100],
    [true, 0],
  ] as const) {
    const bar = new ProgressBar({ isTTY, write: (text) => written.push(text) })
    bar.update(1, total)
    bar.end()
  }
  expect(written).toHaveLength(1)
})
