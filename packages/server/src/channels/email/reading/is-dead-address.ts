/** Nobody has this address, or its domain takes no mail (RFC 3463 §3.2, §3.3). */
const DEAD = /^5\.(?:1\.(?:1|2|3|6|10)|2\.1)$/u
const SAYS_NOTHING = /^5\.(?:0\.0|1\.0)$/u
const WORDS =
  /user (?:is )?unknown|unknown (?:user|recipient|mailbox|address|local)|no such (?:user|recipient|mailbox|address|person)|(?:mailbox|address|recipient|user|account)\b.{0,40}\b(?:does ?n[o']t exist|do not exist|doesn't have|not found|not recognized|unknown|disabled|inactive)|no mailbox here|isn't a valid|invalid (?:recipient|mailbox|user)/iu

/**
 * Does a refusal say that the address itself takes no mail, and never will? A full mailbox, a policy against us or a mail
 * that is too large says nothing of the address. `status`: an enhanced code; `said`: the server's words.
 */
export function isDeadAddress(status: string | null, said: string): boolean {
  if (status !== null && DEAD.test(status)) return true
  return (status === null || SAYS_NOTHING.test(status)) && WORDS.test(said.slice(0, 500))
}
