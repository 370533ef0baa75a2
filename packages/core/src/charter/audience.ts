import type { Audience, Condition } from './parts.ts'

/** Is something of this audience told to customers: to everybody, or to some? */
export function isToldToCustomers(audience: Audience): boolean {
  return audience === 'public' || (typeof audience === 'object' && 'customers' in audience)
}

/** `public`, `staff`, `position:NAME` or `customers:FACT=VALUES;FACT=VALUES`. */
export function audienceName(audience: Audience): string {
  if (typeof audience === 'string') return audience
  if ('position' in audience) return `position:${audience.position}`
  return `customers:${customersWritten(audience.customers, '=', ';')}`
}

/** Which customers, as a charter writes it: `tier: gold`. */
export function customersWritten(customers: Condition, is = ': ', and = ', '): string {
  return [...customers.values()].map(({ fact, text }) => `${fact}${is}${text}`).join(and)
}
