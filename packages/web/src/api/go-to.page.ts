/** Leaves the desk for an address: that of a provider, or of the desk of another workspace. */
export function goTo(address: string): void {
  location.assign(address)
}

/** Where providers of mailboxes send people back to: registered with them word for word. */
export function consentAddress(): string {
  return `${location.origin}/desk/settings/mail-sign-in`
}
