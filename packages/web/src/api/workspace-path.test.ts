import { expect, test } from 'vitest'
import { readDeskPath } from './workspace-path.ts'

test.each([
  ['/desk', '/desk', undefined],
  ['/desk/tickets/mine/12', '/desk', undefined],
  ['/w/acme/desk', '/w/acme/desk', 'acme'],
  ['/w/acme/desk/mail', '/w/acme/desk', 'acme'],
  ['/w/acme/desktop', '/desk', undefined],
])('%s stands under %s', (path, base, workspace) => {
  expect(readDeskPath(path)).toEqual({ base, workspace })
})
