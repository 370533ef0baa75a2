/** Where the remedies of the ticket are given: its first field, or the part itself. */
export function goToRemedies(): void {
  const part = document.querySelector<HTMLElement>('.side > .remedies')
  const field = part?.querySelector<HTMLElement>('input, select, button')
  part?.scrollIntoView({ block: 'nearest' })
  field?.focus()
}
