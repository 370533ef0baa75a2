/** How a mail server is reached. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `none` sends everything, a password too, for all to read: only within one machine. */
  readonly security: 'tls' | 'starttls' | 'none'
}

/** As whom we sign in there: by a password, or by what a provider gave us for a while (OAuth 2, sent as XOAUTH2). */
export type MailSignIn =
  | { readonly username: string; readonly password: string }
  | { readonly username: string; readonly accessToken: string }

export interface ServerTrust {
  /** Certificates (PEM) to trust in place of those that Node brings. */
  readonly ca?: string
}
