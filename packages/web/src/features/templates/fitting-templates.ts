import type { Template } from '@avow/contract'

/** The templates of a company of these sectors: those that have most in common with it first, the others left out. */
export function fittingTemplates(templates: readonly Template[], sectors: readonly string[]): readonly Template[] {
  const likeness = ({ sectors: own }: Template): number => {
    const common = own.filter((sector) => sectors.includes(sector)).length
    return common / new Set([...own, ...sectors]).size
  }
  return templates
    .filter(({ sectors: own }) => own.some((sector) => sectors.includes(sector)))
    .toSorted((a, b) => likeness(b) - likeness(a))
}
