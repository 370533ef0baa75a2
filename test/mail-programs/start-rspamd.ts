import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../packages/server/test/free-port.ts'
import { until } from '../running/until.ts'

/** What rspamd says of a mail: what it would do with it, its score, and what was found with the weight of each. */
export interface Judgement {
  readonly action: string
  readonly score: number
  readonly symbols: Readonly<Record<string, number>>
}

export interface JudgedMail {
  readonly raw: Buffer
  /** Of the machine that it came from. */
  readonly ip: string
  /** Its name, by which it greets too. */
  readonly helo: string
  readonly from: string
  readonly to: string
}

export interface Rspamd {
  judge(mail: JudgedMail): Promise<Judgement>
  stop(): Promise<void>
}

/** What asks lists on the network, or learns. */
const LEFT_OUT = ['rbl', 'surbl', 'asn', 'fuzzy_check', 'phishing', 'mx_check', 'rspamd_update', 'neural']

/** The rules of the Debian package as they are, but for what asks the network; names are asked at `dnsPort` on loopback. */
const configuration = (folder: string, port: number): string => `
.include "$CONFDIR/common.conf"
options {
  .include "$CONFDIR/options.inc"
  .include(priority=10) "${folder}/local.d/options.inc"
}
logging { type = "console"; level = "warning"; }
worker "normal" { bind_socket = "127.0.0.1:${port}"; count = 1; }
`

/** Starts it in a folder of its own. */
export async function startRspamd(program: string, folder: string, dnsPort: number): Promise<Rspamd> {
  const port = await freePort()
  const local = join(folder, 'local.d')
  mkdirSync(local, { recursive: true })
  const file = join(folder, 'rspamd.conf')
  writeFileSync(file, configuration(folder, port))
  // The list of all top domains takes long to lay out: those of the tests will do.
  const domains = join(folder, 'domains.dat')
  writeFileSync(domains, 'example\ncom\norg\n')
  writeFileSync(
    join(local, 'options.inc'),
    `pidfile = "${folder}/rspamd.pid"; url_tld = "${domains}"; filters = "chartable,dkim,regexp";
     dns { nameserver = ["127.0.0.1:${dnsPort}"]; timeout = 5s; retransmits = 2; }\n`,
  )
  for (const name of LEFT_OUT) writeFileSync(join(local, `${name}.conf`), 'enabled = false;\n')
  const places = ['DBDIR', 'RUNDIR', 'LOGDIR', 'LOCAL_CONFDIR'].map((name) => `--var=${name}=${folder}`)
  // As root it wants to be told that this is meant.
  const asRoot = process.getuid?.() === 0 ? ['-i', '-u', 'root', '-g', 'root'] : []
  const child = spawn(program, ['-f', ...asRoot, '-c', file, ...places], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const answers = () =>
    fetch(`${url}/ping`).then(
      ({ ok }) => ok,
      () => false,
    )
  await Promise.race([until(answers), ended])
  if (child.exitCode !== null) throw new Error(`rspamd ended with ${child.exitCode}:\n${said}`)
  return {
    async judge({ raw, ip, helo, from, to }) {
      const headers = { IP: ip, Hostname: helo, Helo: helo, From: from, Rcpt: to }
      const answer = await fetch(`${url}/checkv2`, { method: 'POST', headers, body: new Uint8Array(raw) })
      const { action, score, symbols } = readJudgement(await answer.json())
      const weights = Object.entries(symbols).map(([name, found]) => [name, found.score] as const)
      return { action, score, symbols: Object.fromEntries(weights) }
    },
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}

interface ToldJudgement {
  readonly action: string
  readonly score: number
  readonly symbols: Readonly<Record<string, { readonly score: number }>>
}

function readJudgement(told: unknown): ToldJudgement {
  if (typeof told === 'object' && told !== null && 'symbols' in told) return told as ToldJudgement
  throw new Error(`rspamd said ${JSON.stringify(told)}`)
}
