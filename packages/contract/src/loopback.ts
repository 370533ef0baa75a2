const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/

/** Is an address reachable from this machine alone? */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}
