import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LOCALHOST_CERTIFICATE } from '../../packages/server/test/fixtures/localhost-certificate.ts'
import { freePort, isAnswering } from '../../packages/server/test/free-port.ts'
import type { OutgoingLetter } from '../running/outgoing-folder.ts'
import { until } from '../running/until.ts'
import { bytesIn, mailsIn } from './maildir.ts'

/** A Postfix of its own, on loopback, with a certificate for localhost. */
export interface Postfix {
  readonly port: number
  /** The mails that it put into its box. */
  mails(): Promise<readonly OutgoingLetter[]>
  /** Their bytes. */
  bytes(): readonly Buffer[]
  log(): string
  stop(): Promise<void>
}

export interface PostfixOptions {
  /** Path of `master`, as its package lays it out: where the rest lies follows from it. */
  readonly program: string
  /** A folder that others may enter. */
  readonly folder: string
  /** Where mail of a domain goes: `smtp:[127.0.0.1]:25`, `virtual:` for its box. */
  readonly ways: Readonly<Record<string, string>>
  /** Further lines of main.cf. */
  readonly settings?: Readonly<Record<string, string>>
}

/** The accounts that own its queue: two that every Debian has, as the package, which makes its own, is not installed. */
const [OWNER, GROUP] = ['uucp', 'games']
const QUEUES = 'active bounce corrupt defer deferred flush hold incoming private saved trace'.split(' ')
/** Services of master.cf, without chroot: name, type, and the program where it has another name. */
const SERVICES = `
cleanup  unix n - n - 0 cleanup
qmgr     unix n - n 1 1 qmgr
rewrite  unix - - n - - trivial-rewrite
bounce   unix - - n - 0 bounce
defer    unix - - n - 0 bounce
trace    unix - - n - 0 bounce
tlsmgr   unix - - n 1000? 1 tlsmgr
smtp     unix - - n - - smtp
lmtp     unix - - n - - lmtp
error    unix - - n - - error
retry    unix - - n - - error
virtual  unix - n n - - virtual
anvil    unix - - n - 1 anvil
proxymap unix - - n - - proxymap
postlog  unix-dgram n - n - 1 postlogd
`

/** Why it cannot be started here, or undefined. */
export function whyNoPostfix(): string | undefined {
  return process.getuid?.() === 0 ? undefined : 'Postfix starts as root alone'
}

/** Starts it. Throws with its log where it ends. */
export async function startPostfix({ program, folder, ways, settings = {} }: PostfixOptions): Promise<Postfix> {
  const port = await freePort()
  const box = makeFolders(folder)
  const root = join(dirname(program), '../../../..')
  const libraries = join(root, 'usr/lib/postfix')
  const certificate = join(folder, 'localhost.pem')
  writeFileSync(certificate, LOCALHOST_CERTIFICATE.key + LOCALHOST_CERTIFICATE.certificate, { mode: 0o600 })
  const log = join(folder, 'log', 'postfix.log')
  const main: Record<string, string> = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    command_directory: join(root, 'usr/sbin'),
    daemon_directory: dirname(program),
    meta_directory: join(root, 'etc/postfix'),
    shlib_directory: libraries,
    import_environment: 'MAIL_CONFIG LD_LIBRARY_PATH TZ=UTC',
    mail_owner: OWNER,
    setgid_group: GROUP,
    maillog_file: log,
    maillog_file_prefixes: folder,
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    // Nothing of a test leaves this machine.
    default_transport: 'error:No mail leaves here',
    smtp_dns_support_level: 'disabled',
    smtp_host_lookup: 'native',
    myhostname: 'post.home.example',
    mydestination: '',
    alias_maps: '',
    mynetworks: '127.0.0.0/8',
    smtpd_tls_chain_files: certificate,
    smtpd_tls_security_level: 'may',
    smtpd_tls_loglevel: '1',
    smtp_tls_security_level: 'may',
    smtp_tls_loglevel: '1',
    smtpd_recipient_restrictions: 'permit_mynetworks, reject',
    relay_domains: Object.keys(ways).join(' '),
    transport_maps: table(ways),
    virtual_mailbox_domains: '',
    virtual_mailbox_base: dirname(box),
    virtual_mailbox_maps: 'static:box/',
    virtual_uid_maps: 'static:65534',
    virtual_gid_maps: 'static:65534',
    // What is to be tried again is tried soon.
    queue_run_delay: '2s',
    minimal_backoff_time: '2s',
    maximal_backoff_time: '4s',
    ...settings,
  }
  const configuration = join(folder, 'etc')
  const lines = Object.entries(main).map(([name, value]) => `${name} = ${value}\n`)
  writeFileSync(join(configuration, 'main.cf'), lines.join(''))
  writeFileSync(join(configuration, 'master.cf'), `127.0.0.1:${port} inet n - n - - smtpd${SERVICES}`)
  const child = spawn(program, ['-c', configuration, '-d'], {
    env: { PATH: process.env['PATH'], MAIL_CONFIG: configuration, LD_LIBRARY_PATH: libraries },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = heard(child)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const read = (): string => said() + (existsSync(log) ? readFileSync(log, 'utf8') : '')
  await Promise.race([until(() => isAnswering(port)), ended])
  if (child.exitCode !== null) throw new Error(`Postfix ended with ${child.exitCode}:\n${read()}`)
  return {
    port,
    mails: () => mailsIn(box),
    bytes: () => bytesIn(box),
    log: read,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}

/** A table that stands in the settings themselves. */
export function table(rows: Readonly<Record<string, string>>): string {
  const written = Object.entries(rows).map(([key, value]) => `{ ${key} = ${value} }`)
  return `inline:{ ${written.join(', ')} }`
}

/** Its folders, with the owners that it insists on. Answers that of its box. */
function makeFolders(folder: string): string {
  const [owner, group, nobody] = [idOf('-u', OWNER), groupId(GROUP), idOf('-u', 'nobody')]
  const make = (path: string, uid: number, gid: number, mode: number): string => {
    const whole = join(folder, path)
    mkdirSync(whole, { recursive: true })
    chownSync(whole, uid, gid)
    chmodSync(whole, mode)
    return whole
  }
  for (const path of ['', 'etc', 'log', 'queue', 'queue/pid']) make(path, 0, 0, 0o755)
  for (const name of QUEUES) make(join('queue', name), owner, 0, 0o700)
  make('queue/maildrop', owner, group, 0o730)
  make('queue/public', owner, group, 0o710)
  make('data', owner, 0, 0o700)
  make('mail', nobody, nobody, 0o755)
  return join(folder, 'mail', 'box')
}

function idOf(kind: '-u' | '-g', name: string): number {
  return Number(spawnSync('id', [kind, name], { encoding: 'utf8' }).stdout)
}

function groupId(name: string): number {
  return Number(spawnSync('getent', ['group', name], { encoding: 'utf8' }).stdout.split(':')[2])
}

function heard(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return () => said
}
