/** Of the network under a connection. */
const OF_SOCKETS = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH', 'ENOTFOUND']

/**
 * SQLSTATEs after which the same request may well succeed: connection lost (08), ended by an administrator or a crash
 * (57P0x), too many connections, disk or memory full (53), a lock or a statement that took too long (55P03, 57014), a
 * standby that cannot be written to (25006), and what the database called off more often than we repeat (40001, 40P01).
 */
const OF_POSTGRES = /^(08...|53...|57P0[1-5]|57014|55P03|25006|40001|40P01)$/

/** What pg says without a code. */
const SAID =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/

/** Did the database not answer, so that nothing happened and trying again later makes sense? */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (SAID.test(error.message)) return true
  if (!('code' in error) || typeof error.code !== 'string') return false
  // A file that is not there is no database; a socket that is not there comes from connect.
  if (error.code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return OF_SOCKETS.includes(error.code) || OF_POSTGRES.test(error.code)
}
