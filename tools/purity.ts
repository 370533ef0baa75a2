import { parseSync } from '@swc/core'

/**
 * Core answers from its arguments alone. The compiler keeps Node and the page out of it (packages/core/tsconfig.json);
 * here is what the language itself offers to read a clock, chance, a locale or the machine's time zone.
 */
const LOCAL_DATE_METHOD =
  /^(?:toLocale\w*|localeCompare|getTimezoneOffset|toDateString|toTimeString|[gs]et(?:FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds))$/

const AMBIENT = new Map([
  ['process', 'Core does not know in which process it runs: take what it needs as an argument.'],
  ['performance', 'Core has no clock: take the instant as an argument.'],
  ['globalThis', 'Core uses what it imports and what it is given, not what the surroundings hold.'],
  ['crypto', 'Core has no source of chance; hashes are made by our own code or passed in.'],
  ['setTimeout', 'Core does not wait: it answers from its arguments at once.'],
  ['fetch', 'Core does no input or output: read in the command or the server and pass the text in.'],
])

/** The one file that may ask `Intl`: it compiles a zone's offset changes into the version. */
export const ZONE_COMPILER = 'packages/core/src/calendar/compile-zone.ts'

type Node = { readonly type: string; readonly span?: { readonly start: number } } & Readonly<Record<string, unknown>>

/** Findings (`file:line  what to do instead`) about one source of core. */
export function checkPurity(path: string, text: string): string[] {
  const bytes = Buffer.from(text)
  // A byte offset of swc counts from 1.
  const lineOf = (node: Node): number => bytes.toString('utf8', 0, (node.span?.start ?? 1) - 1).split('\n').length
  const findings: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (isNode(value)) {
      const reason = impurity(value, path)
      if (reason !== undefined) findings.push(`${path}:${lineOf(value)}  ${reason}`)
      for (const [key, child] of Object.entries(value)) {
        if (!namesOnly(value, key)) visit(child)
      }
    } else if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) visit(child)
  }
  visit(parseSync(text, { syntax: 'typescript', target: 'es2024' }).body)
  return findings
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** A member's or a key's own name is no reference: `ticket.process`, `{ performance: 1 }`. */
function namesOnly(node: Node, key: string): boolean {
  if (node.type === 'MemberExpression') return key === 'property' && isNamed(node['property'])
  return key === 'key' && isNamed(node['key'])
}

const isNamed = (value: unknown): boolean => nameOf(value) !== undefined

function nameOf(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' && typeof value['value'] === 'string' ? value['value'] : undefined
}

/** `x.now` and `x['now']` alike. */
function memberName(property: unknown): string | undefined {
  if (!isNode(property) || property.type !== 'Computed') return nameOf(property)
  const inside = property['expression']
  return isNode(inside) && inside.type === 'StringLiteral' ? String(inside['value']) : undefined
}

function impurity(node: Node, path: string): string | undefined {
  switch (node.type) {
    case 'MemberExpression': {
      const object = nameOf(node['object'])
      const member = memberName(node['property'])
      if (object === 'Date' && member === 'now') return 'Date.now reads the clock: take the instant as an argument.'
      if (object === 'Math' && member === 'random')
        return 'Math.random makes answers differ: take the seed as an argument.'
      if (member !== undefined && LOCAL_DATE_METHOD.test(member)) {
        return `${member} depends on the machine's time zone or language: use the charter's zone, UTC methods or code units.`
      }
      return undefined
    }
    case 'NewExpression': {
      if (nameOf(node['callee']) !== 'Date') return undefined
      const given = Array.isArray(node['arguments']) ? node['arguments'].length : 0
      if (given === 0) return 'new Date() reads the clock: take the instant as an argument.'
      return given === 1 ? undefined : "new Date(year, month, …) uses the machine's time zone: use Date.UTC."
    }
    case 'CallExpression': {
      const callee = nameOf(node['callee'])
      if (callee === 'Date') return 'Date() reads the clock: take the instant as an argument.'
      if (callee === 'eval') return 'Core runs no text as code.'
      return undefined
    }
    case 'Identifier': {
      const name = nameOf(node)
      if (name === 'Intl' && path !== ZONE_COMPILER) {
        return `Intl may be asked in ${ZONE_COMPILER} alone: zones travel inside the compiled version.`
      }
      return name === undefined ? undefined : AMBIENT.get(name)
    }
    default:
      return undefined
  }
}
