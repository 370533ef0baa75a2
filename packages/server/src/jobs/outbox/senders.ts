import type { MailServerFailure } from '@avow/contract'
import {
  createSubmitter,
  failureOf,
  type MailSignIn,
  type ServerTrust,
  type Submitter,
} from '../../channels/email/index.ts'
import { type ConsentDesk, signInNow } from '../../features/mail-consents/index.ts'
import type { ReadySender } from '../../features/mail-senders/index.ts'

/** The ways out of mailboxes that have a server of their own. */
export interface Senders {
  /**
   * The way out by a server; connections stay open for the next mail, until what it takes to sign in is another. A consent
   * that gives no token is an answer as those of servers are.
   */
  submitterTo(workspace: string, sender: ReadySender): Promise<Submitter>
  close(): Promise<void>
}

interface Way {
  readonly settings: string
  readonly submitter: Submitter
}

/** One way for each mailbox; `trust`: certificates that servers show. */
export function openSenders(desk: ConsentDesk, trust: ServerTrust = {}): Senders {
  const ways = new Map<string, Way>()
  return {
    async submitterTo(workspace, sender) {
      const { mailbox, host, port, security, signIn: stored } = sender
      if (stored === 'lost') return refusing({ code: 'sign-in', said: LOST })
      let signIn: MailSignIn | undefined
      try {
        signIn = stored && (await signInNow(desk, workspace, mailbox, stored))
      } catch (error) {
        return refusing(failureOf(error))
      }
      const settings = JSON.stringify({ host, port, security, signIn })
      const known = ways.get(mailbox)
      if (known?.settings === settings) return known.submitter
      // Mails on their way go to their end: nodemailer closes a connection when it is free.
      void known?.submitter.close()
      const submitter = createSubmitter({ host, port, security, signIn }, trust)
      ways.set(mailbox, { settings, submitter })
      return submitter
    },
    async close() {
      await Promise.all([...ways.values()].map(({ submitter }) => submitter.close()))
    },
  }
}

const LOST = 'what was stored to sign in with does not open, or is there no more: type it again'

function refusing(failure: MailServerFailure): Submitter {
  return {
    submit: async ({ to }) => ({
      accepted: [],
      refused: to.map((address) => ({ address, code: null, text: failure.said, permanent: false })),
      failure,
    }),
    close: async () => undefined,
  }
}
