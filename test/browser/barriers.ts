/** What axe finds that bars people from a page. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

export interface Looking {
  /** The rules by their tags; every rule where left out. */
  readonly tags?: readonly string[]
  /** A selector of what is not looked at. */
  readonly except?: string
}

/** Whatever is wrong on the page, in its frames too. What is right is not gathered, which takes half of the time. */
export async function violationsIn(page: Page, { tags, except }: Looking = {}): Promise<Violations> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  // By the older way no second page is opened to put the frames' results together.
  if (page.frames().length === 1) axe.setLegacyMode()
  if (tags !== undefined) axe.withTags([...tags])
  if (except !== undefined) axe.exclude(except)
  const { violations } = await axe.analyze()
  return violations
}
