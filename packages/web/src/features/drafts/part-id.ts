import type { PartName } from './place-findings.ts'

/** The id of a part in the page, for the outline’s links and for links from other screens. */
export function partId(name: PartName): string {
  return `part-${name.replaceAll(/[^A-Za-z0-9-]/g, '-')}`
}
