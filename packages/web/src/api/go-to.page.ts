import { isLoopback } from '@avow/contract'

/** Leaves the desk for an address: that of a provider, or of the desk of another workspace. */
export function goTo(address: string): void {
  location.assign(address)
}

/** Where providers of mailboxes send people back to: registered with them word for word. */
export function consentAddress(): string {
  return `${location.origin}/desk/settings/mail-sign-in`
}

/** This site's address where links to it open on this machine alone; undefined where customers can open them too. */
export function addressForThisMachineAlone(): string | undefined {
  return isLoopback(location.hostname) ? location.origin : undefined
}
