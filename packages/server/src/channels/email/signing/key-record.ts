import type { KeyKind } from './signing-key.ts'

/** RFC 1035 §3.3.14: a string of a TXT record is no longer. */
const LONGEST_STRING = 255

/** The TXT record by which receivers know a key (RFC 6376 §3.6.1). */
export function keyRecord(key: {
  readonly domain: string
  readonly selector: string
  readonly kind: KeyKind
  readonly publicKey: string
}): { readonly name: string; readonly value: string } {
  return {
    name: `${key.selector}._domainkey.${key.domain}`,
    value: `v=DKIM1; k=${key.kind}; p=${key.publicKey}`,
  }
}

/** A value (ASCII) as the strings that a TXT record is made of; read, they are put together again without anything between. */
export function recordStrings(value: string): readonly string[] {
  const strings: string[] = []
  for (let at = 0; at < value.length; at += LONGEST_STRING) strings.push(value.slice(at, at + LONGEST_STRING))
  return strings
}
