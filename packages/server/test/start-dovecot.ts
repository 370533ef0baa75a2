import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { find, MAIL_PROGRAMS } from '../../../tools/debian-packages.mjs'
import { LOCALHOST_CERTIFICATE } from './fixtures/localhost-certificate.ts'
import { freePort, isAnswering } from './free-port.ts'

/** A real IMAP server of its own, on loopback. */
export interface Dovecot {
  readonly port: number
  readonly tlsPort: number
  /** Where mail comes in over LMTP, and where mail servers ask whether a password is right; 0 where it takes none in. */
  readonly lmtpPort: number
  readonly saslPort: number
  /** Puts a mail into a folder of a user, as a delivery agent does. `arrived`: when, UTC ms; now where left out. */
  deliver(user: string, mail: string | Buffer, options?: { readonly folder?: string; readonly arrived?: number }): void
  /** Forgets the numbers of a folder's mails: the next to open it finds others, under another UIDVALIDITY. */
  renumber(user: string): void
  log(): string
  stop(): Promise<void>
}

export interface DovecotOptions {
  /** Where it asks whose a token is (RFC 7662): then XOAUTH2 and OAUTHBEARER are offered too. */
  readonly introspection?: string
  /** It stands behind a mail server: takes mail in over LMTP. Users are named with or without their domain. */
  readonly takesIn?: boolean
  /** Mail to addresses with a plus (`care+41@`) is their user's, as Dovecot has it unless told otherwise. */
  readonly takesPlus?: boolean
}

export const IMAP_PASSWORD = 'a password with “quotes” and spaces'

/** The program, or the line that says that it is missing. */
export function findDovecot(): { readonly program: string } | string {
  const { dovecot } = MAIL_PROGRAMS
  const program = find(dovecot)
  return program === undefined ? `install ${dovecot.debianPackage} to fetch from a real IMAP server` : { program }
}

/** Starts it in a folder that others may enter. As root its processes run as the users whom its package made. */
export async function startDovecot(
  program: string,
  folder: string,
  users: readonly string[],
  { introspection, takesIn = false, takesPlus = true }: DovecotOptions = {},
): Promise<Dovecot> {
  const [port, tlsPort] = await Promise.all([freePort(), freePort()])
  const [lmtpPort, saslPort] = takesIn ? await Promise.all([freePort(), freePort()]) : [0, 0]
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? idsOf('mail') : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const make = (path: string): string => {
    mkdirSync(path, { recursive: true })
    chownSync(path, owner.uid, owner.gid)
    return path
  }
  chmodSync(folder, 0o755)
  const mail = make(join(folder, 'mail'))
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text, { mode: 0o644 })
    return path
  }
  const passwords = file('users', users.map((user) => `${user}:{PLAIN}${IMAP_PASSWORD}\n`).join(''))
  const oauth =
    introspection === undefined
      ? undefined
      : file(
          'oauth2.conf',
          `introspection_mode = post\nintrospection_url = ${introspection}\nactive_attribute = active\nactive_value = true\nusername_attribute = username\n`,
        )
  const certificate = file('certificate.pem', LOCALHOST_CERTIFICATE.certificate)
  const key = file('key.pem', LOCALHOST_CERTIFICATE.key)
  const said = join(folder, 'dovecot.log')
  const configuration = file(
    'dovecot.conf',
    `protocols = imap${takesIn ? ' lmtp' : ''}
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${said}
ssl = yes
ssl_cert = <${certificate}
ssl_key = <${key}
disable_plaintext_auth = no
auth_mechanisms = plain login${oauth === undefined ? '' : ' xoauth2 oauthbearer'}
mail_location = maildir:${mail}/%u
first_valid_uid = 1
${isRoot ? '' : `default_internal_user = ${userName()}\ndefault_login_user = ${userName()}\ndefault_internal_group = ${groupName()}\n`}
${oauth === undefined ? '' : `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${oauth}\n}\n`}passdb {
  driver = passwd-file
  args = ${passwords}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${mail}/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
recipient_delimiter =${takesPlus ? ' +' : ''}
${takesIn ? incoming(lmtpPort, saslPort) : ''}`,
  )
  const child = spawn(program, ['-F', '-c', configuration], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const log = (): string => readFileSync(said, 'utf8')
  for (let tries = 0; !(await isAnswering(port)); tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error(`dovecot did not start:\n${log()}`)
    await wait(100)
  }
  let delivered = 0
  return {
    port,
    tlsPort,
    lmtpPort,
    saslPort,
    deliver(user, text, { folder: name = 'INBOX', arrived = Date.now() } = {}) {
      const box = make(join(mail, user, ...(name === 'INBOX' ? [] : [`.${name}`])))
      for (const part of ['tmp', 'new', 'cur']) make(join(box, part))
      // The time in its name is the time it arrived (INTERNALDATE is that of the file).
      const path = join(box, 'new', `${Math.floor(arrived / 1000)}.M${++delivered}.home`)
      const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text)
      writeFileSync(path, bytes)
      chownSync(path, owner.uid, owner.gid)
      spawnSync('touch', ['-d', new Date(arrived).toISOString(), path])
    },
    renumber(user) {
      const box = join(mail, user)
      for (const name of [
        'dovecot-uidlist',
        'dovecot-uidvalidity',
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
      ])
        rmSync(join(box, name), { force: true })
      for (const name of spawnSync('ls', [box], { encoding: 'utf8' }).stdout.split('\n'))
        if (name.startsWith('dovecot')) rmSync(join(box, name), { force: true })
    },
    log,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}

/** Its settings as the mailboxes behind a mail server. */
const incoming = (lmtpPort: number, saslPort: number): string => `auth_username_format = %Ln
postmaster_address = postmaster@localhost
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
service auth {
  inet_listener sasl {
    address = 127.0.0.1
    port = ${saslPort}
  }
}
`

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const idOf = (kind: string): number => Number(spawnSync('id', [kind, user], { encoding: 'utf8' }).stdout)
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function userName(): string {
  return spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim()
}

function groupName(): string {
  return spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim()
}
