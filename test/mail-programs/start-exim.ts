import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, isAnswering } from '../../packages/server/test/free-port.ts'
import type { OutgoingLetter } from '../running/outgoing-folder.ts'
import { until } from '../running/until.ts'
import { mailsIn } from './maildir.ts'

/** The domain of the desk's mailboxes, and that of its customers. */
export const [DESK, HOME] = ['avow.example', 'home.example']

/** A mail server of its own, on loopback: the relay of the desk, the mail server of its customers, and between the two. */
export interface Exim {
  readonly port: number
  /** A Maildir with all mail to HOME. */
  readonly box: string
  /** The mails in it. */
  mails(): Promise<readonly OutgoingLetter[]>
  log(): string
  stop(): Promise<void>
}

/**
 * Mail to DESK goes to `deskPort`; mail to HOME into the box, but to `gone@` is refused at once, and that to `late@` is
 * taken and comes back later.
 */
const configuration = (folder: string, port: number, deskPort: number): string => `
primary_hostname = relay.example
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
daemon_smtp_ports = ${port}
local_interfaces = 127.0.0.1
tls_advertise_hosts =
host_lookup =
rfc1413_query_timeout = 0s
deliver_drop_privilege = true
keep_environment =
acl_smtp_rcpt = recipient

begin acl
recipient:
  deny   message = No such person here
         domains = ${HOME}
         local_parts = gone
  accept domains = ${DESK} : ${HOME}
  deny   message = No relaying

begin routers
desk:
  driver = manualroute
  domains = ${DESK}
  transport = to_desk
  route_data = 127.0.0.1
  self = send
late:
  driver = redirect
  domains = ${HOME}
  local_parts = late
  allow_fail
  data = :fail: The box was closed
home:
  driver = accept
  domains = ${HOME}
  transport = to_box

begin transports
to_desk:
  driver = smtp
  port = ${deskPort}
  allow_localhost
  hosts_avoid_tls = *
to_box:
  driver = appendfile
  directory = ${folder}/box
  maildir_format
  return_path_add
  envelope_to_add

begin retry
* * F,1h,2s
`

/** Starts it in a folder that others may enter. As root it runs as the user whom its package made. */
export async function startExim(program: string, folder: string, deskPort: number): Promise<Exim> {
  const port = await freePort()
  const account = accountOf()
  const file = join(folder, 'exim.conf')
  for (const path of [folder, ...['spool', 'log', 'box'].map((name) => join(folder, name))]) {
    mkdirSync(path, { recursive: true })
    if (account !== undefined) chownSync(path, account.uid, account.gid)
  }
  writeFileSync(file, configuration(folder, port, deskPort), { mode: 0o644 })
  const child = spawn(program, ['-C', file, '-bdf', '-q2s'], {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const log = (): string => said + logs(folder)
  await Promise.race([until(() => isAnswering(port)), ended])
  if (child.exitCode !== null) throw new Error(`exim ended with ${child.exitCode}:\n${log()}`)
  const box = join(folder, 'box')
  return {
    port,
    box,
    log,
    mails: () => mailsIn(box),
    async stop() {
      end(child)
      await ended
    },
  }
}

function accountOf(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (kind: string): number => Number(spawnSync('id', [kind, 'Debian-exim'], { encoding: 'utf8' }).stdout)
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function logs(folder: string): string {
  return readdirSync(join(folder, 'log'))
    .map((name) => readFileSync(join(folder, 'log', name), 'utf8'))
    .join('')
}

function end(child: ChildProcess): void {
  if (child.exitCode === null) child.kill('SIGTERM')
}
