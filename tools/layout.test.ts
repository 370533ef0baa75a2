import { describe, expect, it } from 'vitest'
import { checkLayout } from './layout.ts'

const noText = (): string => ''

describe('the layout', () => {
  it.each(['utils', 'helpers', 'lib', 'common', 'shared', 'services', 'managers'])(
    'refuses a folder called %s',
    (name) => {
      expect(checkLayout({ folders: [`packages/core/src/${name}`], files: [] }, noText)).toHaveLength(1)
    },
  )

  it('lets folders be called after things', () => {
    expect(checkLayout({ folders: ['packages/core/src/calendar', 'libraries'], files: [] }, noText)).toEqual([])
  })

  it('refuses a source over 300 lines, not a test', () => {
    const files = ['packages/core/src/long.ts', 'packages/core/src/long.test.ts']
    expect(checkLayout({ folders: [], files }, () => 'x\n'.repeat(301))).toEqual([
      'packages/core/src/long.ts  301 lines, more than 300: part it into files that do one thing each.',
    ])
    expect(checkLayout({ folders: [], files }, () => 'x\n'.repeat(300))).toEqual([])
  })
})
