/** Somebody outside who gets what is forwarded. */
export interface Recipient {
  readonly address: string
  readonly as: 'to' | 'cc'
}

/** Each address once, whatever the case of its letters; to whom it is sent before who gets a copy. */
export function recipientsOf({
  to,
  cc,
}: {
  readonly to: readonly string[]
  readonly cc: readonly string[]
}): readonly Recipient[] {
  const all = [
    ...cc.map((address) => ({ address, as: 'cc' as const })),
    ...to.map((address) => ({ address, as: 'to' as const })),
  ]
  const each = new Map(all.map((recipient): [string, Recipient] => [recipient.address.toLowerCase(), recipient]))
  const only = (as: Recipient['as']) => [...each.values()].filter((recipient) => recipient.as === as)
  return [...only('to'), ...only('cc')]
}
